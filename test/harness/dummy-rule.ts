import type { Progress } from '../../src/actions/action.ts';
import { ServiceError } from '../../src/kernel/service-error.ts';
import type { RuleProvider, RuleRun } from '../../src/rules/rule.ts';

/**
 * A rule provider that does as it is told by its configuration, and is strict about the contract: `Outcome` is `pass` (default),
 * `fail`, `refuse` (a ServiceError), `wait` (until `release`).
 */
export interface DummyRule {
  readonly provider: RuleProvider;
  /** What was started, in order; a rule started twice is here twice. */
  readonly started: readonly RuleRun[];
  readonly stopped: readonly RuleRun[];
  /** Lets the waiting rule of that name end; one that comes to wait later ends at once. */
  release(rule: string, outcome?: 'pass' | 'fail'): void;
}

/** `now` is the server's clock. */
export function dummyRule(now = () => Date.now()): DummyRule {
  const started: RuleRun[] = [];
  const stopped: RuleRun[] = [];
  const released: { rule: string; outcome: 'pass' | 'fail' }[] = [];
  const look = (run: RuleRun): Progress => {
    const { Outcome = 'pass' } = run.configuration;
    const index = released.findIndex(({ rule }) => rule === run.ruleName);
    if (Outcome === 'wait' && index < 0)
      return { kind: 'running', externalExecutionId: run.ruleExecutionId, pollAt: now() + 10 };
    const outcome = Outcome === 'wait' ? released.splice(index, 1)[0]?.outcome : Outcome;
    if (outcome === 'refuse') throw new ServiceError('ConfigurationError', 'The dummy refuses');
    if (outcome === 'fail') return { kind: 'failed', code: 'RuleNotMet', message: 'The dummy fails' };
    return { kind: 'succeeded', summary: 'The dummy passes' };
  };
  return {
    provider: {
      type: { category: 'Rule', owner: 'AWS', provider: 'Dummy', version: '1' },
      inputs: { min: 0, max: 5 },
      configuration: ['Outcome', 'Note'].map((name) => ({ name, required: false, description: name })),
      timeoutMinutes: 60,
      start: async (run) => {
        started.push(run);
        return look(run);
      },
      poll: async (run) => {
        if (!started.some(({ ruleExecutionId }) => ruleExecutionId === run.ruleExecutionId))
          throw new Error(`${run.ruleName} is looked at before it was started`);
        return look(run);
      },
      stop: async (run) => {
        stopped.push(run);
      },
    },
    started,
    stopped,
    release: (rule, outcome = 'pass') => released.push({ rule, outcome }),
  };
}
