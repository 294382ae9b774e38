import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, quantile } from './order.ts';
import { codepipelineClient, inFlight, type WireClient } from './wire-client.ts';

const SERVER = fileURLToPath(new URL('instant-server.ts', import.meta.url));
const WARM_UP = 60;
const ALONE = 200;
const TOGETHER = 1500;
const LANES = 64;

export interface EngineFigures {
  /** Milliseconds from the end of an action to the start of the next, one execution at a time. */
  readonly gapMedian: number;
  readonly gapP95: number;
  readonly executionsPerSecond: number;
}

/** Pipelines of 3 stages and 6 actions that take no time, started over the wire. */
export async function measureEngine(database: string | undefined): Promise<EngineFigures> {
  const data = mkdtempSync(join(tmpdir(), 'velocius-bench-'));
  const server = fork(SERVER, [data, database ?? '-']);
  const done = new Map<string, () => void>();
  const early = new Set<string>();
  server.on('message', (message: { kind: string; execution: string }) => {
    if (message.kind !== 'done') return;
    const resolve = done.get(message.execution);
    if (resolve === undefined) early.add(message.execution);
    else resolve();
  });
  try {
    const { endpoint } = await answer<{ endpoint: string }>(server, 'ready');
    const client = codepipelineClient(endpoint);
    const run = async (lane: number): Promise<void> => {
      const { pipelineExecutionId } = await client.send('StartPipelineExecution', {
        name: `p${lane}`,
        variables: [{ name: 'v', value: '1' }],
      });
      const id = String(pipelineExecutionId);
      if (!early.delete(id)) await new Promise<void>((resolve) => done.set(id, resolve));
      done.delete(id);
    };
    for (let lane = 0; lane < LANES; lane += 1) await create(client, `p${lane}`);
    await inFlight(WARM_UP, 1, () => run(0));
    await gapsOf(server);
    await inFlight(ALONE, 1, () => run(0));
    const gaps = await gapsOf(server);
    const seconds = await lanes(run);
    client.close();
    return { gapMedian: median(gaps), gapP95: quantile(gaps, 0.95), executionsPerSecond: TOGETHER / seconds };
  } finally {
    server.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  }
}

/** One pipeline a lane, so that no execution waits for another. */
async function lanes(run: (lane: number) => Promise<void>): Promise<number> {
  const perLane = Math.ceil(TOGETHER / LANES);
  return inFlight(LANES, LANES, async (lane) => {
    for (let index = 0; index < perLane; index += 1) await run(lane);
  });
}

async function create(client: WireClient, name: string): Promise<void> {
  const action = (category: string, actionName: string, runOrder: number) => ({
    name: actionName,
    runOrder,
    actionTypeId: { category, owner: 'AWS', provider: 'Instant', version: '1' },
  });
  const stages = [
    { name: 'Source', actions: [action('Source', 'First', 1), action('Source', 'Second', 2)] },
    { name: 'Build', actions: [action('Build', 'Third', 1), action('Build', 'Fourth', 2)] },
    { name: 'Deploy', actions: [action('Deploy', 'Fifth', 1), action('Deploy', 'Last', 2)] },
  ];
  const roleArn = 'arn:aws:iam::000000000000:role/r';
  const pipeline = {
    name,
    roleArn,
    pipelineType: 'V2',
    variables: [{ name: 'v' }],
    artifactStore: { type: 'S3', location: 'bucket' },
    stages,
  };
  await client.send('CreatePipeline', { pipeline });
}

async function gapsOf(server: ChildProcess): Promise<number[]> {
  server.send('gaps');
  return (await answer<{ gaps: number[] }>(server, 'gaps')).gaps;
}

function answer<T>(server: ChildProcess, kind: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const listen = (message: { kind: string } & T): void => {
      if (message.kind !== kind) return;
      server.off('message', listen);
      resolve(message);
    };
    server.on('message', listen);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
  });
}
