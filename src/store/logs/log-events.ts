import type { Reader, SqlValue, Tx } from '../database.ts';

/** A line as it is to be stored: `size` as AWS counts it, in bytes. */
export interface NewLogEvent {
  /** Milliseconds. */
  readonly timestamp: number;
  readonly message: string;
  readonly size: number;
}

export interface LogEventRow {
  readonly sequence: number;
  readonly stream: string;
  readonly timestamp: number;
  readonly ingested: number;
  readonly size: number;
  readonly message: string;
}

/** Events are read in the order of their times, those of one time in the order they came. */
export type LogPosition = readonly [timestamp: number, sequence: number];

/** Rows of one INSERT: few different statements to prepare, few round trips. */
const PORTIONS = [64, 8, 1] as const;

/**
 * Appends to a stream. The stream's row is changed first: it is the lock that makes sequence numbers of one stream visible in
 * their order. False when the stream is no more: nothing is stored then.
 */
export async function appendLogEvents(
  tx: Tx,
  stream: { readonly id: number; readonly groupId: number },
  events: readonly NewLogEvent[],
  now: number,
): Promise<boolean> {
  const times = events.map(({ timestamp }) => timestamp);
  const first = times.reduce((least, time) => Math.min(least, time), Number.MAX_SAFE_INTEGER);
  const last = times.reduce((most, time) => Math.max(most, time), 0);
  const found = await tx.run(
    `UPDATE log_streams SET last_ingested = $2, bytes = bytes + $3,
       first_event = CASE WHEN first_event < $4 THEN first_event ELSE $4 END,
       last_event = CASE WHEN last_event > $5 THEN last_event ELSE $5 END
     WHERE id = $1`,
    [stream.id, now, events.reduce((sum, { size }) => sum + size, 0), first, last],
  );
  if (found === 0) return false;
  for (let index = 0; index < events.length; ) {
    const count = PORTIONS.find((portion) => portion <= events.length - index) ?? 1;
    const rows = events.slice(index, index + count);
    const values = rows.flatMap(({ timestamp, size, message }) => [timestamp, size, message]);
    await tx.run(insertOf(count), [stream.groupId, stream.id, now, ...values]);
    index += count;
  }
  return true;
}

function insertOf(count: number): string {
  const rows = Array.from({ length: count }, (_, row) => {
    const [timestamp, size, message] = [row * 3 + 4, row * 3 + 5, row * 3 + 6];
    return `($1, $2, $3, $${timestamp}, $${size}, $${message})`;
  });
  return `INSERT INTO log_events (group_id, stream_id, ingested, timestamp, size, message) VALUES ${rows.join(', ')}`;
}

/** Which events: `from` and `to` in milliseconds, both included. */
export interface LogRange {
  readonly from: number;
  readonly to: number;
}

const COLUMNS = 'e.sequence, s.name AS stream, e.timestamp, e.ingested, e.size, e.message';

export interface EventsFrom extends LogRange {
  readonly start: LogPosition;
  readonly limit: number;
}

/** A stream's events after a position, oldest first. */
export function streamEventsAfter(
  reader: Reader,
  streamId: number,
  { from, to, start, limit }: EventsFrom,
): Promise<LogEventRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM log_events e JOIN log_streams s ON s.id = e.stream_id
     WHERE e.stream_id = $1 AND e.timestamp >= $2 AND e.timestamp <= $3 AND (e.timestamp, e.sequence) > ($4, $5)
     ORDER BY e.timestamp, e.sequence LIMIT $6`,
    [streamId, from, to, ...start, limit],
  );
}

/** A stream's events before a position, newest first. */
export function streamEventsBefore(
  reader: Reader,
  streamId: number,
  { from, to, start, limit }: EventsFrom,
): Promise<LogEventRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM log_events e JOIN log_streams s ON s.id = e.stream_id
     WHERE e.stream_id = $1 AND e.timestamp >= $2 AND e.timestamp <= $3 AND (e.timestamp, e.sequence) < ($4, $5)
     ORDER BY e.timestamp DESC, e.sequence DESC LIMIT $6`,
    [streamId, from, to, ...start, limit],
  );
}

/** Which streams of a group: those whose names begin with a prefix, and of those the ones of these ids when there are any. */
export interface StreamChoice {
  readonly prefix: string;
  readonly ids: readonly number[];
}

/** A group's events after a position, oldest first. */
export function groupEventsAfter(
  reader: Reader,
  groupId: number,
  { from, to, start, limit, prefix, ids }: EventsFrom & StreamChoice,
): Promise<LogEventRow[]> {
  const parameters: SqlValue[] = [groupId, from, to, ...start, limit, prefix, ...ids];
  const places = ids.map((_, index) => `$${index + 8}`).join(', ');
  return reader.all(
    `SELECT ${COLUMNS} FROM log_events e JOIN log_streams s ON s.id = e.stream_id
     WHERE e.group_id = $1 AND e.timestamp >= $2 AND e.timestamp <= $3 AND (e.timestamp, e.sequence) > ($4, $5)
       AND substr(s.name, 1, length($7)) = $7 ${ids.length > 0 ? `AND e.stream_id IN (${places})` : ''}
     ORDER BY e.timestamp, e.sequence LIMIT $6`,
    parameters,
  );
}

/** Deletes up to `limit` of a group's events older than `before`; answers how many. */
export async function deleteExpiredEvents(tx: Tx, groupId: number, before: number, limit: number): Promise<number> {
  const gone = await tx.all<{ streamId: number; size: number }>(
    `DELETE FROM log_events WHERE sequence IN
       (SELECT sequence FROM log_events WHERE group_id = $1 AND timestamp < $2 ORDER BY timestamp, sequence LIMIT $3)
     RETURNING stream_id AS "streamId", size`,
    [groupId, before, limit],
  );
  const bytes = new Map<number, number>();
  for (const { streamId, size } of gone) bytes.set(streamId, (bytes.get(streamId) ?? 0) + size);
  for (const [streamId, size] of [...bytes].sort(([one], [other]) => one - other)) {
    await tx.run(
      `UPDATE log_streams SET bytes = bytes - $2,
         first_event = (SELECT MIN(timestamp) FROM log_events WHERE stream_id = $1) WHERE id = $1`,
      [streamId, size],
    );
  }
  return gone.length;
}

export async function oldestEvent(reader: Reader, groupId: number): Promise<number | undefined> {
  const row = await reader.get<{ oldest: number | null }>(
    'SELECT MIN(timestamp) AS oldest FROM log_events WHERE group_id = $1',
    [groupId],
  );
  return row?.oldest ?? undefined;
}

/** Deletes up to `limit` events of a group that is no more; answers how many. */
export function deleteGroupEvents(tx: Tx, groupId: number, limit: number): Promise<number> {
  return tx.run(
    `DELETE FROM log_events WHERE sequence IN
       (SELECT sequence FROM log_events WHERE group_id = $1 ORDER BY timestamp, sequence LIMIT $2)`,
    [groupId, limit],
  );
}

/** Deletes up to `limit` events of a stream that is no more; answers how many. */
export function deleteStreamEvents(tx: Tx, streamId: number, limit: number): Promise<number> {
  return tx.run(
    `DELETE FROM log_events WHERE sequence IN
       (SELECT sequence FROM log_events WHERE stream_id = $1 ORDER BY timestamp, sequence LIMIT $2)`,
    [streamId, limit],
  );
}
