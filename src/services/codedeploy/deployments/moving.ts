import type { Deployment } from '../../../store/codedeploy/deployments.ts';
import type { Tx } from '../../../store/database.ts';
import type { EngineRooms } from '../rooms.ts';

/** A deployment held in a transaction, and what is needed to move it on. */
export interface Moving {
  readonly tx: Tx;
  readonly rooms: EngineRooms;
  readonly deployment: Deployment;
}
