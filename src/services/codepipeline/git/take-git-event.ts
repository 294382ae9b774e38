import type { RevisionOrigin } from '../../../actions/action.ts';
import { GIT_EVENT_WORK } from '../../../engine/git-events.ts';
import { waitForRoom } from '../../../engine/wait-for-room.ts';
import { isServiceError } from '../../../kernel/service-error.ts';
import type { GitEvent } from '../../../ports/git-events.ts';
import { dropGitEvent, findGitEvent, type GitEventRow } from '../../../store/codepipeline/git-events.ts';
import { findPipelineById, lockPipelineById, type PipelineRow } from '../../../store/codepipeline/pipelines.ts';
import type { Tx } from '../../../store/database.ts';
import { again, done, type Verdict } from '../../../work/work.ts';
import type { CodePipelineRooms } from '../rooms.ts';
import type { PipelineDeclaration } from '../shapes.ts';
import { startPipeline } from '../starts/start-pipeline.ts';
import { comparisonOf, withWholeCommit } from './event-commit.ts';
import { isMeant } from './git-trigger.ts';
import { type GitWatch, gitWatch } from './git-watch.ts';

/** A host that does not answer is asked again for so long. */
const GIVE_UP_AFTER_MS = 3_600_000;
const TRY_AGAIN_MS = 30_000;

/**
 * Looks whether an event of its repository starts a pipeline: as the pipeline is declared now. A run takes the very commit of the
 * event, that of a pull request the head of its source branch. An event starts a pipeline once, however often it is delivered;
 * where there is no room for another execution, when one has ended.
 */
export async function takeGitEvent(id: string, rooms: CodePipelineRooms): Promise<Verdict> {
  const waiting = await load(id, rooms);
  if (waiting === undefined) return drop(id, rooms);
  const { row, watch, event } = waiting;
  try {
    const complete = await completed(event, watch, rooms);
    if (complete === undefined) return await drop(id, rooms);
    await rooms.database.write((tx) => start(tx, { row, watch, event: complete }, rooms));
    return done;
  } catch (error) {
    const now = rooms.clock.now();
    if (!isServiceError(error) && now < row.received + GIVE_UP_AFTER_MS) return again(now + TRY_AGAIN_MS);
    rooms.log.error('a git event does not start its pipeline', { action: row.action, event: event.id, error });
    return drop(id, rooms);
  }
}

interface Waiting {
  readonly row: GitEventRow;
  readonly watch: GitWatch;
  readonly event: GitEvent;
}

function load(id: string, rooms: CodePipelineRooms): Promise<Waiting | undefined> {
  return rooms.database.read(async (reader) => {
    const row = await findGitEvent(reader, id);
    const pipeline = row && (await findPipelineById(reader, row.pipelineId));
    if (row === undefined || pipeline === undefined) return undefined;
    const declaration = await rooms.declarations.find(reader, pipeline.id, pipeline.version);
    if (declaration === undefined) return undefined;
    const watch = watchOf(declaration as PipelineDeclaration, row.action, pipeline);
    return watch && { row, watch, event: JSON.parse(row.event) };
  });
}

function watchOf(declaration: PipelineDeclaration, name: string, pipeline: PipelineRow): GitWatch | undefined {
  const action = declaration.stages[0]?.actions.find((candidate) => candidate.name === name);
  return action && gitWatch(declaration, action, pipeline);
}

/** The event with all that a run needs, or undefined when it is not meant. Paths are asked for only where they decide. */
async function completed(
  event: GitEvent,
  { trigger }: GitWatch,
  { git }: CodePipelineRooms,
): Promise<GitEvent | undefined> {
  const meant = isMeant(trigger, event);
  if (meant === 'no') return undefined;
  const change = await withWholeCommit(event, git);
  if (meant === 'yes') return { ...event, change };
  const changedPaths = await git.changedPaths(event.repository, comparisonOf(change));
  return isMeant(trigger, { change, changedPaths }) === 'yes' ? { ...event, change } : undefined;
}

async function start(tx: Tx, { row, watch, event }: Waiting, rooms: CodePipelineRooms): Promise<void> {
  const pipeline = await lockPipelineById(tx, row.pipelineId);
  if (pipeline === undefined) return;
  const { commitId: revisionValue } = event.change;
  const override = {
    actionName: row.action,
    revisionType: 'COMMIT_ID',
    revisionValue,
    origin: originOf(event),
  } as const;
  const { triggerType, triggerDetail } = watch;
  const trigger = { triggerType, triggerDetail };
  const token = `git:${row.action}:${event.id}`;
  try {
    await startPipeline(tx, pipeline, { trigger, overrides: [override], token }, rooms);
    await dropGitEvent(tx, row.id);
  } catch (error) {
    if (!isServiceError(error, 'ConcurrentPipelineExecutionsLimitExceededException')) throw error;
    await waitForRoom(tx, pipeline.id, { kind: GIT_EVENT_WORK, key: row.id });
  }
}

function originOf({ change }: GitEvent): RevisionOrigin {
  if (change.kind === 'push') {
    const { type, name } = change.reference;
    return type === 'tag' ? { tag: name } : { branch: name };
  }
  const { id, title, sourceBranch: branch, targetBranch } = change;
  return { branch, pullRequest: { id, title, targetBranch } };
}

async function drop(id: string, rooms: CodePipelineRooms): Promise<Verdict> {
  await rooms.database.write((tx) => dropGitEvent(tx, id));
  return done;
}
