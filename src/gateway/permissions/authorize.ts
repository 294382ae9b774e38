import { ServiceError } from '../../kernel/service-error.ts';
import type { Grant, SessionPolicy } from '../../ports/credentials.ts';
import type { Caller } from '../protocol.ts';
import type { Target } from '../target.ts';
import { type Place, permissionsFor } from './permissions.ts';
import { allows } from './session-policy.ts';

/**
 * Whether the key is good for what is asked. Most keys are good for whatever their account may do; one of a session that has a
 * policy for what that allows; one of limited scope has a list of grants, and what is not on it is denied, of every service, also
 * what is not implemented.
 *
 * Gaps: policies of roles and resources are not evaluated. A key with a list of grants is denied sts:GetCallerIdentity too, which AWS
 * lets everybody do, and copies from object to object.
 */
export function authorize(target: Target, input: unknown, { principal, scope, claim }: Caller): void {
  if (scope === undefined) return;
  const place = { account: principal.account, region: claim.region };
  const denied = 'statements' in scope ? notAllowed(scope, target, input, place) : notGranted(scope, target, input);
  if (denied === undefined) return;
  throw new ServiceError(
    'AccessDeniedException',
    `User: ${principal.arn} is not authorized to perform: ${denied.action} on resource: ${denied.resource}`,
  );
}

function notGranted(scope: readonly Grant[], target: Target, input: unknown): Grant | undefined {
  const needed = neededGrant(target, input);
  const isGranted = scope.some(({ action, resource }) => action === needed.action && resource === needed.resource);
  return isGranted ? undefined : needed;
}

/** Who one is nobody needs to be allowed to ask. */
function notAllowed(policy: SessionPolicy, target: Target, input: unknown, place: Place): Grant | undefined {
  if (target.service.name === 'sts' && target.operation.name === 'GetCallerIdentity') return undefined;
  return permissionsFor(target, input, place).find((permission) => !allows(policy, permission));
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
