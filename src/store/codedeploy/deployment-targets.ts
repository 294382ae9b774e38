import type { Reader, Tx } from '../database.ts';

export type TargetState = 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped';

/** An instance in a deployment. Targets start in the order of their positions. */
export interface DeploymentTarget {
  readonly deploymentId: string;
  readonly position: number;
  readonly name: string;
  readonly arn: string;
  /** The IAM ARN its agent answers to. */
  readonly host: string;
  readonly status: TargetState;
  /** Milliseconds. */
  readonly updated: number;
}

const COLUMNS = 'deployment_id AS "deploymentId", position, name, arn, host, status, updated';

export async function insertTarget(tx: Tx, target: DeploymentTarget): Promise<void> {
  const { deploymentId, position, name, arn, host, status, updated } = target;
  await tx.run(
    `INSERT INTO deployment_targets (deployment_id, position, name, arn, host, status, updated)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [deploymentId, position, name, arn, host, status, updated],
  );
}

export function listTargets(reader: Reader, deploymentId: string): Promise<DeploymentTarget[]> {
  return reader.all(`SELECT ${COLUMNS} FROM deployment_targets WHERE deployment_id = $1 ORDER BY position`, [
    deploymentId,
  ]);
}

export function findTargetOfHost(
  reader: Reader,
  deploymentId: string,
  host: string,
): Promise<DeploymentTarget | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM deployment_targets WHERE deployment_id = $1 AND host = $2`, [
    deploymentId,
    host,
  ]);
}

export function countTargets(reader: Reader, deploymentId: string): Promise<{ status: TargetState; count: number }[]> {
  return reader.all(
    'SELECT status, COUNT(*) AS count FROM deployment_targets WHERE deployment_id = $1 GROUP BY status',
    [deploymentId],
  );
}

export async function recordTargetStatus(
  tx: Tx,
  target: Pick<DeploymentTarget, 'deploymentId' | 'position'>,
  status: TargetState,
  now: number,
): Promise<void> {
  await tx.run('UPDATE deployment_targets SET status = $3, updated = $4 WHERE deployment_id = $1 AND position = $2', [
    target.deploymentId,
    target.position,
    status,
    now,
  ]);
}

export async function skipPendingTargets(tx: Tx, deploymentId: string, now: number): Promise<void> {
  await tx.run(
    `UPDATE deployment_targets SET status = 'Skipped', updated = $2 WHERE deployment_id = $1 AND status = 'Pending'`,
    [deploymentId, now],
  );
}
