/**
 * A server as a process of its own whose actions take no time: `node instant-server.ts <data> <database|->`. Tells its parent when
 * it is ready, when an execution has performed its last action, and what lay between the actions.
 */
import type { ActionProvider, ActionRun, Progress } from '../src/actions/action.ts';
import { silentLog } from '../src/kernel/log.ts';
import { startVelocius } from '../src/main.ts';

const [data = '', database = '-'] = process.argv.slice(2);
const ended = new Map<string, number>();
const gaps: number[] = [];

async function perform(run: ActionRun): Promise<Progress> {
  const before = ended.get(run.pipelineExecutionId);
  if (before !== undefined) gaps.push(performance.now() - before);
  if (run.actionName === 'Last') {
    ended.delete(run.pipelineExecutionId);
    process.send?.({ kind: 'done', execution: run.pipelineExecutionId });
  } else ended.set(run.pipelineExecutionId, performance.now());
  return { kind: 'succeeded' };
}

const providers = (['Source', 'Build', 'Deploy'] as const).map(
  (category): ActionProvider => ({
    type: { category, owner: 'AWS', provider: 'Instant', version: '1' },
    inputs: { min: 0, max: 0 },
    outputs: { min: 0, max: 0 },
    configuration: [],
    timeoutMinutes: 60,
    start: perform,
    poll: perform,
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
    strict: false,
  },
  { providers, log: silentLog },
);
process.on('message', (message) => {
  if (message === 'gaps') process.send?.({ kind: 'gaps', gaps: gaps.splice(0) });
});
process.send?.({ kind: 'ready', endpoint: velocius.endpoint });
