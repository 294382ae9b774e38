import type { Reader, Tx } from '../database.ts';

/** Where names of log groups are unique. */
export interface LogPlace {
  readonly account: string;
  readonly region: string;
}

export interface LogGroupRow {
  readonly id: number;
  readonly name: string;
  readonly class: string;
  readonly retentionDays: number | null;
  /** Milliseconds. */
  readonly created: number;
}

export interface StoredLogGroup extends LogGroupRow {
  /** Bytes of all its events. */
  readonly bytes: number;
}

export interface NewLogGroup extends LogPlace {
  readonly name: string;
  readonly class: string;
  readonly created: number;
}

const COLUMNS = 'id, name, class, retention_days AS "retentionDays", created';

/** False when the name is taken. */
export async function insertLogGroup(tx: Tx, group: NewLogGroup): Promise<boolean> {
  const { account, region, name, created } = group;
  const added = await tx.run(
    `INSERT INTO log_groups (account, region, name, class, created) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (account, region, name) DO NOTHING`,
    [account, region, name, group.class, created],
  );
  return added > 0;
}

export function findLogGroup(reader: Reader, place: LogPlace, name: string): Promise<LogGroupRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM log_groups WHERE account = $1 AND region = $2 AND name = $3`, [
    place.account,
    place.region,
    name,
  ]);
}

export function findLogGroupById(reader: Reader, id: number): Promise<LogGroupRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM log_groups WHERE id = $1`, [id]);
}

/** Groups whose names begin with `prefix` and contain `part`, after the name `after`, in the order of their names. */
export function listLogGroups(
  reader: Reader,
  place: LogPlace,
  names: { readonly prefix: string; readonly part: string; readonly after: string },
  limit: number,
): Promise<StoredLogGroup[]> {
  return reader.all(
    `SELECT ${COLUMNS},
       CAST((SELECT COALESCE(SUM(bytes), 0) FROM log_streams WHERE group_id = log_groups.id) AS BIGINT) AS bytes
     FROM log_groups
     WHERE account = $1 AND region = $2 AND name > $3 AND substr(name, 1, length($4)) = $4
       AND (length($5) = 0 OR replace(name, $5, '') <> name)
     ORDER BY name LIMIT $6`,
    [place.account, place.region, names.after, names.prefix, names.part, limit],
  );
}

export async function setRetention(tx: Tx, id: number, days: number | null): Promise<void> {
  await tx.run('UPDATE log_groups SET retention_days = $2 WHERE id = $1', [id, days]);
}

/** The group and its streams; its events go in portions, by `deleteGroupEvents`. */
export async function deleteLogGroup(tx: Tx, id: number): Promise<void> {
  await tx.run('DELETE FROM log_streams WHERE group_id = $1', [id]);
  await tx.run('DELETE FROM log_groups WHERE id = $1', [id]);
}
