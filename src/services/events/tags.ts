import { parseArn } from '../../kernel/arn.ts';
import type { Reader, Tx } from '../../store/database.ts';
import type { BusPlace } from '../../store/rules.ts';
import { listTags, putTags } from '../../store/tags.ts';
import { busArn, DEFAULT_BUS } from './bus.ts';
import { busNotFound, limitExceeded, validation } from './errors.ts';
import { requireRule } from './find.ts';
import type { TagList } from './shapes.ts';

const MAX_TAGS = 50;

/** Adds tags to those a resource has. */
export async function addTags(tx: Tx, resource: string, tags: TagList): Promise<void> {
  if (new Set(tags.map(({ Key }) => Key)).size < tags.length) throw validation('A tag key is given more than once.');
  if (tags.some(({ Key }) => Key.toLowerCase().startsWith('aws:')))
    throw validation('System tags cannot be added/updated/deleted: tag keys must not begin with aws:.');
  await putTags(
    tx,
    resource,
    tags.map(({ Key, Value }) => ({ key: Key, value: Value })),
  );
  if ((await listTags(tx, resource)).length > MAX_TAGS) throw limitExceeded();
}

/** Rules and the bus are what can be tagged. */
export async function requireTaggable(reader: Reader, place: BusPlace, text: string): Promise<void> {
  const { service, account, region, resource = '' } = parseArn(text) ?? {};
  const [, kind, name = ''] = /^(rule|event-bus)\/(.+)$/.exec(resource) ?? [];
  if (service !== 'events' || kind === undefined)
    throw validation('Parameter ResourceARN is not valid. Reason: Provided Arn is not in correct format.');
  if (account !== place.account || region !== place.region) throw busNotFound(DEFAULT_BUS);
  if (kind === 'event-bus' && text !== busArn(place)) throw busNotFound(name);
  if (kind === 'rule') await requireRule(reader, place, { name, bus: undefined });
}
