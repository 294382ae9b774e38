import { readToken, writeToken } from '../../../kernel/page.ts';
import type { Reader } from '../../../store/database.ts';
import {
  type LogStreamRow,
  type StreamPage,
  streamsByLastEvent,
  streamsByName,
} from '../../../store/logs/log-streams.ts';
import { invalidParameter } from '../errors.ts';
import { groupArn, groupNameOf, requireGroup } from '../find.ts';
import { invalidToken } from '../pages.ts';
import type { LogsOperation } from '../rooms.ts';
import type { DescribeLogStreamsRequest, LogStream } from '../shapes.ts';

const PAGE = 50;

export const DescribeLogStreams: LogsOperation<'DescribeLogStreams'> = async (input, call) => {
  const { orderBy = 'LogStreamName', logStreamNamePrefix, limit = PAGE } = input;
  if (orderBy === 'LastEventTime' && logStreamNamePrefix !== undefined)
    throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
  const group = groupNameOf(input);
  const rows = await call.rooms.database.read(async (reader) => {
    const { id } = await requireGroup(reader, call, group);
    return list(reader, id, input, limit + 1);
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    logStreams: page.map((row) => view(row, groupArn(call, group))),
    nextToken: rows.length > limit && last ? writeToken([last.lastEvent ?? last.created, last.name]) : undefined,
  };
};

function list(
  reader: Reader,
  groupId: number,
  input: DescribeLogStreamsRequest,
  limit: number,
): Promise<LogStreamRow[]> {
  const page: StreamPage = { after: positionOf(input.nextToken), descending: input.descending ?? false, limit };
  return input.orderBy === 'LastEventTime'
    ? streamsByLastEvent(reader, groupId, page)
    : streamsByName(reader, groupId, input.logStreamNamePrefix ?? '', page);
}

function view(row: LogStreamRow, group: string): LogStream {
  return {
    logStreamName: row.name,
    creationTime: row.created,
    firstEventTimestamp: row.firstEvent ?? undefined,
    lastEventTimestamp: row.lastEvent ?? undefined,
    lastIngestionTime: row.lastIngested ?? undefined,
    arn: `${group}:log-stream:${row.name}`,
    // AWS counts bytes by group only, and answers 0 for streams since 2019.
    storedBytes: 0,
  };
}

function positionOf(token: string | undefined): StreamPage['after'] {
  if (token === undefined) return undefined;
  const [time, name] = readToken(token) ?? [];
  if (typeof time !== 'number' || typeof name !== 'string') throw invalidToken();
  return [time, name];
}
