import type { NewLogEvent } from '../../store/log-events.ts';

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
