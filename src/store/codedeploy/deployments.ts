import { forUpdate, type Reader, type SqlValue, type Tx } from '../database.ts';
import type { Scope } from './applications.ts';

export type DeploymentState = 'Created' | 'InProgress' | 'Succeeded' | 'Failed' | 'Stopped';

/** A deployment. `revision`, `previousRevision` and `settings` are JSON; times in milliseconds. */
export interface Deployment extends Scope {
  readonly sequence: number;
  readonly id: string;
  readonly applicationId: string;
  readonly applicationName: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly configName: string;
  readonly revision: string;
  readonly revisionIdentity: string;
  readonly previousRevision: string | null;
  readonly settings: string;
  readonly status: DeploymentState;
  /** 1 once it was asked to stop. */
  readonly stopping: 0 | 1;
  readonly created: number;
  readonly started: number | null;
  readonly completed: number | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly rollbackId: string | null;
  readonly rollbackMessage: string | null;
  readonly clientToken: string | null;
  readonly wakeKind: string | null;
  readonly wakeKey: string | null;
  /** When it is looked at again at the latest. */
  readonly timer: number | null;
}

export type NewDeployment = Pick<
  Deployment,
  | 'id'
  | 'account'
  | 'region'
  | 'applicationId'
  | 'applicationName'
  | 'groupId'
  | 'groupName'
  | 'configName'
  | 'revision'
  | 'revisionIdentity'
  | 'previousRevision'
  | 'settings'
  | 'created'
  | 'clientToken'
  | 'wakeKind'
  | 'wakeKey'
>;

const COLUMNS = `sequence, id, account, region, application_id AS "applicationId", application_name AS "applicationName",
  group_id AS "groupId", group_name AS "groupName", config_name AS "configName", revision,
  revision_identity AS "revisionIdentity", previous_revision AS "previousRevision", settings, status, stopping,
  created, started, completed, error_code AS "errorCode", error_message AS "errorMessage", rollback_id AS "rollbackId",
  rollback_message AS "rollbackMessage", client_token AS "clientToken", wake_kind AS "wakeKind", wake_key AS "wakeKey", timer`;

export async function insertDeployment(tx: Tx, row: NewDeployment): Promise<void> {
  await tx.run(
    `INSERT INTO deployments (id, account, region, application_id, application_name, group_id, group_name, config_name,
       revision, revision_identity, previous_revision, settings, status, created, client_token, wake_kind, wake_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'Created', $13, $14, $15, $16)`,
    [
      row.id,
      row.account,
      row.region,
      row.applicationId,
      row.applicationName,
      row.groupId,
      row.groupName,
      row.configName,
      row.revision,
      row.revisionIdentity,
      row.previousRevision,
      row.settings,
      row.created,
      row.clientToken,
      row.wakeKind,
      row.wakeKey,
    ],
  );
}

export function findDeployment(reader: Reader, scope: Scope, id: string): Promise<Deployment | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM deployments WHERE id = $1 AND account = $2 AND region = $3`, [
    id,
    scope.account,
    scope.region,
  ]);
}

/** The deployment, held until the transaction ends: whoever moves it on does so one after the other. */
export function lockDeployment(tx: Tx, id: string): Promise<Deployment | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM deployments WHERE id = $1${forUpdate(tx)}`, [id]);
}

export function findDeploymentByToken(reader: Reader, scope: Scope, token: string): Promise<Deployment | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM deployments WHERE account = $1 AND region = $2 AND client_token = $3`, [
    scope.account,
    scope.region,
    token,
  ]);
}

export function findActiveDeployment(reader: Reader, groupId: string): Promise<{ id: string } | undefined> {
  return reader.get('SELECT id FROM deployments WHERE group_id = $1 AND completed IS NULL', [groupId]);
}

export interface DeploymentFilter {
  readonly groupId: string | undefined;
  readonly statuses: readonly string[];
  /** Milliseconds, inclusive. */
  readonly from: number;
  readonly to: number;
  /** Sequence of the last deployment of the page before. */
  readonly before: number;
}

/** Newest first. */
export function listDeployments(
  reader: Reader,
  scope: Scope,
  filter: DeploymentFilter,
  limit: number,
): Promise<{ id: string; sequence: number }[]> {
  const parameters: SqlValue[] = [scope.account, scope.region, filter.before, filter.from, filter.to, limit];
  const place = (value: SqlValue) => `$${parameters.push(value)}`;
  const inGroup = filter.groupId === undefined ? '' : `AND group_id = ${place(filter.groupId)}`;
  const withStatus =
    filter.statuses.length === 0 ? '' : `AND status IN (${filter.statuses.map((status) => place(status)).join(', ')})`;
  return reader.all(
    `SELECT id, sequence FROM deployments
     WHERE account = $1 AND region = $2 AND sequence < $3 AND created >= $4 AND created <= $5 ${inGroup} ${withStatus}
     ORDER BY sequence DESC LIMIT $6`,
    parameters,
  );
}

export async function recordTimer(tx: Tx, id: string, timer: number | null): Promise<void> {
  await tx.run('UPDATE deployments SET timer = $2 WHERE id = $1', [id, timer]);
}

export async function recordStart(tx: Tx, id: string, now: number): Promise<void> {
  await tx.run(`UPDATE deployments SET status = 'InProgress', started = $2 WHERE id = $1`, [id, now]);
}

/** `settings` anew, for a stop decides whether there is a rollback. */
export async function recordStopRequest(tx: Tx, id: string, settings: string): Promise<void> {
  await tx.run('UPDATE deployments SET stopping = 1, settings = $2 WHERE id = $1', [id, settings]);
}

export interface DeploymentEnd {
  readonly status: 'Succeeded' | 'Failed' | 'Stopped';
  readonly error: { readonly code: string; readonly message: string } | undefined;
}

export async function recordEnd(tx: Tx, id: string, end: DeploymentEnd, now: number): Promise<void> {
  await tx.run(
    'UPDATE deployments SET status = $2, completed = $3, error_code = $4, error_message = $5 WHERE id = $1',
    [id, end.status, now, end.error?.code ?? null, end.error?.message ?? null],
  );
}

export async function recordRollback(tx: Tx, id: string, rollbackId: string | null, message: string): Promise<void> {
  await tx.run('UPDATE deployments SET rollback_id = $2, rollback_message = $3 WHERE id = $1', [
    id,
    rollbackId,
    message,
  ]);
}

/** Whether a deployment under way uses the configuration. */
export async function isDeployedWith(reader: Reader, scope: Scope, configName: string): Promise<boolean> {
  const row = await reader.get(
    `SELECT id FROM deployments WHERE account = $1 AND region = $2 AND config_name = $3 AND completed IS NULL LIMIT 1`,
    [scope.account, scope.region, configName],
  );
  return row !== undefined;
}
