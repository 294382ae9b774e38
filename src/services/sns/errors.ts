import { ServiceError } from '../../kernel/service-error.ts';
import { describeViolations, type Violation } from '../../kernel/violation.ts';

/** SNS's errors, each once, with the codes of its wire. */
export const invalidParameter = (what: string) => new ServiceError('InvalidParameter', `Invalid parameter: ${what}`);

export const topicNotFound = () => new ServiceError('NotFound', 'Topic does not exist', 404);

export const subscriptionNotFound = () => new ServiceError('NotFound', 'Subscription does not exist', 404);

export const resourceNotFound = () => new ServiceError('ResourceNotFound', 'Resource does not exist', 404);

export const mayNot = (what: string) => new ServiceError('AuthorizationError', what, 403);

export const tagLimitExceeded = () =>
  new ServiceError('TagLimitExceeded', 'Could not complete request: tag quota of per resource exceeded');

/** SNS's answer to input that breaks the model. */
export function refuse(violations: readonly Violation[]): ServiceError {
  return invalidParameter(describeViolations(violations));
}
