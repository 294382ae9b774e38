import type { ActionExecutionDetail } from '@aws-sdk/client-codepipeline';

/** A bar of the timeline: milliseconds since the first action began. */
export interface Bar {
  readonly id: string;
  readonly stage: string;
  readonly action: string;
  readonly status: string | undefined;
  readonly start: number;
  readonly end: number;
  /** True for a manual approval: time that people took. */
  readonly waiting: boolean;
}

export interface TimeShares {
  readonly bars: readonly Bar[];
  readonly total: number;
  /** Milliseconds in which at least one action other than an approval ran. */
  readonly running: number;
  /** Milliseconds in which nothing but approvals was open. */
  readonly waiting: number;
  /** Milliseconds in which nothing ran: doors, locks, and the server itself. */
  readonly between: number;
}

export function timeShares(attempts: readonly ActionExecutionDetail[], now: number): TimeShares {
  const first = Math.min(...attempts.map(({ startTime }) => startTime?.getTime() ?? now));
  const bars = attempts.map(
    (attempt): Bar => ({
      id: attempt.actionExecutionId ?? '',
      stage: attempt.stageName ?? '',
      action: attempt.actionName ?? '',
      status: attempt.status,
      start: (attempt.startTime?.getTime() ?? now) - first,
      end: (attempt.status === 'InProgress' ? now : (attempt.lastUpdateTime?.getTime() ?? now)) - first,
      waiting: attempt.input?.actionTypeId?.category === 'Approval',
    }),
  );
  const total = Math.max(0, ...bars.map(({ end }) => end));
  const any = covered(bars);
  const running = covered(bars.filter(({ waiting }) => !waiting));
  return { bars, total, running, waiting: any - running, between: total - any };
}

/** How much time the bars cover together. */
function covered(bars: readonly Bar[]): number {
  let sum = 0;
  let reached = 0;
  for (const { start, end } of [...bars].sort((one, other) => one.start - other.start)) {
    sum += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return sum;
}
