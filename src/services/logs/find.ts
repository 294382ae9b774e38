import { arn, parseArn } from '../../kernel/arn.ts';
import type { Reader } from '../../store/database.ts';
import { findLogGroup, type LogGroupRow, type LogPlace } from '../../store/logs/log-groups.ts';
import { findLogStream, type LogStreamRow } from '../../store/logs/log-streams.ts';
import { groupNotFound, invalidParameter, streamNotFound } from './errors.ts';

export async function requireGroup(reader: Reader, place: LogPlace, name: string): Promise<LogGroupRow> {
  const group = await findLogGroup(reader, place, name);
  if (group === undefined) throw groupNotFound();
  return group;
}

export async function requireStream(reader: Reader, groupId: number, name: string): Promise<LogStreamRow> {
  const stream = await findLogStream(reader, groupId, name);
  if (stream === undefined) throw streamNotFound();
  return stream;
}

export function groupArn({ account, region }: LogPlace, name: string): string {
  return arn('logs', region, account, `log-group:${name}`);
}

/** Operations that read take the name of a group, or its name or ARN as an identifier: one of the two. */
export function groupNameOf(input: {
  readonly logGroupName?: string | undefined;
  readonly logGroupIdentifier?: string | undefined;
}): string {
  const { logGroupName, logGroupIdentifier } = input;
  if ((logGroupName === undefined) === (logGroupIdentifier === undefined))
    throw invalidParameter('Exactly one of logGroupName and logGroupIdentifier must be given.');
  return logGroupName ?? nameOfIdentifier(logGroupIdentifier ?? '');
}

export function nameOfIdentifier(identifier: string): string {
  return identifier.startsWith('arn:') ? nameOfArn(identifier) : identifier;
}

/** `arn:aws:logs:REGION:ACCOUNT:log-group:NAME`. */
export function nameOfArn(text: string): string {
  const { service, resource } = parseArn(text) ?? {};
  const [, name] = /^log-group:([^:]+)$/.exec(resource ?? '') ?? [];
  if (service !== 'logs' || name === undefined) throw invalidParameter(`'${text}' is not the ARN of a log group.`);
  return name;
}
