import type { Artifact } from '../actions/action.ts';
import type { Objects } from '../ports/objects.ts';
import { actionsOfExecution } from '../store/codepipeline/action-executions.ts';
import { rulesOfExecution } from '../store/codepipeline/rule-executions.ts';
import { executionsWithOldArtifacts, markSwept } from '../store/codepipeline/swept-artifacts.ts';
import { again, done, type Verdict } from '../work/work.ts';
import type { EngineRooms } from './engine-rooms.ts';
import type { ActionInput } from './facts/action-record.ts';
import type { RuleInput } from './facts/rule-record.ts';

/** Kind of the durable work that deletes artifacts nobody needs any more; its only key is `all`. */
export const ARTIFACT_WORK = 'codepipeline.artifacts';

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
/** Executions before others have their turn. */
const PORTION = 50;

export interface ArtifactSweepRooms extends Pick<EngineRooms, 'database' | 'clock'> {
  readonly objects: Objects;
  /** How long artifacts are kept after their execution's end; undefined: as long as their bucket. */
  readonly artifactDays: number | undefined;
}

/** Deletes old artifacts, an execution at a time; comes back every hour. What was deleted before a crash is deleted already. */
export async function sweepArtifacts(rooms: ArtifactSweepRooms): Promise<Verdict> {
  const { database, clock, objects, artifactDays } = rooms;
  if (artifactDays === undefined) return done;
  const now = clock.now();
  const before = now - artifactDays * DAY_MS;
  const old = await database.read((reader) => executionsWithOldArtifacts(reader, before, PORTION));
  for (const id of old) {
    for (const { bucket, key } of await artifactsOf(id, rooms)) await objects.remove({ bucket, key });
    await database.write((tx) => markSwept(tx, id));
  }
  return again(old.length === PORTION ? now : now + HOUR_MS);
}

/** Everything that was written for the actions and rules of an execution, or may have been. */
async function artifactsOf(executionId: string, { database }: ArtifactSweepRooms): Promise<Artifact[]> {
  const [actions, rules] = await database.read(async (reader) => [
    await actionsOfExecution(reader, executionId),
    await rulesOfExecution(reader, executionId),
  ]);
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
