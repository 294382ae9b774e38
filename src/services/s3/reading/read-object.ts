import type { Bucket } from '../../../store/s3/buckets.ts';
import type { PlacedContent } from '../../../store/s3/contents.ts';
import type { ObjectVersion } from '../../../store/s3/objects.ts';
import type { ByteRange } from '../content-files.ts';
import { invalidArgument, invalidPartNumber, invalidRequest } from '../errors.ts';
import { contentRange, rangeOf } from './byte-range.ts';
import { checkReadConditions, type ReadConditions } from './conditions.ts';
import { checksumMembers, describeObject } from './object-answer.ts';

/** What GetObject and HeadObject ask in common. */
export interface ReadRequest extends ReadConditions {
  readonly Range?: string | undefined;
  readonly PartNumber?: number | undefined;
  readonly ChecksumMode?: string | undefined;
  readonly SSECustomerAlgorithm?: string | undefined;
  readonly ResponseCacheControl?: string | undefined;
  readonly ResponseContentDisposition?: string | undefined;
  readonly ResponseContentEncoding?: string | undefined;
  readonly ResponseContentLanguage?: string | undefined;
  readonly ResponseContentType?: string | undefined;
  readonly ResponseExpires?: Date | undefined;
}

/** The part of a version that is asked for, or the error that is due instead. */
export interface Chosen {
  readonly range: ByteRange;
  /** Whether it is a part, and not the whole. */
  readonly partial: boolean;
}

export function chooseRange(request: ReadRequest, version: ObjectVersion, contents: readonly PlacedContent[]): Chosen {
  checkReadConditions(request, version);
  const whole = { start: 0, end: version.size - 1 };
  if (request.PartNumber !== undefined) {
    if (request.Range !== undefined) {
      throw invalidRequest('Cannot specify both Range header and partNumber query parameter');
    }
    return { range: rangeOfPart(request.PartNumber, version, contents), partial: true };
  }
  const range = rangeOf(request.Range, version.size);
  return { range: range ?? whole, partial: range !== undefined };
}

function rangeOfPart(number: number, version: ObjectVersion, contents: readonly PlacedContent[]): ByteRange {
  if (number < 1 || number > 10_000) {
    throw invalidArgument(
      'Part number must be an integer between 1 and 10000, inclusive',
      'partNumber',
      String(number),
    );
  }
  if (version.size === 0 && number === 1) return { start: 0, end: -1 };
  const before = contents.slice(0, number - 1).reduce((sum, { size }) => sum + size, 0);
  const part = contents[number - 1];
  if (part === undefined) throw invalidPartNumber(number, contents.length);
  return { start: before, end: before + part.size - 1 };
}

/** The answer but for the bytes. */
export function answerRead(request: ReadRequest, bucket: Bucket, version: ObjectVersion, { range, partial }: Chosen) {
  const { checksum } = version.facts;
  const told =
    request.ChecksumMode === 'ENABLED' &&
    (!partial || (request.PartNumber !== undefined && version.facts.parts === undefined));
  return {
    ...describeObject(bucket, version),
    ...(told ? checksumMembers(checksum) : {}),
    ...replaced(request),
    ContentLength: range.end - range.start + 1,
    ContentRange: partial && version.size > 0 ? contentRange(range, version.size) : undefined,
    PartsCount: request.PartNumber === undefined ? undefined : version.facts.parts,
  };
}

/** A query may say how the object is to be presented, as links for downloads do. */
function replaced(request: ReadRequest): Record<string, string> {
  const members = {
    CacheControl: request.ResponseCacheControl,
    ContentDisposition: request.ResponseContentDisposition,
    ContentEncoding: request.ResponseContentEncoding,
    ContentLanguage: request.ResponseContentLanguage,
    ContentType: request.ResponseContentType,
    Expires: request.ResponseExpires?.toUTCString(),
  };
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );
}
