import { ServiceError } from '../../kernel/service-error.ts';

/** CodeConnections' errors, each once. `Message` is what the model calls it. */
export const connectionNotFound = (arn: string) =>
  new ServiceError(
    'ResourceNotFoundException',
    `Resource not found. Verify the connection resource ARN and try again: ${arn}`,
  );
export const hostNotFound = (arn: string) =>
  new ServiceError(
    'ResourceNotFoundException',
    `Resource not found. Verify the ARN for the host resource and try again: ${arn}`,
  );
export const resourceNotFound = (arn: string) =>
  new ServiceError('ResourceNotFoundException', `Resource not found. Verify the resource ARN and try again: ${arn}`);
export const hostInUse = (arn: string) =>
  new ServiceError(
    'ResourceUnavailableException',
    `The host ${arn} has connections: delete all its connections before the host`,
  );
export const limitExceeded = (what: string, limit: number) =>
  new ServiceError('LimitExceededException', `Exceeded the maximum limit for ${what}: ${limit}`);
/** What the model's constraints cannot say is refused as they are. */
export const invalid = (message: string) => new ServiceError('ValidationException', message);
