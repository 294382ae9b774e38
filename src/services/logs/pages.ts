import { readToken, writeToken } from '../../kernel/page.ts';
import type { LogEventRow, LogPosition } from '../../store/logs/log-events.ts';
import { invalidParameter } from './errors.ts';

/** An answer of events holds no more than that, whatever its limit. */
const MAX_PAGE_BYTES = 1_048_576;
const FIRST_PORTION = 100;
const MAX_PORTION = 2000;
/** Rows looked at for one answer: a pattern that matches little still answers soon, with a token to go on. */
const MAX_SCANNED = 50_000;

export const FIRST: LogPosition = [0, 0];
export const LAST: LogPosition = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];

export interface EventPage {
  readonly events: readonly LogEventRow[];
  /** Where reading stopped; undefined when there is nothing more. */
  readonly rest: LogPosition | undefined;
}

export interface PageWish {
  readonly start: LogPosition;
  readonly limit: number;
  readonly accept?: (row: LogEventRow) => boolean;
}

/** Reads in portions until the page is full in number or in bytes. */
export async function readPage(
  read: (from: { start: LogPosition; limit: number }) => Promise<LogEventRow[]>,
  { start, limit, accept = () => true }: PageWish,
): Promise<EventPage> {
  const events: LogEventRow[] = [];
  let position = start;
  let bytes = 0;
  let portion = FIRST_PORTION;
  for (let scanned = 0; scanned < MAX_SCANNED; scanned += portion) {
    const rows = await read({ start: position, limit: portion });
    for (const row of rows) {
      if (accept(row)) {
        bytes += row.size;
        if (events.length === limit || (bytes > MAX_PAGE_BYTES && events.length > 0)) return { events, rest: position };
        events.push(row);
      }
      position = [row.timestamp, row.sequence];
    }
    if (rows.length < portion) return { events, rest: undefined };
    portion = portionFor(rows);
  }
  return { events, rest: position };
}

/** As many rows of the size seen as a page may hold: long lines are not read by the thousand. */
function portionFor(rows: readonly LogEventRow[]): number {
  const bytes = rows.reduce((sum, { size }) => sum + size, 0);
  return Math.max(1, Math.min(MAX_PORTION, Math.floor((MAX_PAGE_BYTES * rows.length) / bytes)));
}

/** A position a token of ours holds. */
export function readPosition(token: string): LogPosition {
  const [timestamp, sequence, ...more] = readToken(token) ?? [];
  if (typeof timestamp !== 'number' || typeof sequence !== 'number' || more.length > 0) throw invalidToken();
  return [timestamp, sequence];
}

export function writePosition(position: LogPosition): string {
  return writeToken(position);
}

export const invalidToken = () => invalidParameter('The specified nextToken is invalid.');
