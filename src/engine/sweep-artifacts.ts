import type { Artifact } from '../actions/action.ts';
import type { Objects } from '../ports/objects.ts';
import { listActionsOfExecution } from '../store/codepipeline/action-executions.ts';
import { lockPipelineById } from '../store/codepipeline/pipelines.ts';
import { rulesOfExecution } from '../store/codepipeline/rule-executions.ts';
import { executionsWithOldArtifacts, isUnderWay, markSwept } from '../store/codepipeline/swept-artifacts.ts';
import { again, done, type Verdict } from '../work/work.ts';
import type { EngineRooms } from './engine-rooms.ts';
import type { ActionInput } from './facts/action-record.ts';
import type { RuleInput } from './facts/rule-record.ts';

/** Kind of the durable work that finds artifacts nobody needs any more; its only key is `all`. */
export const ARTIFACT_WORK = 'codepipeline.artifacts';

/** Kind of the durable work that deletes those of an execution, its key. */
export const OLD_ARTIFACTS_WORK = 'codepipeline.artifacts.old';

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
/** Executions before others have their turn. */
const PORTION = 50;
const ALL_ATTEMPTS = { before: Number.MAX_SAFE_INTEGER, limit: 100_000 };

export interface ArtifactSweepRooms extends Pick<EngineRooms, 'database' | 'clock' | 'work'> {
  readonly objects: Objects;
  /** How long artifacts are kept after their execution's end; undefined: as long as their bucket. */
  readonly artifactDays: number | undefined;
}

/** Gives up old artifacts, an execution at a time, under its pipeline's lock; comes back every hour. */
export async function sweepArtifacts({ database, clock, work, artifactDays }: ArtifactSweepRooms): Promise<Verdict> {
  if (artifactDays === undefined) return done;
  const now = clock.now();
  const before = now - artifactDays * DAY_MS;
  const old = await database.read((reader) => executionsWithOldArtifacts(reader, before, PORTION));
  for (const { id, pipelineId } of old)
    await database.write(async (tx) => {
      if ((await lockPipelineById(tx, pipelineId)) === undefined) return;
      if (await markSwept(tx, id, before)) await work.schedule(tx, OLD_ARTIFACTS_WORK, id);
    });
  return again(old.length === PORTION ? now : now + HOUR_MS);
}

/** Deletes what was given up. What was deleted before a crash is deleted already. */
export async function deleteOldArtifacts(executionId: string, rooms: ArtifactSweepRooms): Promise<Verdict> {
  for (const { bucket, key } of await artifactsOf(executionId, rooms)) await rooms.objects.remove({ bucket, key });
  return done;
}

/**
 * Everything that was written for the actions and rules of an execution, or may have been, whichever attempt it was; nothing when it
 * is under way again. That is asked last: so no attempt of now is among them.
 */
async function artifactsOf(executionId: string, { database }: ArtifactSweepRooms): Promise<Artifact[]> {
  const { before, limit } = ALL_ATTEMPTS;
  const [actions, rules, goesOn] = await database.read(async (reader) => [
    await listActionsOfExecution(reader, { id: executionId, attempts: 'All' }, before, limit),
    await rulesOfExecution(reader, executionId),
    await isUnderWay(reader, executionId),
  ]);
  if (goesOn) return [];
  return [
    ...actions.flatMap(({ input }) => {
      const { outputArtifacts, copies = [] }: ActionInput = JSON.parse(input);
      return [...outputArtifacts, ...copies.map(({ to }) => to)];
    }),
    ...rules.flatMap(({ input }) => {
      const { copies = [] }: RuleInput = JSON.parse(input);
      return copies.map(({ to }) => to);
    }),
  ];
}
