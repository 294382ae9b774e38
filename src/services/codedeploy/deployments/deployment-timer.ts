import { recordTimer } from '../../../store/codedeploy/deployments.ts';
import { DEPLOYMENT_WORK } from './create-deployment.ts';
import type { Moving } from './moving.ts';

/** Has the deployment looked at by `due` (milliseconds). Does nothing when it will be anyway: most events bring no new timer. */
export async function lookBy({ tx, rooms, deployment }: Moving, due: number): Promise<void> {
  const { id, timer } = deployment;
  if (timer !== null && timer <= due) return;
  await recordTimer(tx, id, due);
  await rooms.work.schedule(tx, DEPLOYMENT_WORK, id, due);
}
