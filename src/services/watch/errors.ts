import { ServiceError } from '../../kernel/service-error.ts';
import { describeViolations, type Violation } from '../../kernel/violation.ts';

export const refuse = (violations: readonly Violation[]) =>
  new ServiceError('InvalidInputException', describeViolations(violations));

export const invalidNextToken = () =>
  new ServiceError('InvalidNextTokenException', 'The NextToken is none of this operation');
