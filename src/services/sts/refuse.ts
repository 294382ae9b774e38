import type { ServiceError } from '../../kernel/service-error.ts';
import type { Violation } from '../../kernel/violation.ts';
import { validationError } from './errors.ts';

/** STS's answer to input that breaks the model. */
export function refuse(violations: readonly Violation[]): ServiceError {
  const sentences = violations.map(
    ({ path, constraint, value }) =>
      `Value ${value === null ? 'null' : `'${value}'`} at '${path.charAt(0).toLowerCase()}${path.slice(1)}' failed to satisfy constraint: ${constraint}`,
  );
  const errors = violations.length === 1 ? 'error' : 'errors';
  return validationError(`${violations.length} validation ${errors} detected: ${sentences.join('; ')}`);
}
