import type { ActionProvider, ActionRun, ActionType, Progress } from '../../src/actions/action.ts';
import { ServiceError } from '../../src/kernel/service-error.ts';

/**
 * A provider of actions that does as it is told by its configuration, and is strict about the contract: `Outcome` is `succeed`
 * (default), `fail`, `refuse` (a ServiceError), `wait` (until `release`), `cling` (as wait, and it cannot be stopped), `told` (as wait,
 * and when it is stopped somebody had told its end before). `Output` is JSON of output variables, `OutputBytes` how many bytes
 * of them there are.
 */
export interface Dummy {
  readonly providers: readonly ActionProvider[];
  /** What was started, as `stage/action`, in order; an action started twice is here twice. */
  readonly started: readonly ActionRun[];
  readonly stopped: readonly ActionRun[];
  /** Lets the waiting action of that name end; one that comes to wait later ends at once. */
  release(action: string, outcome?: 'succeed' | 'fail'): void;
}

const CATEGORIES: readonly ActionType['category'][] = ['Source', 'Build', 'Deploy'];

/** `now` is the server's clock. */
export function dummyProvider(now = () => Date.now()): Dummy {
  const started: ActionRun[] = [];
  const stopped: ActionRun[] = [];
  const released: { action: string; outcome: 'succeed' | 'fail' }[] = [];
  const look = (run: ActionRun): Progress => {
    const { Outcome = 'succeed', Output = '{}', OutputBytes } = run.configuration;
    const index = released.findIndex(({ action }) => action === run.actionName);
    const waits = ['wait', 'cling', 'told'].includes(Outcome);
    if (waits && index < 0) return { kind: 'running', externalExecutionId: run.actionExecutionId, pollAt: now() + 10 };
    const outcome = waits ? released.splice(index, 1)[0]?.outcome : Outcome;
    if (outcome === 'refuse') throw new ServiceError('ConfigurationError', 'The dummy refuses');
    if (outcome === 'fail') return { kind: 'failed', code: 'JobFailed', message: 'The dummy fails' };
    return {
      kind: 'succeeded',
      outputVariables: OutputBytes === undefined ? JSON.parse(Output) : manyBytes(Number(OutputBytes)),
      ...revisionOf(run),
    };
  };
  return {
    providers: CATEGORIES.map((category) => ({
      type: { category, owner: 'AWS', provider: 'Dummy', version: '1' },
      inputs: { min: 0, max: category === 'Source' ? 0 : 5 },
      outputs: { min: 0, max: 5 },
      configuration: ['Outcome', 'Output', 'OutputBytes', 'Note'].map((name) => ({
        name,
        required: false,
        description: name,
      })),
      revisionTypes: category === 'Source' ? ['COMMIT_ID'] : [],
      timeoutMinutes: 60,
      start: async (run) => {
        started.push(run);
        return look(run);
      },
      poll: async (run) => {
        if (!started.some(({ actionExecutionId }) => actionExecutionId === run.actionExecutionId)) {
          throw new Error(`${run.actionName} is looked at before it was started`);
        }
        return look(run);
      },
      stop: async (run) => {
        stopped.push(run);
        if (run.configuration.Outcome === 'cling') throw new Error('The dummy clings to its work');
        if (run.configuration.Outcome !== 'told') return undefined;
        return { kind: 'succeeded', outputVariables: JSON.parse(run.configuration.Output ?? '{}') };
      },
    })),
    started,
    stopped,
    release: (action, outcome = 'succeed') => released.push({ action, outcome }),
  };
}

function manyBytes(count: number): Record<string, string> {
  return { Text: 'x'.repeat(count - 'Text'.length) };
}

function revisionOf(run: ActionRun) {
  if (run.outputs.length === 0) return {};
  return {
    revision: {
      revisionId: run.revisionOverride?.value ?? `revision-of-${run.pipelineExecutionId}`,
      revisionSummary: 'A change',
    },
  };
}
