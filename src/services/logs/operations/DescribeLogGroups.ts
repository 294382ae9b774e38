/** Gaps: groups of linked accounts are not known: `includeLinkedAccounts` and `accountIdentifiers` are refused by name. */
import { readToken, writeToken } from '../../../kernel/page.ts';
import { type LogPlace, listLogGroups, type StoredLogGroup } from '../../../store/logs/log-groups.ts';
import { invalidParameter, notImplemented } from '../errors.ts';
import { groupArn, nameOfIdentifier } from '../find.ts';
import { invalidToken } from '../pages.ts';
import type { LogsOperation } from '../rooms.ts';
import type { DescribeLogGroupsRequest, LogGroup } from '../shapes.ts';

const PAGE = 50;

export const DescribeLogGroups: LogsOperation<'DescribeLogGroups'> = async (input, call) => {
  check(input);
  const { limit = PAGE, logGroupNamePrefix: prefix = '', logGroupNamePattern: part = '' } = input;
  const names = { prefix, part, after: positionOf(input.nextToken) };
  const rows = await call.rooms.database.read((reader) => listLogGroups(reader, call, names, limit + 1));
  const page = rows.slice(0, limit);
  return {
    logGroups: page.filter((row) => isWanted(row, input)).map((row) => view(row, call)),
    nextToken: rows.length > limit ? writeToken([page.at(-1)?.name ?? '']) : undefined,
  };
};

function check(input: DescribeLogGroupsRequest): void {
  if (input.includeLinkedAccounts || input.accountIdentifiers !== undefined)
    throw notImplemented('Looking at the log groups of linked accounts');
  if (input.logGroupNamePrefix !== undefined && input.logGroupNamePattern !== undefined)
    throw invalidParameter('LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.');
}

function isWanted(row: StoredLogGroup, { logGroupClass, logGroupIdentifiers }: DescribeLogGroupsRequest): boolean {
  if (logGroupClass !== undefined && logGroupClass !== row.class) return false;
  return logGroupIdentifiers === undefined || logGroupIdentifiers.map(nameOfIdentifier).includes(row.name);
}

function view(row: StoredLogGroup, place: LogPlace): LogGroup {
  const logGroupArn = groupArn(place, row.name);
  return {
    logGroupName: row.name,
    creationTime: row.created,
    retentionInDays: row.retentionDays ?? undefined,
    metricFilterCount: 0,
    arn: `${logGroupArn}:*`,
    storedBytes: row.bytes,
    logGroupClass: row.class as LogGroup['logGroupClass'],
    logGroupArn,
  };
}

function positionOf(token: string | undefined): string {
  if (token === undefined) return '';
  const [name] = readToken(token) ?? [];
  if (typeof name !== 'string') throw invalidToken();
  return name;
}
