import { forUpdate, type Reader, type Tx } from '../database.ts';
import type { Scope } from './applications.ts';

/** A deployment group. `settings` and `targetRevision` are JSON, `created` milliseconds. */
export interface DeploymentGroup {
  readonly id: string;
  readonly applicationId: string;
  readonly name: string;
  readonly settings: string;
  readonly targetRevision: string | null;
  /** Ids of deployments. */
  readonly lastAttempted: string | null;
  readonly lastSuccessful: string | null;
  readonly created: number;
}

const COLUMNS = `id, application_id AS "applicationId", name, settings, target_revision AS "targetRevision",
  last_attempted AS "lastAttempted", last_successful AS "lastSuccessful", created`;

/** False when the name is taken. */
export async function insertGroup(
  tx: Tx,
  group: Pick<DeploymentGroup, 'id' | 'applicationId' | 'name' | 'settings' | 'created'>,
): Promise<boolean> {
  const added = await tx.run(
    `INSERT INTO deployment_groups (id, application_id, name, settings, created) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (application_id, name) DO NOTHING`,
    [group.id, group.applicationId, group.name, group.settings, group.created],
  );
  return added > 0;
}

export function findGroup(reader: Reader, applicationId: string, name: string): Promise<DeploymentGroup | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM deployment_groups WHERE application_id = $1 AND name = $2`, [
    applicationId,
    name,
  ]);
}

/** The group, held until the transaction ends: deployments of one group are created one after the other. */
export function lockGroup(tx: Tx, id: string): Promise<DeploymentGroup | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM deployment_groups WHERE id = $1${forUpdate(tx)}`, [id]);
}

export function listGroups(reader: Reader, applicationId: string): Promise<DeploymentGroup[]> {
  return reader.all(`SELECT ${COLUMNS} FROM deployment_groups WHERE application_id = $1 ORDER BY name`, [
    applicationId,
  ]);
}

/** Settings of every group in an account and region: who uses a deployment configuration? */
export async function allGroupSettings(reader: Reader, scope: Scope): Promise<string[]> {
  const rows = await reader.all<{ settings: string }>(
    `SELECT g.settings FROM deployment_groups g JOIN applications a ON a.id = g.application_id
     WHERE a.account = $1 AND a.region = $2`,
    [scope.account, scope.region],
  );
  return rows.map(({ settings }) => settings);
}

export async function changeGroup(tx: Tx, id: string, name: string, settings: string): Promise<void> {
  await tx.run('UPDATE deployment_groups SET name = $2, settings = $3 WHERE id = $1', [id, name, settings]);
  await tx.run('UPDATE deployments SET group_name = $2 WHERE group_id = $1', [id, name]);
}

export async function recordAttempt(tx: Tx, id: string, deploymentId: string): Promise<void> {
  await tx.run('UPDATE deployment_groups SET last_attempted = $2 WHERE id = $1', [id, deploymentId]);
}

export async function recordSuccess(tx: Tx, id: string, deploymentId: string, revision: string): Promise<void> {
  await tx.run('UPDATE deployment_groups SET last_successful = $2, target_revision = $3 WHERE id = $1', [
    id,
    deploymentId,
    revision,
  ]);
}

/** With what is known of its instances' health; its deployments stay as history. */
export async function deleteGroup(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM instance_health WHERE group_id = $1', [id]);
  await tx.run('DELETE FROM deployment_groups WHERE id = $1', [id]);
}
