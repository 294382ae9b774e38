/**
 * A server as a process of its own, to be killed: `node chaos-server.ts <data> <database|-> <effects file> [port] [lease]`. Its actions
 * take a moment and have an effect outside: a line in the effects file, written once per action execution however often it is
 * started. The lease is in milliseconds. Stopped with SIGTERM it ends in order.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type { ActionProvider, ActionRun, Progress } from '../../src/actions/action.ts';
import { startVelocius } from '../../src/main.ts';
import { ACCOUNT } from './account.ts';

const [data = '', database = '-', effects = '', port = '0', lease] = process.argv.slice(2);

async function perform(run: ActionRun): Promise<Progress> {
  await pause(Number(run.configuration.Milliseconds ?? '0'));
  if (!isDone(run.actionExecutionId)) {
    appendFileSync(
      effects,
      `${run.pipelineExecutionId} ${run.stageName}/${run.actionName} ${run.actionExecutionId} ${process.pid}\n`,
    );
  }
  return { kind: 'succeeded', externalExecutionId: run.actionExecutionId };
}

function isDone(id: string): boolean {
  return existsSync(effects) && readFileSync(effects, 'utf8').includes(id);
}

const providers = (['Source', 'Build', 'Deploy'] as const).map(
  (category): ActionProvider => ({
    type: { category, owner: 'AWS', provider: 'Dummy', version: '1' },
    inputs: { min: 0, max: 5 },
    outputs: { min: 0, max: 5 },
    configuration: [{ name: 'Milliseconds', required: false, description: 'how long it takes' }],
    timeoutMinutes: 60,
    start: perform,
    poll: perform,
    stop: async () => {},
  }),
);

const velocius = await startVelocius(
  {
    host: '127.0.0.1',
    port: Number(port),
    data,
    database: database === '-' ? undefined : database,
    account: ACCOUNT,
    runner: 'process',
    rootKey: undefined,
    strict: true,
  },
  { providers, ...(lease === undefined ? {} : { leaseMs: Number(lease) }) },
);
process.once('SIGTERM', () => void velocius.close().then(() => process.exit(0)));
// The next one starts in half the time, where NODE_COMPILE_CACHE says so; a killed process leaves nothing behind.
flushCompileCache();
process.stdout.write(`ready at ${velocius.endpoint}\n`);
