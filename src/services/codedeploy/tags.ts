import type { Tag } from '../../store/tags.ts';
import { invalidTag, invalidTagsToAdd, tagRequired } from './errors.ts';
import type { TagList } from './shapes.ts';

const MAX_KEY = 128;
const MAX_VALUE = 256;
export const MAX_RESOURCE_TAGS = 50;

/** Tags for an application or a deployment group. */
export function checkedTags(tags: TagList): Tag[] {
  return tags.map(({ Key = '', Value = '' }) => {
    const problem = problemOf(Key, Value);
    if (problem !== undefined) throw invalidTagsToAdd(problem);
    if (Key.toLowerCase().startsWith('aws:'))
      throw invalidTagsToAdd(`Tag keys starting with aws: are AWS's own: ${Key}`);
    return { key: Key, value: Value };
  });
}

/** Tags for on-premises instances, which have an exception of their own. */
export function checkedInstanceTags(tags: TagList): Tag[] {
  if (tags.length === 0) throw tagRequired();
  return tags.map(({ Key = '', Value = '' }) => {
    const problem = problemOf(Key, Value);
    if (problem !== undefined) throw invalidTag(problem);
    return { key: Key, value: Value };
  });
}

function problemOf(key: string, value: string): string | undefined {
  if (key.length === 0 || key.length > MAX_KEY)
    return `A tag key has 1 to ${MAX_KEY} characters: ${JSON.stringify(key)}`;
  if (value.length > MAX_VALUE) return `A tag value has at most ${MAX_VALUE} characters: ${JSON.stringify(value)}`;
  return undefined;
}
