import type { Tag } from '../../../store/tags.ts';
import { invalidMember } from '../errors.ts';
import type { EC2TagFilterList, TagFilter, TagFilterList } from '../shapes.ts';

/** Which instances a group's filters choose. A list is an OR; the lists of a tag set are an AND. */
export interface TagSelection {
  readonly filters: TagFilterList;
  readonly set: readonly TagFilterList[];
}

export function selects({ filters, set }: TagSelection, tags: readonly Tag[]): boolean {
  if (set.length > 0) return set.every((group) => matchesAny(group, tags));
  return matchesAny(filters, tags);
}

export function matchesAny(filters: TagFilterList, tags: readonly Tag[]): boolean {
  return filters.some((filter) => tags.some((tag) => matches(filter, tag)));
}

function matches({ Key, Value, Type }: TagFilter, { key, value }: Tag): boolean {
  switch (Type ?? 'KEY_AND_VALUE') {
    case 'KEY_ONLY':
      return key === Key;
    case 'VALUE_ONLY':
      return value === Value;
    case 'KEY_AND_VALUE':
      return key === Key && value === (Value ?? '');
  }
}

/** Throws `exception` for a filter that could choose nothing: its type asks for a part it does not have. */
export function checkFilters(filters: TagFilterList | EC2TagFilterList, exception: string): void {
  for (const { Key, Value, Type } of filters) {
    if (Type !== 'VALUE_ONLY' && !Key)
      throw invalidMember(exception, 'A tag filter needs a Key, unless it is VALUE_ONLY.');
    if (Type === 'VALUE_ONLY' && Value === undefined)
      throw invalidMember(exception, 'A VALUE_ONLY tag filter needs a Value.');
  }
}
