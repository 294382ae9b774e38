import type { NewLogEvent } from '../../store/logs/log-events.ts';

/** What AWS counts for an event besides its message. */
const OVERHEAD_BYTES = 26;

/** An event as it is stored. PostgreSQL's text has no NUL, so that none is kept on either database. */
export function logEvent({
  timestamp,
  message,
}: {
  readonly timestamp: number;
  readonly message: string;
}): NewLogEvent {
  return { timestamp, message: message.replaceAll('\0', '\u{FFFD}'), size: sizeOf(message) };
}

export function sizeOf(message: string): number {
  return Buffer.byteLength(message, 'utf8') + OVERHEAD_BYTES;
}

/** Characters of one event: a longer line of a program becomes several. */
const MAX_LINE = 256_000;

export function logEventsOf(line: { readonly timestamp: number; readonly message: string }): NewLogEvent[] {
  const parts: string[] = [];
  for (let start = 0; start < line.message.length; start += MAX_LINE)
    parts.push(line.message.slice(start, start + MAX_LINE));
  return parts.map((message) => logEvent({ timestamp: line.timestamp, message }));
}
