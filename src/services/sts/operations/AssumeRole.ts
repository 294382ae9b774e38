import { arn } from '../../../kernel/arn.ts';
import type { Operation, Principal } from '../../../kernel/operation.ts';
import { credentialsOf } from '../credentials.ts';
import { malformedPolicyDocument, mayNotAssume, noSuchDevice, validationError } from '../errors.ts';
import { roleOf } from '../role.ts';
import type { StsRooms } from '../rooms.ts';
import { MAX_SESSION_POLICY, readSessionPolicy } from '../session-policy.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['AssumeRole'];

const HOUR = 3600;

/**
 * Issues keys that are good for the account of the role until they expire.
 *
 * Gaps: roles are taken at their word: any role of the caller's own account may be assumed, tags limit nothing, no other account's
 * role may be assumed, managed policies are refused, and nobody has an MFA device, so no code of one is right. Keys of a session
 * with a policy are good for no repository by git.
 */
export const AssumeRole: Operation<Shapes['input'], Shapes['output'], StsRooms> = async (
  input,
  { principal, rooms },
) => {
  const { RoleArn: roleArn, RoleSessionName: session, Policy: policy } = input;
  if (input.SerialNumber !== undefined || input.TokenCode !== undefined) throw noSuchDevice();
  const role = roleOf(roleArn);
  if (role.account !== principal.account) throw mayNotAssume(principal.arn, roleArn);
  if ((input.PolicyArns ?? []).length > 0)
    throw malformedPolicyDocument('PolicyArns: managed policies are not implemented by this server');
  const holder = {
    account: role.account,
    arn: arn('sts', '', role.account, `assumed-role/${role.name}/${session}`),
    userId: `${role.id}:${session}`,
  };
  const key = await rooms.credentials.issue({
    ...holder,
    seconds: secondsOf(input, principal),
    scope: policy === undefined ? undefined : readSessionPolicy(policy),
  });
  return {
    Credentials: credentialsOf(key),
    AssumedRoleUser: { AssumedRoleId: holder.userId, Arn: holder.arn },
    PackedPolicySize: policy === undefined ? undefined : Math.ceil((policy.length / MAX_SESSION_POLICY) * 100),
    SourceIdentity: input.SourceIdentity,
  };
};

function secondsOf({ DurationSeconds: seconds = HOUR }: Shapes['input'], principal: Principal): number {
  if (seconds > HOUR && principal.arn.includes(':assumed-role/')) {
    throw validationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  return seconds;
}
