import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { waitFor } from './wait.ts';

/** A process of a test's own, and every line it has said so far. */
export interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  readonly lines: string[];
  readonly errors: string[];
  /** The exit code, or the signal that ended it. */
  readonly exit: Promise<number | NodeJS.Signals>;
  kill(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a TypeScript file of this project with this Node; `path` is relative to the project. */
export function runScript(path: string, args: readonly string[] = [], environment: NodeJS.ProcessEnv = {}): Child {
  const child = spawn(process.execPath, [`${ROOT}/${path}`, ...args], {
    env: { ...process.env, ...environment },
    timeout: 120_000,
    killSignal: 'SIGKILL',
  });
  const lines: string[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const exit = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? -1));
  });
  return {
    process: child,
    lines,
    errors,
    exit,
    kill: (signal = 'SIGKILL') => {
      child.kill(signal);
      return exit;
    },
  };
}

/** The first line the child says; fails with what it complained of when it ends without a word. */
export function firstLine(child: Child): Promise<string> {
  const ended = child.exit.then((exit) => {
    throw new Error(`The process ended (${exit}) before it said anything: ${child.errors.join('\n')}`);
  });
  return Promise.race([waitFor('a first line', async () => child.lines[0]), ended]);
}
