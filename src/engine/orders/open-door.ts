import { requestEnding, unfinishedExecutions } from '../../store/codepipeline/executions.ts';
import type { PipelineRow } from '../../store/codepipeline/pipelines.ts';
import { disabledTransitions, enableTransition, type Transition } from '../../store/codepipeline/transitions.ts';
import type { Tx } from '../../store/database.ts';
import type { EngineRooms } from '../engine-rooms.ts';
import { settle } from '../settle.ts';

/** Who opens which transition. */
export interface Opening extends Transition {
  readonly by: string;
}

const THIRTY_DAYS = 30 * 24 * 3600_000;

/**
 * Enables a transition of a pipeline whose lock the caller holds: whoever waits enters at once, but not after it was disabled for
 * more than 30 days. Then the change that waited is too old to go on. Gaps: how AWS ends such an execution is not documented;
 * here it is stopped, with that reason.
 */
export async function openDoor(tx: Tx, pipeline: PipelineRow, opening: Opening, rooms: EngineRooms): Promise<void> {
  const { by, ...door } = opening;
  const now = rooms.clock.now();
  const disabled = (await disabledTransitions(tx, pipeline.id)).find(
    ({ stage, side }) => stage === door.stage && side === door.side,
  );
  if (disabled === undefined) return;
  await enableTransition(tx, pipeline.id, { ...door, changedBy: by, changedAt: now });
  if (now - disabled.changedAt > THIRTY_DAYS) await stopWaiting(tx, pipeline, door, rooms);
  await settle(tx, pipeline, rooms);
}

async function stopWaiting(
  tx: Tx,
  pipeline: PipelineRow,
  { stage, side }: Transition,
  rooms: EngineRooms,
): Promise<void> {
  const now = rooms.clock.now();
  const reason = 'The transition was disabled for more than 30 days';
  for (const row of await unfinishedExecutions(tx, pipeline.id)) {
    const { stages } = await rooms.declarations.read(tx, pipeline.id, row.version);
    const beyond = stages[side === 'Inbound' ? row.stage : row.stage - 1]?.name;
    if (row.inside === 1 || beyond !== stage) continue;
    await requestEnding(tx, row.id, { ending: 'stop', status: row.status, reason, now });
  }
}
