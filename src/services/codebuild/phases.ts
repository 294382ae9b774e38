import type { BuildProgress, Phase, PhaseContext, PhaseType } from './build-facts.ts';

/** What a phase that went well leaves behind. */
export const CLEAN: readonly PhaseContext[] = [{ statusCode: '', message: '' }];

export interface PhaseOutcome {
  readonly status: NonNullable<Phase['status']>;
  readonly contexts: readonly PhaseContext[] | undefined;
}

export const SUCCEEDED: PhaseOutcome = { status: 'SUCCEEDED', contexts: CLEAN };

export function failed(statusCode: string, message: string): PhaseOutcome {
  return { status: 'FAILED', contexts: [{ statusCode, message }] };
}

/** The phases of a build that has just been submitted, or begins anew. */
export function firstPhases(submitted: number): Pick<BuildProgress, 'currentPhase' | 'phases'> {
  return {
    currentPhase: 'QUEUED',
    phases: [
      { type: 'SUBMITTED', status: 'SUCCEEDED', start: submitted, end: submitted },
      { type: 'QUEUED', start: submitted },
    ],
  };
}

/** Ends the phase under way. */
export function endPhase(progress: BuildProgress, { status, contexts }: PhaseOutcome, now: number): BuildProgress {
  const last = progress.phases.at(-1);
  if (last === undefined || last.end !== undefined) return progress;
  return { ...progress, phases: [...progress.phases.slice(0, -1), { ...last, status, end: now, contexts }] };
}

export function enterPhase(progress: BuildProgress, type: PhaseType, now: number): BuildProgress {
  return { ...progress, currentPhase: type, phases: [...progress.phases, { type, start: now }] };
}

/** Phases that have an end now and had none before. */
export function endedBetween(before: BuildProgress, after: BuildProgress): readonly Phase[] {
  const known = new Set(before.phases.filter(({ end }) => end !== undefined).map(({ type }) => type));
  return after.phases.filter(({ type, end }) => end !== undefined && !known.has(type));
}

/** Whole seconds. */
export function durationOf({ start, end }: Phase): number | undefined {
  return end === undefined ? undefined : Math.floor((end - start) / 1000);
}
