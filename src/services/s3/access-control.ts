import type { Call } from '../../kernel/operation.ts';
import type { Reader } from '../../store/database.ts';
import { findConfiguration } from '../../store/s3/bucket-configurations.ts';
import { OWNERSHIP } from './buckets/bucket-documents.ts';
import { accessDenied, aclsNotSupported, bucketAclsNotSupported } from './errors.ts';
import { ownerOf } from './owner.ts';
import type { S3Rooms } from './rooms.ts';
import type { AccessControlPolicy } from './shapes.ts';

/** The one access control list there is: the owner may do everything, nobody else anything. */
export function ownersAcl(account: string) {
  const owner = ownerOf(account);
  return {
    Owner: owner,
    Grants: [{ Grantee: { ...owner, Type: 'CanonicalUser' as const }, Permission: 'FULL_CONTROL' as const }],
  };
}

export interface AclRequest {
  readonly ACL?: string | undefined;
  readonly AccessControlPolicy?: AccessControlPolicy | undefined;
  readonly GrantFullControl?: string | undefined;
  readonly GrantRead?: string | undefined;
  readonly GrantReadACP?: string | undefined;
  readonly GrantWrite?: string | undefined;
  readonly GrantWriteACP?: string | undefined;
}

/** Lists are refused where the bucket's owner owns all, as new buckets have it; elsewhere nobody but the owner can be let in. */
export async function checkAcl(
  reader: Reader,
  bucket: string,
  request: AclRequest,
  call: Call<S3Rooms>,
): Promise<void> {
  const ownership = await findConfiguration(reader, bucket, OWNERSHIP.kind);
  if (ownership?.includes('BucketOwnerEnforced')) throw aclsNotSupported();
  if (!isOwnersOnly(request, ownerOf(call.account).ID)) throw accessDenied();
}

/** A new bucket's owner owns all that is in it, unless said otherwise: it has no list then. */
export function checkNewBucketsAcl(
  request: AclRequest & { readonly ObjectOwnership?: string | undefined },
  account: string,
): void {
  if (isOwnersOnly(request, ownerOf(account).ID)) return;
  const { ObjectOwnership: ownership = 'BucketOwnerEnforced' } = request;
  throw ownership === 'BucketOwnerEnforced' ? bucketAclsNotSupported() : accessDenied();
}

const OWNERS_ONLY = new Set([undefined, 'private', 'bucket-owner-full-control', 'bucket-owner-read']);

function isOwnersOnly(request: AclRequest, owner: string): boolean {
  const { GrantFullControl, GrantRead, GrantReadACP, GrantWrite, GrantWriteACP } = request;
  const headers = [GrantFullControl, GrantRead, GrantReadACP, GrantWrite, GrantWriteACP];
  const grants = request.AccessControlPolicy?.Grants ?? [];
  return (
    OWNERS_ONLY.has(request.ACL) &&
    headers.every((header) => header === undefined || header.replaceAll('"', '') === `id=${owner}`) &&
    grants.every(({ Grantee: grantee }) => grantee?.ID === owner)
  );
}
