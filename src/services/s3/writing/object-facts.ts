import { CHECKSUM_ALGORITHMS, type ChecksumAlgorithm, isChecksumAlgorithm } from '../../../kernel/checksum.ts';
import { ServiceError } from '../../../kernel/service-error.ts';
import type { ObjectFacts } from '../../../store/s3/objects.ts';
import { aclsNotSupported, invalidRequest, metadataTooLarge, notImplemented } from '../errors.ts';
import { readTagHeader } from '../object-tags.ts';

/** What PutObject, CopyObject and CreateMultipartUpload alike say of the object they make. */
export interface FactsRequest {
  readonly ACL?: string | undefined;
  readonly GrantFullControl?: string | undefined;
  readonly GrantRead?: string | undefined;
  readonly GrantReadACP?: string | undefined;
  readonly GrantWriteACP?: string | undefined;
  readonly CacheControl?: string | undefined;
  readonly ContentDisposition?: string | undefined;
  readonly ContentEncoding?: string | undefined;
  readonly ContentLanguage?: string | undefined;
  readonly ContentType?: string | undefined;
  readonly Expires?: string | undefined;
  readonly Metadata?: Readonly<Record<string, string>> | undefined;
  readonly StorageClass?: string | undefined;
  readonly Tagging?: string | undefined;
  readonly WebsiteRedirectLocation?: string | undefined;
  readonly ServerSideEncryption?: string | undefined;
  readonly SSEKMSKeyId?: string | undefined;
  readonly SSECustomerAlgorithm?: string | undefined;
  readonly ObjectLockMode?: string | undefined;
  readonly ObjectLockLegalHoldStatus?: string | undefined;
  readonly ObjectLockRetainUntilDate?: Date | undefined;
  readonly WriteOffsetBytes?: number | undefined;
}

const MAX_METADATA = 2048;
const OWNERS_ACLS = new Set([undefined, 'private', 'bucket-owner-full-control', 'bucket-owner-read']);

/**
 * Gaps: storage classes and encryption with the server's keys are remembered and answered, but every object lies on the same disk as
 * it came; encryption with the customer's key is refused.
 */
export function factsOf(request: FactsRequest): ObjectFacts {
  refuseWhatIsNotKept(request);
  return {
    contentType: request.ContentType,
    cacheControl: request.CacheControl,
    contentDisposition: request.ContentDisposition,
    contentEncoding: withoutFraming(request.ContentEncoding),
    contentLanguage: request.ContentLanguage,
    expires: request.Expires,
    redirect: request.WebsiteRedirectLocation,
    storageClass: request.StorageClass === 'STANDARD' ? undefined : request.StorageClass,
    encryption: request.ServerSideEncryption,
    encryptionKey: request.SSEKMSKeyId,
    metadata: checkMetadata(request.Metadata),
    tags: readTagHeader(request.Tagging),
  };
}

function refuseWhatIsNotKept(request: FactsRequest): void {
  if (request.SSECustomerAlgorithm !== undefined) {
    throw notImplemented('Encryption with customer-provided keys');
  }
  const locked = [request.ObjectLockMode, request.ObjectLockLegalHoldStatus, request.ObjectLockRetainUntilDate];
  if (locked.some((lock) => lock !== undefined)) {
    throw invalidRequest('Bucket is missing Object Lock Configuration');
  }
  if (request.WriteOffsetBytes !== undefined) throw notImplemented('Appending to an object');
  const grants = [request.GrantFullControl, request.GrantRead, request.GrantReadACP, request.GrantWriteACP];
  if (!OWNERS_ACLS.has(request.ACL) || grants.some((grant) => grant !== undefined)) throw aclsNotSupported();
}

/** `aws-chunked` is the way of the upload, not of the object. */
function withoutFraming(encoding: string | undefined): string | undefined {
  const codings = (encoding ?? '').split(',').map((coding) => coding.trim());
  const kept = codings.filter((coding) => coding !== '' && coding !== 'aws-chunked');
  return kept.length === 0 ? undefined : kept.join(',');
}

function checkMetadata(metadata: FactsRequest['Metadata']): FactsRequest['Metadata'] {
  const entries = Object.entries(metadata ?? {});
  const size = entries.reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0);
  if (size > MAX_METADATA) throw metadataTooLarge(size);
  return metadata;
}

/** Names of the members that bring a checksum: `ChecksumCRC32` and its like. */
export type ChecksumMembers = { readonly [Name in `Checksum${ChecksumAlgorithm}`]?: string | undefined } & {
  readonly ChecksumAlgorithm?: string | undefined;
};

/** The algorithm a request names or uses; the gateway has checked the value. */
export function checksumAlgorithmOf(request: ChecksumMembers): ChecksumAlgorithm | undefined {
  const used = CHECKSUM_ALGORITHMS.find((algorithm) => request[`Checksum${algorithm}`] !== undefined);
  if (used !== undefined) return used;
  const named = request.ChecksumAlgorithm;
  if (named === undefined || isChecksumAlgorithm(named)) return named;
  throw new ServiceError('NotImplemented', `Checksums by ${named} are not implemented`, 501);
}
