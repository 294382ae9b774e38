import type { ActionProvider, ActionRun, Progress } from './action.ts';

type SourceAction = Pick<ActionProvider, 'inputs' | 'outputs' | 'timeoutMinutes' | 'start' | 'poll' | 'stop'>;

/** What every source is: it makes one artifact of a revision, in one go, and does so again after a crash. */
export function sourceAction(fetch: (run: ActionRun) => Promise<Progress>): SourceAction {
  return {
    inputs: { min: 0, max: 0 },
    outputs: { min: 1, max: 1 },
    timeoutMinutes: 60,
    start: fetch,
    poll: fetch,
    stop: async () => {},
  };
}
