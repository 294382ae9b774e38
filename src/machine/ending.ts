import type { Decision } from './decision.ts';
import type { Ending, ExecutionFacts, FailedOutcome } from './facts.ts';

/**
 * An execution that is to end early: between stages at once, inside one when its running actions have ended or are abandoned.
 * Conditions are not waited for: what they would say no longer matters.
 */
export function endEarly(
  { id, place, actions, conditions }: ExecutionFacts,
  ending: Exclude<Ending, 'none'>,
): Decision | undefined {
  const outcome: FailedOutcome = ending === 'cancel' ? 'Cancelled' : 'Stopped';
  if (place.kind === 'before') return { kind: 'end-execution', execution: id, outcome };
  const open = conditions.find(({ status }) => status === 'InProgress');
  if (open !== undefined) {
    return { kind: 'end-condition', execution: id, stage: place.stage, hook: open.hook, outcome: 'Abandoned' };
  }
  const running = actions.find(({ status }) => status === 'InProgress');
  if (running === undefined) return { kind: 'end-execution', execution: id, outcome, leaving: place.stage };
  if (ending !== 'abandon') return undefined;
  return { kind: 'abandon-action', execution: id, stage: place.stage, action: running.name };
}
