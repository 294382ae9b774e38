import { takeWaiters, takeWaitersOfPipeline } from '../store/codepipeline/execution-waiters.ts';
import type { Tx } from '../store/database.ts';
import type { EngineRooms } from './engine-rooms.ts';

/** Whoever waits for the end of an execution is woken by it. */
export async function wakeWaiters(tx: Tx, executionId: string, { work }: EngineRooms): Promise<void> {
  for (const { kind, key } of await takeWaiters(tx, executionId)) await work.schedule(tx, kind, key);
}

/** A pipeline that is deleted takes its executions with it: nobody need wait for them any more. */
export async function wakeWaitersOfPipeline(tx: Tx, pipelineId: string, { work }: EngineRooms): Promise<void> {
  for (const { kind, key } of await takeWaitersOfPipeline(tx, pipelineId)) await work.schedule(tx, kind, key);
}
