import { findProvider } from '../../../actions/action.ts';
import type { ActionOutput } from '../../../engine/facts/action-record.ts';
import type { SourceOverride } from '../../../engine/orders/start-execution.ts';
import { openAction } from '../../../engine/prepare/sealed-actions.ts';
import { POLL_WORK } from '../../../engine/source-changes.ts';
import { waitForRoom } from '../../../engine/wait-for-room.ts';
import { isServiceError } from '../../../kernel/service-error.ts';
import { latestOutput } from '../../../store/codepipeline/action-executions.ts';
import { findPipelineById, lockPipelineById, type PipelineRow } from '../../../store/codepipeline/pipelines.ts';
import { findWatch, type SourceWatch, sawRevision } from '../../../store/codepipeline/source-watches.ts';
import type { Tx } from '../../../store/database.ts';
import { again, done, type Verdict } from '../../../work/work.ts';
import type { CodePipelineRooms } from '../rooms.ts';
import type { PipelineDeclaration } from '../shapes.ts';
import { startPipeline } from '../starts/start-pipeline.ts';
import { pollingDisabledAt } from './polling-inactivity.ts';
import { ASK_EVERY_MS, newestRevision, type PolledSource, polledSource } from './source-watches.ts';

/**
 * Looks whether a polled source has another revision than was seen last; if so the pipeline runs, once for it. Where the server
 * itself keeps the source this is done when it changes, elsewhere every minute.
 *
 * The run takes the revision that was seen, however long it waits; a PARALLEL one the newest, as AWS's do. A pipeline that has no
 * room for another execution is started when one has ended. One whose polling is disabled is not started.
 */
export async function pollSource(key: string, rooms: CodePipelineRooms): Promise<Verdict> {
  const [pipelineId = '', action = ''] = key.split('/');
  const polled = await load(pipelineId, action, rooms);
  if (polled === undefined) return done;
  const { watch, source, disabled } = polled;
  if (disabled) return later(watch, rooms);
  const newest = await newestRevision(source);
  if (newest !== undefined && newest !== watch.revision)
    await rooms.database.write((tx) => startIfNew(tx, { pipelineId, action, newest }, rooms));
  return later(watch, rooms);
}

function later({ place }: SourceWatch, rooms: CodePipelineRooms): Verdict {
  return place === null ? again(rooms.clock.now() + ASK_EVERY_MS) : done;
}

interface Polled {
  readonly watch: SourceWatch;
  readonly source: PolledSource;
  /** Whether the pipeline has been idle for so long that it is not polled. */
  readonly disabled: boolean;
}

function load(pipelineId: string, name: string, rooms: CodePipelineRooms): Promise<Polled | undefined> {
  return rooms.database.read(async (reader) => {
    const watch = await findWatch(reader, pipelineId, name);
    const pipeline = watch && (await findPipelineById(reader, pipelineId));
    if (watch?.kind !== 'poll' || pipeline === undefined) return undefined;
    const read = await rooms.declarations.find(reader, pipeline.id, pipeline.version);
    if (read === undefined) return undefined;
    const declaration = read as PipelineDeclaration;
    const [stage] = declaration.stages;
    const action = stage?.actions.find((candidate) => candidate.name === name);
    if (stage === undefined || action === undefined) return undefined;
    const source = polledSource(openAction(action, pipeline.id, stage.name, rooms.secrets), pipeline, rooms);
    if (source === undefined) return undefined;
    const disabled = (await pollingDisabledAt(reader, pipeline, rooms.clock.now())) !== undefined;
    return { watch, source, disabled };
  });
}

interface Change {
  readonly pipelineId: string;
  readonly action: string;
  readonly newest: string;
}

async function startIfNew(tx: Tx, { pipelineId, action, newest }: Change, rooms: CodePipelineRooms): Promise<void> {
  const pipeline = await lockPipelineById(tx, pipelineId);
  const watch = pipeline && (await findWatch(tx, pipelineId, action));
  if (pipeline === undefined || watch === undefined || watch.revision === newest) return;
  if ((await isNew(tx, watch, newest)) && (await start(tx, pipeline, { action, newest }, rooms)) === 'no room')
    await waitForRoom(tx, pipelineId, { kind: POLL_WORK, key: `${pipelineId}/${action}` });
  else await sawRevision(tx, pipelineId, action, newest);
}

/**
 * A source that nobody tells of is looked at late: what the last run took, whoever started that, is not new; and before the first
 * run what the first look finds is what later looks are compared with.
 */
async function isNew(tx: Tx, { pipelineId, action, place, revision }: SourceWatch, newest: string): Promise<boolean> {
  if (place !== null) return true;
  const last = await latestOutput(tx, pipelineId, action);
  const { revision: taken }: Partial<ActionOutput> = last === undefined ? {} : JSON.parse(last);
  return taken === undefined ? revision !== null : taken.revisionId !== newest;
}

async function start(
  tx: Tx,
  pipeline: PipelineRow,
  { action, newest }: Pick<Change, 'action' | 'newest'>,
  rooms: CodePipelineRooms,
): Promise<'no room' | undefined> {
  const trigger = { triggerType: 'PollForSourceChanges', triggerDetail: action } as const;
  const declaration = (await rooms.declarations.read(tx, pipeline.id, pipeline.version)) as PipelineDeclaration;
  const overrides = revisionOf(declaration, action, newest, rooms);
  try {
    await startPipeline(tx, pipeline, { trigger, overrides }, rooms);
  } catch (error) {
    if (!isServiceError(error)) throw error;
    if (isServiceError(error, 'ConcurrentPipelineExecutionsLimitExceededException')) return 'no room';
    rooms.log.info('a change of a source does not start its pipeline', { pipeline: pipeline.name, action, error });
  }
  return undefined;
}

function revisionOf(
  { stages: [sources], executionMode }: PipelineDeclaration,
  actionName: string,
  revisionValue: string,
  { providers }: CodePipelineRooms,
): SourceOverride[] {
  const action = sources?.actions.find(({ name }) => name === actionName);
  const [revisionType] = (action && findProvider(providers.builtIn, action.actionTypeId)?.revisionTypes) ?? [];
  if (executionMode === 'PARALLEL' || revisionType === undefined) return [];
  return [{ actionName, revisionType, revisionValue }];
}
