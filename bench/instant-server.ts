/**
 * A server as a process of its own whose actions take as long as one likes: `node instant-server.ts <data> <database|-> <ms>`.
 * Tells its parent when it is ready, when an execution's first action starts and its last one ends, and what lay between the actions.
 */
import type { ActionProvider, ActionRun, Progress } from '../src/actions/action.ts';
import { silentLog } from '../src/kernel/log.ts';
import { startVelocius } from '../src/main.ts';

const [data = '', database = '-', milliseconds = '0'] = process.argv.slice(2);
const duration = Number(milliseconds);
const ended = new Map<string, number>();
const gaps: number[] = [];

async function start(run: ActionRun): Promise<Progress> {
  const execution = run.pipelineExecutionId;
  const before = ended.get(execution);
  ended.delete(execution);
  if (before !== undefined) gaps.push(performance.now() - before);
  if (run.actionName === 'First')
    process.send?.({ kind: 'first', execution, at: performance.timeOrigin + performance.now() });
  return duration === 0 ? end(run) : { kind: 'running', pollAt: Date.now() + duration };
}

async function end(run: ActionRun): Promise<Progress> {
  if (run.actionName === 'Last') process.send?.({ kind: 'done', execution: run.pipelineExecutionId });
  else ended.set(run.pipelineExecutionId, performance.now());
  return { kind: 'succeeded' };
}

const providers = (['Source', 'Build', 'Deploy'] as const).map(
  (category): ActionProvider => ({
    type: { category, owner: 'AWS', provider: 'Instant', version: '1' },
    inputs: { min: 0, max: 0 },
    outputs: { min: 0, max: 0 },
    configuration: [],
    timeoutMinutes: 60,
    start,
    poll: end,
    stop: async () => {},
  }),
);

const velocius = await startVelocius(
  {
    host: '127.0.0.1',
    port: 0,
    data,
    database: database === '-' ? undefined : database,
    account: '000000000000',
    runner: 'process',
    rootKey: undefined,
    maxPipelines: 1_000_000,
    strict: false,
  },
  { providers, log: silentLog },
);
process.on('message', (message) => {
  if (message === 'gaps') process.send?.({ kind: 'gaps', gaps: gaps.splice(0) });
});
process.send?.({ kind: 'ready', endpoint: velocius.endpoint });
