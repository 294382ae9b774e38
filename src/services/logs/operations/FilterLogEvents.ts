import type { Reader } from '../../../store/database.ts';
import { groupEventsAfter, type LogEventRow, type StreamChoice } from '../../../store/logs/log-events.ts';
import { invalidParameter } from '../errors.ts';
import { compileFilter } from '../filter-pattern.ts';
import { groupNameOf, requireGroup, requireStream } from '../find.ts';
import { FIRST, readPage, readPosition, writePosition } from '../pages.ts';
import type { LogsOperation } from '../rooms.ts';
import type { FilteredLogEvent, FilterLogEventsRequest } from '../shapes.ts';

const MAX_EVENTS = 10_000;

/** Events of all streams are always interleaved, as AWS does since 2019. */
export const FilterLogEvents: LogsOperation<'FilterLogEvents'> = async (input, call) => {
  const accepts = compileFilter(input.filterPattern ?? '');
  const start = input.nextToken === undefined ? FIRST : readPosition(input.nextToken);
  const range = { from: input.startTime ?? 0, to: input.endTime ?? Number.MAX_SAFE_INTEGER };
  const { events, rest } = await call.rooms.database.read(async (reader) => {
    const group = await requireGroup(reader, call, groupNameOf(input));
    const choice = { ...range, ...(await chosenStreams(reader, group.id, input)) };
    return readPage((from) => groupEventsAfter(reader, group.id, { ...choice, ...from }), {
      start,
      limit: input.limit ?? MAX_EVENTS,
      accept: ({ message }) => accepts(message),
    });
  });
  return {
    events: events.map(view),
    searchedLogStreams: [],
    nextToken: rest === undefined ? undefined : writePosition(rest),
  };
};

async function chosenStreams(reader: Reader, groupId: number, input: FilterLogEventsRequest): Promise<StreamChoice> {
  const { logStreamNames = [], logStreamNamePrefix } = input;
  if (logStreamNamePrefix !== undefined && logStreamNames.length > 0)
    throw invalidParameter('logStreamNames and logStreamNamePrefix are mutually exclusive parameters.');
  const streams: number[] = [];
  for (const name of logStreamNames) streams.push((await requireStream(reader, groupId, name)).id);
  return { prefix: logStreamNamePrefix ?? '', ids: streams };
}

function view(row: LogEventRow): FilteredLogEvent {
  return {
    logStreamName: row.stream,
    timestamp: row.timestamp,
    message: row.message,
    ingestionTime: row.ingested,
    eventId: String(row.sequence).padStart(56, '0'),
  };
}
