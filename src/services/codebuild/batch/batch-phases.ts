import type { BatchPhase, BatchPhaseStatus, BatchPhaseType, BatchProgress } from '../batch-facts.ts';
import type { PhaseContext } from '../build-facts.ts';

export interface BatchPhaseOutcome {
  readonly status: BatchPhaseStatus;
  readonly contexts?: readonly PhaseContext[] | undefined;
}

export const PHASE_SUCCEEDED: BatchPhaseOutcome = { status: 'SUCCEEDED' };

export function clientFailure(message: string): BatchPhaseOutcome {
  return { status: 'CLIENT_ERROR', contexts: [{ statusCode: 'CLIENT_ERROR', message }] };
}

export function firstBatchPhases(now: number): Pick<BatchProgress, 'currentPhase' | 'phases'> {
  return { currentPhase: 'SUBMITTED', phases: [{ type: 'SUBMITTED', start: now }] };
}

interface Step {
  readonly outcome: BatchPhaseOutcome;
  readonly next: BatchPhaseType;
  readonly now: number;
}

/** Ends the phase under way and enters the next. */
export function stepTo(progress: BatchProgress, { outcome, next, now }: Step): BatchProgress {
  const before = progress.phases.slice(0, -1);
  const last = progress.phases.at(-1);
  const ended: readonly BatchPhase[] = last === undefined ? [] : [{ ...last, ...outcome, end: now }];
  return { ...progress, currentPhase: next, phases: [...before, ...ended, { type: next, start: now }] };
}
