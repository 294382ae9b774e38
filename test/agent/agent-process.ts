import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const NODE = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const VELOCIUS = fileURLToPath(new URL('../../src/cli/velocius.ts', import.meta.url));

/** A `velocius agent` as a process of its own. */
export interface AgentProcess {
  readonly child: ChildProcess;
  /** What it wrote to standard error so far. */
  log(): string;
  /** As a power cut: without a chance to say anything. */
  kill(): Promise<void>;
  /** Asked politely; resolves with the exit code. */
  stop(): Promise<number | null>;
}

export interface AgentArguments {
  readonly endpoint: string;
  readonly host: string;
  readonly root: string;
  readonly destinationRoot: string;
  readonly more?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts an agent and waits until it polls. */
export async function startAgent(given: AgentArguments): Promise<AgentProcess> {
  const { endpoint, host, root, destinationRoot, more = [], environment = {} } = given;
  const args = ['agent', '--endpoint', endpoint, '--region', 'eu-west-1', '--host-identifier', host, '--root', root];
  const child = spawn(NODE, [VELOCIUS, ...args, '--destination-root', destinationRoot, ...more], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve));
  const failed = exited.then((code) => Promise.reject(new Error(`the agent ended with ${code}: ${log}`)));
  await Promise.race([ready, failed]);
  failed.catch(() => {});
  return {
    child,
    log: () => log,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
