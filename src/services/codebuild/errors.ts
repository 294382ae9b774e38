import { ServiceError } from '../../kernel/service-error.ts';
import { describeViolations, type Violation } from '../../kernel/violation.ts';

/** CodeBuild's errors, each once, in AWS's words where they are known. */
export const invalidInput = (message: string) => new ServiceError('InvalidInputException', message);

export const refuse = (violations: readonly Violation[]) => invalidInput(describeViolations(violations));

export const notImplemented = (what: string) => invalidInput(`${what} is not implemented by this server`);

export const projectExists = (arn: string) =>
  new ServiceError('ResourceAlreadyExistsException', `Project already exists: ${arn}`);

export const projectNotFound = (arn: string) =>
  new ServiceError('ResourceNotFoundException', `Project cannot be found: ${arn}`);

export const providedProjectNotFound = (arn: string) =>
  new ServiceError('ResourceNotFoundException', `The provided project ${arn} does not exist`);

export const buildNotFound = (id: string) =>
  new ServiceError('ResourceNotFoundException', `Build ${id} does not exist`);

export const invalidBuildId = () => invalidInput('Invalid build ID provided');

export const invalidToken = () => invalidInput('Invalid nextToken');

export const tooManyBuilds = (limit: number) =>
  new ServiceError('AccountLimitExceededException', `Cannot have more than ${limit} builds in queue for the account`);

export const parameterMismatch = () =>
  invalidInput('Parameter mismatch: the idempotency token was used with other parameters');

export const batchNotFound = (id: string) =>
  new ServiceError('ResourceNotFoundException', `Build batch ${id} does not exist`);

export const invalidBatchId = () => invalidInput('Invalid build batch ID provided');

export const sourceCredentialExists = (arn: string) =>
  new ServiceError('ResourceAlreadyExistsException', `Source credentials already exist: ${arn}`);

export const sourceCredentialNotFound = (arn: string) =>
  new ServiceError('ResourceNotFoundException', `Source credentials cannot be found: ${arn}`);
