import type { Reader, Tx } from '../database.ts';

/** A type of action that an account registered in a region: a custom one of its own, or a partner's. Times in milliseconds. */
export interface ActionTypeRow extends ActionTypeKey {
  /** JSON of the RegisteredType. */
  readonly declaration: string;
  /** By which its partner knows the account. */
  readonly clientId: string;
  /** 1 once it was deleted: it is kept, for its name is not given away again. */
  readonly deleted: number;
  readonly created: number;
  readonly updated: number;
}

export interface ActionTypeKey {
  readonly account: string;
  readonly region: string;
  readonly owner: string;
  readonly category: string;
  readonly provider: string;
  readonly version: string;
}

const COLUMNS =
  'account, region, owner, category, provider, version, declaration, client_id AS "clientId", deleted, created, updated';
const KEY = 'account = $1 AND region = $2 AND owner = $3 AND category = $4 AND provider = $5 AND version = $6';

/** Answers false when there is one of that key, deleted or not. */
export async function insertActionType(tx: Tx, row: ActionTypeRow): Promise<boolean> {
  const inserted = await tx.run(
    `INSERT INTO action_types (account, region, owner, category, provider, version, declaration, client_id, deleted, created, updated)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (account, region, owner, category, provider, version) DO NOTHING`,
    [...keyValues(row), row.declaration, row.clientId, row.deleted, row.created, row.updated],
  );
  return inserted > 0;
}

export function findActionType(reader: Reader, key: ActionTypeKey): Promise<ActionTypeRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM action_types WHERE ${KEY}`, keyValues(key));
}

/** Those of a region that were not deleted, in the order of owner, category, provider and version. */
export function listActionTypes(reader: Reader, account: string, region: string): Promise<ActionTypeRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM action_types WHERE account = $1 AND region = $2 AND deleted = 0
     ORDER BY owner, category, provider, version`,
    [account, region],
  );
}

export async function updateActionType(tx: Tx, key: ActionTypeKey, declaration: string, now: number): Promise<void> {
  await tx.run(`UPDATE action_types SET declaration = $7, updated = $8 WHERE ${KEY}`, [
    ...keyValues(key),
    declaration,
    now,
  ]);
}

export async function setActionTypeDeleted(tx: Tx, key: ActionTypeKey, deleted: boolean, now: number): Promise<void> {
  await tx.run(`UPDATE action_types SET deleted = $7, updated = $8 WHERE ${KEY}`, [
    ...keyValues(key),
    deleted ? 1 : 0,
    now,
  ]);
}

function keyValues(key: ActionTypeKey): string[] {
  return [key.account, key.region, key.owner, key.category, key.provider, key.version];
}
