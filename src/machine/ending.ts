import type { Decision } from './decision.ts';
import type { Ending, ExecutionFacts, FailedOutcome, Place } from './facts.ts';

/** An execution that is to end early: between stages at once, inside one when its running actions have ended or are abandoned. */
export function endEarly(
  execution: ExecutionFacts,
  place: Exclude<Place, { kind: 'out' }>,
  ending: Exclude<Ending, 'none'>,
): Decision | undefined {
  const outcome: FailedOutcome = ending === 'cancel' ? 'Cancelled' : 'Stopped';
  if (place.kind === 'before') return { kind: 'end-execution', execution: execution.id, outcome };
  const running = execution.actions.find(({ status }) => status === 'InProgress');
  if (running === undefined) return { kind: 'leave-stage', execution: execution.id, stage: place.stage, outcome };
  if (ending === 'stop') return undefined;
  return { kind: 'abandon-action', execution: execution.id, stage: place.stage, action: running.name };
}
