import type { Reader, Tx } from '../database.ts';
import type { LogPlace } from './log-groups.ts';

export interface LogStreamRow {
  readonly id: number;
  readonly groupId: number;
  readonly name: string;
  /** Milliseconds, as all times. */
  readonly created: number;
  readonly firstEvent: number | null;
  readonly lastEvent: number | null;
  readonly lastIngested: number | null;
}

const COLUMNS = `id, group_id AS "groupId", name, created, first_event AS "firstEvent", last_event AS "lastEvent",
  last_ingested AS "lastIngested"`;

/** False when the name is taken. */
export async function insertLogStream(tx: Tx, groupId: number, name: string, created: number): Promise<boolean> {
  const added = await tx.run(
    'INSERT INTO log_streams (group_id, name, created) VALUES ($1, $2, $3) ON CONFLICT (group_id, name) DO NOTHING',
    [groupId, name, created],
  );
  return added > 0;
}

export function findLogStream(reader: Reader, groupId: number, name: string): Promise<LogStreamRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM log_streams WHERE group_id = $1 AND name = $2`, [groupId, name]);
}

/** Both ids of a stream by the names of its group and its own, in one look. */
export function locateLogStream(
  reader: Reader,
  place: LogPlace,
  names: { readonly group: string; readonly stream: string },
): Promise<{ id: number; groupId: number } | undefined> {
  return reader.get(
    `SELECT s.id, s.group_id AS "groupId" FROM log_streams s JOIN log_groups g ON g.id = s.group_id
     WHERE g.account = $1 AND g.region = $2 AND g.name = $3 AND s.name = $4`,
    [place.account, place.region, names.group, names.stream],
  );
}

/** Where a page of streams begins: those after this name, among those of the same time when they are in the order of time. */
export interface StreamPage {
  readonly after: readonly [time: number, name: string] | undefined;
  readonly descending: boolean;
  readonly limit: number;
}

export function streamsByName(
  reader: Reader,
  groupId: number,
  prefix: string,
  { after, descending, limit }: StreamPage,
): Promise<LogStreamRow[]> {
  const [beyond, order] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const start = after === undefined ? '' : `AND name ${beyond} $4`;
  return reader.all(
    `SELECT ${COLUMNS} FROM log_streams WHERE group_id = $1 AND substr(name, 1, length($2)) = $2 ${start}
     ORDER BY name ${order} LIMIT $3`,
    after === undefined ? [groupId, prefix, limit] : [groupId, prefix, limit, after[1]],
  );
}

/** In the order of the last event; a stream without events counts by its creation. */
export function streamsByLastEvent(
  reader: Reader,
  groupId: number,
  { after, descending, limit }: StreamPage,
): Promise<LogStreamRow[]> {
  const [beyond, order] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const start = after === undefined ? '' : `AND (COALESCE(last_event, created), name) ${beyond} ($3, $4)`;
  return reader.all(
    `SELECT ${COLUMNS} FROM log_streams WHERE group_id = $1 ${start}
     ORDER BY COALESCE(last_event, created) ${order}, name ${order} LIMIT $2`,
    after === undefined ? [groupId, limit] : [groupId, limit, ...after],
  );
}

/** The stream; its events go in portions, by `deleteStreamEvents`. */
export async function deleteLogStream(tx: Tx, id: number): Promise<void> {
  await tx.run('DELETE FROM log_streams WHERE id = $1', [id]);
}
