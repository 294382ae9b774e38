import type { Reader, Tx } from '../../store/database.ts';
import type { LogPlace } from '../../store/logs/log-groups.ts';
import { listTags, putTags } from '../../store/tags.ts';
import { invalidParameter, resourceNotFound, tooManyTags } from './errors.ts';
import { groupArn, nameOfArn, requireGroup } from './find.ts';

const MAX_TAGS = 50;

/** Adds tags to those of a group; its tags stand under its ARN without `:*`. */
export async function addTags(tx: Tx, resource: string, tags: Readonly<Record<string, string>>): Promise<void> {
  const added = Object.entries(tags).map(([key, value]) => ({ key, value }));
  if (added.some(({ key }) => key.toLowerCase().startsWith('aws:')))
    throw invalidParameter('Tag keys must not begin with aws:');
  await putTags(tx, resource, added);
  if ((await listTags(tx, resource)).length > MAX_TAGS) throw tooManyTags(resource);
}

export async function readTags(reader: Reader, resource: string): Promise<Record<string, string>> {
  return Object.fromEntries((await listTags(reader, resource)).map(({ key, value }) => [key, value]));
}

/** Log groups of the caller's account and region are what can be tagged. */
export async function requireTaggable(reader: Reader, place: LogPlace, text: string): Promise<string> {
  const name = nameOfArn(text);
  const resource = groupArn(place, name);
  if (text !== resource) throw resourceNotFound();
  await requireGroup(reader, place, name);
  return resource;
}
