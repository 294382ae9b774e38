import { arn, parseArn } from '../../kernel/arn.ts';
import {
  type ConnectionHostRow,
  findConnectionHost,
  lockConnectionHost,
} from '../../store/codeconnections/connection-hosts.ts';
import { type ConnectionPlace, type ConnectionRow, findConnection } from '../../store/codeconnections/connections.ts';
import type { Reader, Tx } from '../../store/database.ts';
import { connectionNotFound, hostNotFound } from './errors.ts';

const SERVICES: readonly string[] = ['codeconnections', 'codestar-connections'];

/** Where an ARN of either name of the service leads. Ids are unique, so both names lead to one thing. */
export interface Reference extends ConnectionPlace {
  readonly kind: 'connection' | 'host';
  readonly id: string;
}

/** `connection/<uuid>` and `host/<name>-<8 characters>`. Undefined for whatever else. */
export function referenceOf(text: string): Reference | undefined {
  const parsed = parseArn(text);
  if (parsed === undefined || !SERVICES.includes(parsed.service)) return undefined;
  const { account, region, resource } = parsed;
  const [kind, id = '', ...more] = resource.split('/');
  if ((kind !== 'connection' && kind !== 'host') || id === '' || more.length > 0) return undefined;
  return { kind, id, account, region };
}

export function connectionArn({ service, region, account, id }: ConnectionRow): string {
  return arn(service, region, account, `connection/${id}`);
}

export function hostArn({ service, region, account, id }: ConnectionHostRow): string {
  return arn(service, region, account, `host/${id}`);
}

export async function requireConnection(reader: Reader, place: ConnectionPlace, text: string): Promise<ConnectionRow> {
  const id = idWithin(place, text, 'connection');
  const row = id === undefined ? undefined : await findConnection(reader, id);
  if (row === undefined || !isWithin(place, row)) throw connectionNotFound(text);
  return row;
}

export async function requireHost(reader: Reader, place: ConnectionPlace, text: string): Promise<ConnectionHostRow> {
  const id = idWithin(place, text, 'host');
  const row = id === undefined ? undefined : await findConnectionHost(reader, id);
  if (row === undefined || !isWithin(place, row)) throw hostNotFound(text);
  return row;
}

export async function requireLockedHost(tx: Tx, place: ConnectionPlace, text: string): Promise<ConnectionHostRow> {
  const { id } = await requireHost(tx, place, text);
  const row = await lockConnectionHost(tx, id);
  if (row === undefined) throw hostNotFound(text);
  return row;
}

function idWithin(place: ConnectionPlace, text: string, kind: Reference['kind']): string | undefined {
  const reference = referenceOf(text);
  return reference?.kind === kind && isWithin(place, reference) ? reference.id : undefined;
}

/** Nobody learns of what other accounts and regions have. */
function isWithin(place: ConnectionPlace, found: ConnectionPlace): boolean {
  return found.account === place.account && found.region === place.region;
}
