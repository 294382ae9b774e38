import { ServiceError } from '../../kernel/service-error.ts';
import { describeViolations, type Violation } from '../../kernel/violation.ts';

/** EventBridge's errors, each once, in AWS's words where they are known. */
export const validation = (message: string) => new ServiceError('ValidationException', message);

export const ruleNotFound = (name: string) =>
  new ServiceError('ResourceNotFoundException', `Rule ${name} does not exist on EventBus default.`);

export const busNotFound = (name: string) =>
  new ServiceError('ResourceNotFoundException', `Event bus ${name} does not exist.`);

export const invalidPattern = (reason: string) =>
  new ServiceError('InvalidEventPatternException', `Event pattern is not valid. Reason: ${reason}`);

export const limitExceeded = () =>
  new ServiceError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.');

export const notImplemented = (what: string) => validation(`${what} is not implemented by this server.`);

/** Paths begin with small letters here, such as `targets.1.member.id`, although the model's members do not. */
export const refuse = (violations: readonly Violation[]) =>
  validation(
    describeViolations(
      violations.map((violation) => ({
        ...violation,
        path: violation.path.replace(/(^|\.)[A-Z]/g, (start) => start.toLowerCase()),
      })),
    ),
  );
