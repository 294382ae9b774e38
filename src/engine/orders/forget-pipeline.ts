import { OUTBOX } from '../../events/events.ts';
import { revokeCredentials } from '../../jobs/revoke-credentials.ts';
import { runningActions } from '../../store/codepipeline/action-executions.ts';
import { deletePipeline, type PipelineRow } from '../../store/codepipeline/pipelines.ts';
import { runningRules } from '../../store/codepipeline/rule-executions.ts';
import type { Tx } from '../../store/database.ts';
import { ACTION_WORK, type EngineRooms, RULE_WORK } from '../engine-rooms.ts';
import { wakeWaitersOfPipeline } from '../wake-waiters.ts';

/**
 * Deletes a pipeline whose lock the caller holds, with all it did and does. The work of what runs is done once more: it finds
 * nothing, and ends. What runs at a provider's goes on there, as it does when it is abandoned.
 */
export async function forgetPipeline(tx: Tx, { id }: PipelineRow, rooms: EngineRooms): Promise<void> {
  for (const action of await runningActions(tx, id)) {
    await revokeCredentials(tx, action);
    await rooms.work.schedule(tx, ACTION_WORK, action);
  }
  for (const rule of await runningRules(tx, id)) await rooms.work.schedule(tx, RULE_WORK, rule);
  await wakeWaitersOfPipeline(tx, id, rooms);
  await deletePipeline(tx, id);
  rooms.work.ring(tx, OUTBOX);
}
