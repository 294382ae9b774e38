import { isServiceError } from '../../../kernel/service-error.ts';
import { RunnerError } from '../../../runners/runner.ts';
import { PhaseFailure } from '../phase-failure.ts';
import { failed, type PhaseOutcome, SUCCEEDED } from '../phases.ts';
import type { Performance } from './performance.ts';
import { sayOutcome } from './say-outcome.ts';

/** The deed's answer, or undefined when the phase FAILED. */
export async function inPhase<T extends object>(
  { walk, log, interruption, belongings }: Performance,
  name: string,
  deed: () => Promise<T>,
): Promise<T | undefined> {
  try {
    const value = await interruption.unlessInterrupted(belongings.track(deed()));
    walk.leave(SUCCEEDED);
    sayOutcome(log, name, SUCCEEDED);
    return value;
  } catch (error) {
    interruption.signal.throwIfAborted();
    const outcome = outcomeOf(error);
    if (outcome === undefined) throw error;
    walk.leave(outcome);
    sayOutcome(log, name, outcome);
    return undefined;
  }
}

/** Faults of the project, its sources and its commands; anything else is ours. */
function outcomeOf(error: unknown): PhaseOutcome | undefined {
  if (error instanceof PhaseFailure || error instanceof RunnerError) return failed(error.code, error.message);
  if (isServiceError(error)) return failed('CLIENT_ERROR', `${error.code}: ${error.message}`);
  return undefined;
}
