import type { Decision } from './decision.ts';
import type { Ending, ExecutionFacts, FailedOutcome } from './facts.ts';

/** An execution that is to end early: between stages at once, inside one when its running actions have ended or are abandoned. */
export function endEarly(
  { id, place, actions }: ExecutionFacts,
  ending: Exclude<Ending, 'none'>,
): Decision | undefined {
  const outcome: FailedOutcome = ending === 'cancel' ? 'Cancelled' : 'Stopped';
  if (place.kind === 'before') return { kind: 'end-execution', execution: id, outcome };
  const running = actions.find(({ status }) => status === 'InProgress');
  if (running === undefined) return { kind: 'end-execution', execution: id, outcome, leaving: place.stage };
  if (ending === 'stop') return undefined;
  return { kind: 'abandon-action', execution: id, stage: place.stage, action: running.name };
}
