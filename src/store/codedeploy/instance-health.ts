import type { Reader, Tx } from '../database.ts';

/** What the last deployment of a group left an instance in. `instance` is its ARN. */
export interface InstanceHealth {
  readonly instance: string;
  readonly healthy: 0 | 1;
  readonly revisionIdentity: string;
}

export async function recordHealth(tx: Tx, groupId: string, health: InstanceHealth): Promise<void> {
  await tx.run(
    `INSERT INTO instance_health (group_id, instance, healthy, revision_identity) VALUES ($1, $2, $3, $4)
     ON CONFLICT (group_id, instance) DO UPDATE SET
       healthy = excluded.healthy, revision_identity = excluded.revision_identity`,
    [groupId, health.instance, health.healthy, health.revisionIdentity],
  );
}

export function healthOf(reader: Reader, groupId: string): Promise<InstanceHealth[]> {
  return reader.all(
    `SELECT instance, healthy, revision_identity AS "revisionIdentity" FROM instance_health WHERE group_id = $1`,
    [groupId],
  );
}
