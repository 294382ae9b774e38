import { ServiceError } from '../../kernel/service-error.ts';

/** STS's errors, each once, in its own words. */
export const mayNotAssume = (who: string, role: string) =>
  new ServiceError(
    'AccessDenied',
    `User: ${who} is not authorized to perform: sts:AssumeRole on resource: ${role}`,
    403,
  );

export const notFromSession = () =>
  new ServiceError('AccessDenied', 'Cannot call GetSessionToken with session credentials', 403);

export const noSuchDevice = () =>
  new ServiceError(
    'AccessDenied',
    'MultiFactorAuthentication failed, there is no MFA device with this serial number',
    403,
  );

export const validationError = (message: string) => new ServiceError('ValidationError', message);

export const malformedPolicyDocument = (message = 'This policy contains invalid Json') =>
  new ServiceError('MalformedPolicyDocument', message);

export const packedPolicyTooLarge = (limit: number) =>
  new ServiceError('PackedPolicyTooLarge', `The policy is longer than ${limit} characters`);
