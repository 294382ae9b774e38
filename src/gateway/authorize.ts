import { ServiceError } from '../kernel/service-error.ts';
import type { Grant } from '../ports/credentials.ts';
import type { Caller } from './protocol.ts';
import type { Target } from './target.ts';

/**
 * Whether the key is good for what is asked. Most keys are good for whatever their account may do; a key of limited scope has a
 * list of grants, and what is not on it is denied, of every service, also what is not implemented.
 *
 * Gaps: policies are not evaluated. A key of limited scope is denied sts:GetCallerIdentity too, which AWS lets everybody do, and
 * copies from object to object.
 */
export function authorize(target: Target, input: unknown, { principal, scope }: Caller): void {
  if (scope === undefined) return;
  const needed = neededGrant(target, input);
  if (scope.some(({ action, resource }) => action === needed.action && resource === needed.resource)) return;
  throw new ServiceError(
    'AccessDeniedException',
    `User: ${principal.arn} is not authorized to perform: ${needed.action} on resource: ${needed.resource}`,
  );
}

/** Where the name of the permission is not that of the operation. */
const OBJECT_ACTIONS: Readonly<Record<string, string>> = {
  GetObject: 'GetObject',
  HeadObject: 'GetObject',
  PutObject: 'PutObject',
  CreateMultipartUpload: 'PutObject',
  UploadPart: 'PutObject',
  CompleteMultipartUpload: 'PutObject',
  AbortMultipartUpload: 'AbortMultipartUpload',
  ListParts: 'ListMultipartUploadParts',
};

function neededGrant({ service, operation }: Target, input: unknown): Grant {
  const members = input as Readonly<Record<string, unknown>>;
  const objectAction = service.name === 's3' ? OBJECT_ACTIONS[operation.name] : undefined;
  if (objectAction === undefined) return { action: `${service.name}:${operation.name}`, resource: '*' };
  const version = objectAction === 'GetObject' && members.VersionId !== undefined ? 'Version' : '';
  return {
    action: `s3:${objectAction}${version}`,
    resource: `arn:aws:s3:::${String(members.Bucket)}/${String(members.Key)}`,
  };
}
