import { ServiceError } from '../../src/kernel/service-error.ts';
import type { Delivery, RuleTarget } from '../../src/ports/rule-target.ts';

/** A thing outside that event rules send to: keeps what it was sent, and fails as often as it is told to. */
export interface RecordingTarget {
  readonly kind: RuleTarget;
  readonly deliveries: readonly Delivery[];
  /** Every attempt, those that failed too. */
  readonly attempts: readonly Delivery[];
  /** The next attempts fail: `break` as a network does, `refuse` as a service that does not have what is asked for. */
  fail(times: number, how: 'break' | 'refuse'): void;
}

/** Takes ARNs of the service `recorder`, such as `arn:aws:recorder:eu-west-1:123456789012:tape`. */
export function recordingTarget(): RecordingTarget {
  const deliveries: Delivery[] = [];
  const attempts: Delivery[] = [];
  const failures: ('break' | 'refuse')[] = [];
  return {
    kind: {
      service: 'recorder',
      needsRole: false,
      accepts: () => true,
      deliver: async (delivery) => {
        attempts.push(delivery);
        const failure = failures.shift();
        if (failure === 'break') throw new Error('The connection was reset');
        if (failure === 'refuse') throw new ServiceError('ResourceNotFoundException', 'There is no such tape');
        deliveries.push(delivery);
      },
    },
    deliveries,
    attempts,
    fail: (times, how) => failures.push(...Array<'break' | 'refuse'>(times).fill(how)),
  };
}
