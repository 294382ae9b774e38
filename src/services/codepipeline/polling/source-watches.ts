import { type DeclaredSource, findProvider, type SourcePolling } from '../../../actions/action.ts';
import type { EngineRooms } from '../../../engine/engine-rooms.ts';
import { POLL_WORK } from '../../../engine/source-changes.ts';
import { isServiceError } from '../../../kernel/service-error.ts';
import type { PipelineRow } from '../../../store/codepipeline/pipelines.ts';
import {
  countPolledPipelines,
  replaceWatches,
  type SourceWatch,
  watchesOf,
} from '../../../store/codepipeline/source-watches.ts';
import type { Tx } from '../../../store/database.ts';
import { limitExceeded } from '../errors.ts';
import { gitWatch, type PipelinePlace } from '../git/git-watch.ts';
import type { CodePipelineRooms } from '../rooms.ts';
import type { ActionDeclaration, PipelineDeclaration } from '../shapes.ts';

/** A source that nobody tells of is asked so often. */
export const ASK_EVERY_MS = 60_000;

/** A watch before its pipeline is written: what is newest now is what the first run takes, and starts no second one. */
export type PreparedWatch = Omit<SourceWatch, 'pipelineId'>;

/** Which sources of a pipeline are to be watched. Asks them for their newest revision, so it is done outside transactions. */
export async function prepareWatches(
  pipeline: PipelineDeclaration,
  at: PipelinePlace,
  rooms: EngineRooms,
): Promise<PreparedWatch[]> {
  const watches: PreparedWatch[] = [];
  for (const action of pipeline.stages[0]?.actions ?? []) {
    const git = gitWatch(pipeline, action, at);
    if (git !== undefined) watches.push({ action: action.name, kind: 'git', place: git.place, revision: null });
    const polled = git === undefined ? polledSource(action, at, rooms) : undefined;
    if (polled === undefined) continue;
    const place = polled.polling.place(polled.source) ?? null;
    const revision = place === null ? null : ((await newestRevision(polled)) ?? null);
    watches.push({ action: action.name, kind: 'poll', place, revision });
  }
  return watches;
}

/**
 * Writes the watches with their pipeline. A source that was watched before has not changed by that. Each is looked at once more,
 * for it may have changed since it was prepared.
 */
export async function keepWatches(
  tx: Tx,
  { id: pipelineId, account, region }: PipelineRow,
  prepared: readonly PreparedWatch[],
  rooms: CodePipelineRooms,
): Promise<void> {
  const known = await watchesOf(tx, pipelineId);
  if (known.length + prepared.length === 0) return;
  const watches = prepared.map((watch) => {
    const before = known.find(({ action, kind, place }) => isSame(watch, { action, kind, place }));
    return { ...watch, pipelineId, revision: before === undefined ? watch.revision : before.revision };
  });
  await replaceWatches(tx, pipelineId, watches);
  const { maxPolledPipelines: most } = rooms;
  const isPolled = watches.some(({ kind }) => kind === 'poll');
  if (isPolled && (await countPolledPipelines(tx, account, region)) > most)
    throw limitExceeded(`An account can have ${most} pipelines that poll for source changes in a region at the most`);
  for (const { kind, action, place } of watches) {
    const due = place === null ? rooms.clock.now() + ASK_EVERY_MS : undefined;
    if (kind === 'poll') await rooms.work.schedule(tx, POLL_WORK, `${pipelineId}/${action}`, due);
  }
}

function isSame(
  watch: PreparedWatch,
  { action, kind, place }: Pick<SourceWatch, 'action' | 'kind' | 'place'>,
): boolean {
  return place !== null && watch.action === action && watch.kind === kind && watch.place === place;
}

export interface PolledSource {
  readonly polling: SourcePolling;
  readonly source: DeclaredSource;
}

/** A source action as it is polled; undefined when it is not. */
export function polledSource(
  action: ActionDeclaration,
  { account, region }: PipelinePlace,
  rooms: EngineRooms,
): PolledSource | undefined {
  const { actionTypeId, configuration = {} } = action;
  const polling = findProvider(rooms.providers.builtIn, actionTypeId)?.polling;
  if (polling === undefined || configuration.PollForSourceChanges?.toLowerCase() === 'false') return undefined;
  return { polling, source: { account, region: action.region ?? region, configuration } };
}

/** What cannot be found has no revision: there may be one later. */
export async function newestRevision({ polling, source }: PolledSource): Promise<string | undefined> {
  try {
    return await polling.newest(source);
  } catch (error) {
    if (isServiceError(error)) return undefined;
    throw error;
  }
}
