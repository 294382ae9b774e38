import type { Tx } from '../../store/database.ts';
import { type Deployment, recordTimer } from '../../store/deployments.ts';
import { DEPLOYMENT_WORK } from './create-deployment.ts';
import type { EngineRooms } from './rooms.ts';

/** Has the deployment looked at by `due` (milliseconds). Does nothing when it will be anyway: most events bring no new timer. */
export async function lookBy(tx: Tx, rooms: EngineRooms, { id, timer }: Deployment, due: number): Promise<void> {
  if (timer !== null && timer <= due) return;
  await recordTimer(tx, id, due);
  await rooms.work.schedule(tx, DEPLOYMENT_WORK, id, due);
}
