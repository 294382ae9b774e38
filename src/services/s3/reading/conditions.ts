import type { ObjectVersion } from '../../../store/s3/objects.ts';
import { noSuchKey, notModified, preconditionFailed } from '../errors.ts';

/** Conditions of a read, as HTTP has them. */
export interface ReadConditions {
  readonly IfMatch?: string | undefined;
  readonly IfNoneMatch?: string | undefined;
  readonly IfModifiedSince?: Date | undefined;
  readonly IfUnmodifiedSince?: Date | undefined;
}

/** Throws what is to be answered instead of the object. Entity tags count for more than dates. */
export function checkReadConditions(conditions: ReadConditions, version: ObjectVersion): void {
  const { IfMatch: match, IfNoneMatch: noneMatch, IfModifiedSince: since, IfUnmodifiedSince: until } = conditions;
  if (match !== undefined && !matchesEtag(match, version)) throw preconditionFailed('If-Match');
  if (match === undefined && until !== undefined && isNewer(version, until)) {
    throw preconditionFailed('If-Unmodified-Since');
  }
  if (noneMatch !== undefined && matchesEtag(noneMatch, version)) throw notModified(version.etag);
  if (noneMatch === undefined && since !== undefined && !isNewer(version, since)) throw notModified(version.etag);
}

/** The same conditions on the source of a copy, where every failure is one of the precondition. */
export function checkCopyConditions(conditions: ReadConditions, version: ObjectVersion): void {
  const { IfMatch: match, IfNoneMatch: noneMatch, IfModifiedSince: since, IfUnmodifiedSince: until } = conditions;
  if (match !== undefined && !matchesEtag(match, version)) throw preconditionFailed('x-amz-copy-source-If-Match');
  if (match === undefined && until !== undefined && isNewer(version, until)) {
    throw preconditionFailed('x-amz-copy-source-If-Unmodified-Since');
  }
  if (noneMatch !== undefined && matchesEtag(noneMatch, version)) {
    throw preconditionFailed('x-amz-copy-source-If-None-Match');
  }
  if (noneMatch === undefined && since !== undefined && !isNewer(version, since)) {
    throw preconditionFailed('x-amz-copy-source-If-Modified-Since');
  }
}

export interface WriteConditions {
  readonly IfMatch?: string | undefined;
  readonly IfNoneMatch?: string | undefined;
}

/** What must not replace the object that is there now: for `Incoming.permit`. */
export function permitBy(conditions: WriteConditions, key: string) {
  const { IfMatch: match, IfNoneMatch: noneMatch } = conditions;
  if (match === undefined && noneMatch === undefined) return undefined;
  return (current: ObjectVersion | undefined): void => {
    if (noneMatch !== undefined && current !== undefined && matchesEtag(noneMatch, current)) {
      throw preconditionFailed('If-None-Match');
    }
    if (match === undefined) return;
    if (current === undefined) throw noSuchKey(key);
    if (!matchesEtag(match, current)) throw preconditionFailed('If-Match');
  };
}

export function matchesEtag(condition: string, { etag }: ObjectVersion): boolean {
  const tags = condition.split(',').map((tag) => tag.trim().replace(/^W\//, '').replaceAll('"', ''));
  return tags.includes('*') || tags.includes(etag);
}

/** Dates of headers have no milliseconds. */
function isNewer({ modified }: ObjectVersion, date: Date): boolean {
  return Math.floor(modified / 1000) > Math.floor(date.getTime() / 1000);
}
