import { ServiceError } from '../../kernel/service-error.ts';
import { describeViolations, type Violation } from '../../kernel/violation.ts';

/** CloudWatch Logs' errors, each once, in AWS's words where they are known. */
export const invalidParameter = (message: string) => new ServiceError('InvalidParameterException', message);

export const refuse = (violations: readonly Violation[]) => invalidParameter(describeViolations(violations));

export const groupNotFound = () =>
  new ServiceError('ResourceNotFoundException', 'The specified log group does not exist.');

export const streamNotFound = () =>
  new ServiceError('ResourceNotFoundException', 'The specified log stream does not exist.');

export const resourceNotFound = () =>
  new ServiceError('ResourceNotFoundException', 'The specified resource does not exist.');

export const groupExists = () =>
  new ServiceError('ResourceAlreadyExistsException', 'The specified log group already exists');

export const streamExists = () =>
  new ServiceError('ResourceAlreadyExistsException', 'The specified log stream already exists');

export const tooManyTags = (resource: string) =>
  new ServiceError('TooManyTagsException', 'The resource has too many tags.', 400, { resourceName: resource });

export const notImplemented = (what: string) => invalidParameter(`${what} is not implemented by this server`);
