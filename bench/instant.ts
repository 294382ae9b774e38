import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeArtifactBucketAt } from './artifact-bucket.ts';
import { codepipelineClient, type WireClient } from './wire-client.ts';

const SERVER = fileURLToPath(new URL('instant-server.ts', import.meta.url));

/** Hears of executions, whatever server performs them. */
export class Watch {
  readonly #done = new Map<string, () => void>();
  readonly #early = new Set<string>();
  /** When the first action of an execution was started, in milliseconds since the epoch. */
  readonly firsts = new Map<string, number>();

  hear(message: { readonly kind: string; readonly execution: string; readonly at: number }): void {
    if (message.kind === 'first') this.firsts.set(message.execution, message.at);
    if (message.kind !== 'done') return;
    const resolve = this.#done.get(message.execution);
    if (resolve === undefined) this.#early.add(message.execution);
    else resolve();
  }

  /** Until the last action of an execution was performed. */
  async end(execution: string): Promise<void> {
    if (!this.#early.delete(execution)) await new Promise<void>((resolve) => this.#done.set(execution, resolve));
    this.#done.delete(execution);
  }
}

/** A server whose actions are instant, or take so many milliseconds. */
export interface InstantServer {
  readonly pid: number | undefined;
  readonly client: WireClient;
  /** Milliseconds between the end of an action and the start of the next, since they were last asked for. */
  gaps(): Promise<number[]>;
  kill(): Promise<void>;
}

export interface InstantSettings {
  readonly database?: string | undefined;
  readonly duration?: number;
}

export async function startInstant(watch: Watch, { database, duration = 0 }: InstantSettings): Promise<InstantServer> {
  const data = mkdtempSync(join(tmpdir(), 'velocius-bench-'));
  const server = fork(SERVER, [data, database ?? '-', String(duration)]);
  server.on('message', (message: Parameters<Watch['hear']>[0]) => watch.hear(message));
  const { endpoint } = await answer<{ endpoint: string }>(server, 'ready');
  await makeArtifactBucketAt(endpoint);
  const client = codepipelineClient(endpoint);
  return {
    pid: server.pid,
    client,
    gaps: async () => {
      server.send('gaps');
      return (await answer<{ gaps: number[] }>(server, 'gaps')).gaps;
    },
    kill: async () => {
      client.close();
      const closed = new Promise((resolve) => server.once('close', resolve));
      server.kill('SIGKILL');
      await closed;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function answer<T>(server: ChildProcess, kind: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (code: number | null): void => reject(new Error(`The server ended with ${code}`));
    const listen = (message: { kind: string } & T): void => {
      if (message.kind !== kind) return;
      server.off('message', listen);
      server.off('exit', fail);
      resolve(message);
    };
    server.on('message', listen);
    server.once('exit', fail);
  });
}

/** Three stages, six actions. Its variable keeps it from running as soon as it is created. */
export function instantPipeline(name: string, executionMode = 'SUPERSEDED'): object {
  const action = (category: string, actionName: string, runOrder: number) => ({
    name: actionName,
    runOrder,
    actionTypeId: { category, owner: 'AWS', provider: 'Instant', version: '1' },
  });
  return {
    name,
    roleArn: 'arn:aws:iam::000000000000:role/r',
    pipelineType: 'V2',
    executionMode,
    variables: [{ name: 'v' }],
    artifactStore: { type: 'S3', location: 'artifacts' },
    stages: [
      { name: 'Source', actions: [action('Source', 'First', 1), action('Source', 'Second', 2)] },
      { name: 'Build', actions: [action('Build', 'Third', 1), action('Build', 'Fourth', 2)] },
      { name: 'Deploy', actions: [action('Deploy', 'Fifth', 1), action('Deploy', 'Last', 2)] },
    ],
  };
}

/** Answers the execution's id. With a token, asking again starts no second one. */
export async function startExecution(client: WireClient, name: string, clientRequestToken?: string): Promise<string> {
  const input = { name, variables: [{ name: 'v', value: '1' }], clientRequestToken };
  return String((await client.send('StartPipelineExecution', input)).pipelineExecutionId);
}
