/**
 * Tokens are `f/...` and `b/...`; the one given is answered again when there is nothing further that way. A position is that of
 * an event, or between two: forward reads what is greater, backward what is less.
 */
import {
  type LogPosition,
  type LogRange,
  streamEventsAfter,
  streamEventsBefore,
} from '../../../store/logs/log-events.ts';
import { groupNameOf, requireGroup, requireStream } from '../find.ts';
import { FIRST, invalidToken, LAST, readPage, readPosition, writePosition } from '../pages.ts';
import type { LogsOperation } from '../rooms.ts';

const MAX_EVENTS = 10_000;

interface Direction {
  readonly forward: boolean;
  readonly start: LogPosition;
}

export const GetLogEvents: LogsOperation<'GetLogEvents'> = async (input, call) => {
  const { limit = MAX_EVENTS, startFromHead = false } = input;
  const { forward, start } = input.nextToken === undefined ? beginning(startFromHead) : directionOf(input.nextToken);
  const range: LogRange = { from: input.startTime ?? 0, to: (input.endTime ?? Number.MAX_SAFE_INTEGER) - 1 };
  const { events } = await call.rooms.database.read(async (reader) => {
    const group = await requireGroup(reader, call, groupNameOf(input));
    const stream = await requireStream(reader, group.id, input.logStreamName);
    const read = forward ? streamEventsAfter : streamEventsBefore;
    return readPage((from) => read(reader, stream.id, { ...range, ...from }), { start, limit });
  });
  const ordered = forward ? events : events.toReversed();
  return {
    events: ordered.map(({ timestamp, message, ingested }) => ({ timestamp, message, ingestionTime: ingested })),
    ...tokens(ordered, forward, start),
  };
};

function beginning(startFromHead: boolean): Direction {
  return startFromHead ? { forward: true, start: FIRST } : { forward: false, start: LAST };
}

function directionOf(token: string): Direction {
  const way = token.slice(0, 2);
  if (way !== 'f/' && way !== 'b/') throw invalidToken();
  return { forward: way === 'f/', start: readPosition(token.slice(2)) };
}

interface Tokens {
  readonly nextForwardToken: string;
  readonly nextBackwardToken: string;
}

function tokens(
  events: readonly { readonly timestamp: number; readonly sequence: number }[],
  forward: boolean,
  start: LogPosition,
): Tokens {
  const [first, last] = [events[0], events.at(-1)];
  if (first !== undefined && last !== undefined)
    return tokensOf([last.timestamp, last.sequence], [first.timestamp, first.sequence]);
  const [timestamp, sequence] = start;
  if (forward) return tokensOf(start, [timestamp, sequence + 1]);
  return start === LAST ? tokensOf(FIRST, FIRST) : tokensOf([timestamp, sequence - 1], start);
}

function tokensOf(forward: LogPosition, backward: LogPosition): Tokens {
  return { nextForwardToken: `f/${writePosition(forward)}`, nextBackwardToken: `b/${writePosition(backward)}` };
}
