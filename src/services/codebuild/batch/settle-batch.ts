import { type BuildBatchRow, changeBuildBatch, lockBuildBatch } from '../../../store/codebuild/build-batches.ts';
import { lockProject } from '../../../store/codebuild/projects.ts';
import type { Tx } from '../../../store/database.ts';
import { again, done, type Verdict } from '../../../work/work.ts';
import { type BatchFacts, type BatchGroup, type BatchProgress, batchFactsOf, batchProgressOf } from '../batch-facts.ts';
import { BATCH_WORK } from '../batch-work.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import { newBuildOfBatch } from '../starts/new-build.ts';
import { cutOff } from './advance.ts';
import { type Decision, decide } from './decide.ts';
import { endBatch, stopBuilds } from './end-batch.ts';
import { withStatus } from './groups.ts';
import { type Learned, learn } from './learn.ts';
import { taskFacts } from './task-facts.ts';

/** Moves a batch on as far as it can go now: what it decides, the builds it starts and stops, and its end are one transaction. */
export async function settleBatch(tx: Tx, rooms: CodeBuildRooms, id: string): Promise<Verdict> {
  const row = await lockBuildBatch(tx, id);
  if (row === undefined || row.ended !== null) return done;
  const facts = batchFactsOf(row);
  const situation = { rooms, projectName: row.projectName, facts, now: rooms.clock.now() };
  let learned = await learn(tx, batchProgressOf(row));
  for (;;) {
    const decision = decide(situation, learned);
    const settled = await carryOut(tx, rooms, { row, facts, decision });
    if (settled.again !== undefined) {
      learned = settled.again;
      continue;
    }
    if (decision.end === undefined) return rest(tx, rooms, { row, ...settled });
    await endBatch(tx, rooms, { row, progress: settled.progress, ...decision.end });
    return done;
  }
}

interface Step {
  readonly row: BuildBatchRow;
  readonly facts: BatchFacts;
  readonly decision: Decision;
}

interface Settled {
  readonly progress: BatchProgress;
  /** Some wait until other builds of the project have ended. */
  readonly waits: boolean;
  /** There is more to decide, from here. */
  readonly again?: Learned | undefined;
}

async function carryOut(tx: Tx, rooms: CodeBuildRooms, { row, facts, decision }: Step): Promise<Settled> {
  const { progress, start, stop } = decision;
  if (stop.length > 0) {
    await stopBuilds(tx, rooms, stop);
    return { progress, waits: false, again: await learn(tx, progress) };
  }
  if (start.length === 0) return { progress, waits: false };
  const project = await lockProject(tx, row, row.projectName);
  if (project === undefined || project.id !== row.projectId) {
    const cut = { ...progress, groups: progress.groups.map(cutOff) };
    return {
      progress: cut,
      waits: false,
      again: { progress: cut, batchspec: undefined, failure: 'The project is gone' },
    };
  }
  const started = new Set<BatchGroup>();
  for (const group of start) {
    const build = await newBuildOfBatch(tx, rooms, {
      project,
      id: group.current.buildId,
      facts: taskFacts(row, { facts, progress, task: group.task }),
      wake: { kind: BATCH_WORK, key: row.id },
    });
    if (build === undefined) break;
    started.add(group);
  }
  const groups = progress.groups.map((group) => (started.has(group) ? begun(group, rooms.clock.now()) : group));
  return { progress: { ...progress, groups }, waits: started.size < start.length };
}

function begun(group: BatchGroup, now: number): BatchGroup {
  const running = withStatus(group, 'IN_PROGRESS');
  return { ...running, current: { ...running.current, requested: now } };
}

interface Rest extends Settled {
  readonly row: BuildBatchRow;
}

/**
 * Until a build of the batch ends, or its time is up. A batch that waits for room says so first and then looks again: a build that
 * ended in between has not seen that it is waited for.
 */
async function rest(tx: Tx, rooms: CodeBuildRooms, { row, progress, waits }: Rest): Promise<Verdict> {
  const waitsForRoom = waits ? 1 : 0;
  await changeBuildBatch(tx, row.id, {
    status: row.status,
    progress: JSON.stringify(progress),
    waitsForRoom,
    ended: null,
  });
  const now = rooms.clock.now();
  const looksAgain = waits && row.waitsForRoom === 0;
  return again(looksAgain || progress.currentPhase === 'COMBINE_ARTIFACTS' ? now : progress.deadline);
}
