import type { Reader, Tx } from '../../store/database.ts';
import { listTags, putTags, type Tag } from '../../store/tags.ts';
import { invalid, limitExceeded, resourceNotFound } from './errors.ts';
import { connectionArn, hostArn, referenceOf, requireConnection, requireHost } from './find.ts';
import type { CodeConnectionsCall } from './rooms.ts';
import type { TagList } from './shapes.ts';

const MAX_TAGS = 200;

export function checkedTags(tags: TagList): readonly Tag[] {
  const keys = tags.map(({ Key }) => Key);
  if (new Set(keys).size < keys.length) throw invalid('A tag key is given more than once');
  const own = keys.find((key) => key.toLowerCase().startsWith('aws:'));
  if (own !== undefined) throw invalid(`Tag keys that begin with aws: are AWS's own: ${own}`);
  return tags.map(({ Key, Value }) => ({ key: Key, value: Value }));
}

export async function addTags(tx: Tx, resource: string, tags: TagList): Promise<void> {
  await putTags(tx, resource, checkedTags(tags));
  if ((await listTags(tx, resource)).length > MAX_TAGS) throw limitExceeded('tags of a resource', MAX_TAGS);
}

/** The ARN tags are kept under, by whatever name the resource is called. */
export async function requireTaggable(reader: Reader, call: CodeConnectionsCall, text: string): Promise<string> {
  const kind = referenceOf(text)?.kind;
  if (kind === 'connection') return connectionArn(await requireConnection(reader, call, text));
  if (kind === 'host') return hostArn(await requireHost(reader, call, text));
  throw resourceNotFound(text);
}
