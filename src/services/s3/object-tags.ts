import { invalidArgument, invalidTag } from './errors.ts';

export interface ObjectTag {
  readonly Key: string;
  readonly Value: string;
}

const MAX_OF_OBJECT = 10;
export const MAX_OF_BUCKET = 50;
const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Tags as the header `x-amz-tagging` brings them: encoded like a query. */
export function readTagHeader(header: string | undefined): readonly ObjectTag[] | undefined {
  if (header === undefined) return undefined;
  const pairs = [...new URLSearchParams(header)];
  if (pairs.some(([key]) => key === '')) {
    throw invalidArgument(
      "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
      'x-amz-tagging',
      header,
    );
  }
  return checkTags(
    pairs.map(([Key, Value]) => ({ Key, Value })),
    MAX_OF_OBJECT,
  );
}

export function checkObjectTags(tags: readonly ObjectTag[]): readonly ObjectTag[] {
  return checkTags(tags, MAX_OF_OBJECT);
}

export function checkTags(tags: readonly ObjectTag[], max: number): readonly ObjectTag[] {
  if (tags.length > max) {
    throw invalidTag(
      max === MAX_OF_OBJECT
        ? `Object tags cannot be greater than ${max}`
        : `Bucket tag count cannot be greater than ${max}`,
    );
  }
  if (new Set(tags.map(({ Key }) => Key)).size !== tags.length) {
    throw invalidTag('Cannot provide multiple Tags with the same key');
  }
  for (const { Key: key, Value: value } of tags) {
    if (key.length > 128 || !ALLOWED.test(key)) throw invalidTag('The TagKey you have provided is invalid');
    if (value.length > 256 || !ALLOWED.test(value)) throw invalidTag('The TagValue you have provided is invalid');
    if (key.startsWith('aws:')) throw invalidTag('System tags cannot be added/updated by requester');
  }
  return tags;
}
