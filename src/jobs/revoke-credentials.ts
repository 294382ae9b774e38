import { deleteAccessKeysOf } from '../store/access-keys.ts';
import { jobsOfAction } from '../store/codepipeline/jobs.ts';
import type { Tx } from '../store/database.ts';
import { holderOf } from './hand-out.ts';

/** The action is over: what its workers were given to do its jobs with is good for nothing any more. */
export async function revokeCredentials(tx: Tx, actionExecutionId: string): Promise<void> {
  for (const id of await jobsOfAction(tx, actionExecutionId)) await deleteAccessKeysOf(tx, holderOf({ id }));
}
