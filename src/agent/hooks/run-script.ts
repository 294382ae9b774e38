import { type ChildProcess, spawn } from 'node:child_process';
import { constants, userInfo } from 'node:os';
import type { Readable } from 'node:stream';
import type { Script } from '../appspec/appspec.ts';
import { ERROR_CODES, type ErrorCode, EventFailure } from '../event-failure.ts';
import type { ScriptLog } from './script-log.ts';

/** How long a process group may take to end after it was asked to. */
const GRACE = 3_000;
const LOOK_AGAIN = 50;

/** A script that is known to be there and executable. */
export interface RunnableScript {
  readonly script: Script;
  /** Absolute path. */
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
  readonly log: ScriptLog;
}

/**
 * Runs one script of an event to its end, in a process group of its own and with nothing to read. The time allowed covers the script
 * and the closing of its outputs: a background process that keeps them open fails the event when the time is over (code 6) but is
 * left alone, while a script that is still running then is ended with all its group (code 3).
 */
export async function runScript(run: RunnableScript): Promise<void> {
  const { script, log } = run;
  log.add(`Script - ${script.location}`);
  const [command, ...args] = commandOf(run);
  const child = spawn(command, args, {
    cwd: run.directory,
    env: run.environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const outputs = [collect(child.stdout, log.reader('[stdout]')), collect(child.stderr, log.reader('[stderr]'))];
  try {
    await finish(run, child, outputs);
  } finally {
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

async function finish(run: RunnableScript, child: ChildProcess, outputs: readonly Promise<void>[]): Promise<void> {
  const { script } = run;
  const late = timer(script.timeoutSeconds * 1000);
  try {
    const exit = exitOf(child);
    const status = await Promise.race([exit, late.over]).catch((error: unknown) => {
      throw fail(run, ERROR_CODES.scriptFailed, `${prefix(script)} failed with error ${error}`);
    });
    if (status === undefined) {
      await endGroup(child);
      const words = `Script at specified location: ${script.location} failed to complete in ${script.timeoutSeconds} seconds`;
      throw fail(run, ERROR_CODES.scriptTimedOut, words);
    }
    for (const [index, name] of ['STDOUT', 'STDERR'].entries()) {
      if ((await Promise.race([outputs[index], late.over.then(() => 'late')])) === 'late') {
        const words = `Script at specified location: ${script.location} failed to close ${name}`;
        throw fail(run, ERROR_CODES.outputsLeftOpen, words);
      }
    }
    if (status !== 0) throw fail(run, ERROR_CODES.scriptFailed, `${prefix(script)} failed with exit code ${status}`);
  } finally {
    late.clear();
  }
}

function commandOf({ script, path, log }: RunnableScript): [string, ...string[]] {
  const { runas, location } = script;
  const { username, uid } = userInfo();
  if (runas === undefined || runas === username) return [path];
  if (uid !== 0) {
    const words = `${prefix(script)} cannot be run: the agent runs as ${username}, and only root can run scripts as others`;
    throw new EventFailure(ERROR_CODES.scriptFailed, words, { script: location, log: log.tail });
  }
  // By a shell that is there: accounts of services have none. Not -c: it would start a session of its own, which the end of our
  // process group would not reach.
  return ['su', runas, '--shell=/bin/sh', `--session-command='${path.replaceAll("'", "'\\''")}'`];
}

function prefix({ location, runas }: Script): string {
  return `Script at specified location: ${location}${runas === undefined ? '' : ` run as user ${runas}`}`;
}

function fail({ script, log }: RunnableScript, code: ErrorCode, message: string): EventFailure {
  return new EventFailure(code, message, { script: script.location, log: log.tail });
}

function collect(stream: Readable, reader: { take(chunk: Buffer): void; end(): void }): Promise<void> {
  stream.on('data', (chunk: Buffer) => reader.take(chunk));
  return new Promise((resolve) => {
    stream.once('close', () => {
      reader.end();
      resolve();
    });
  });
}

/** Exit code; of a process ended by a signal 128 and the signal's number, as shells have it. */
function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}

function timer(milliseconds: number): { readonly over: Promise<undefined>; clear(): void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timeout = setTimeout(resolve, Math.min(milliseconds, 2 ** 31 - 1), undefined);
  return { over: promise, clear: () => clearTimeout(timeout) };
}

/** Asks the whole process group to end, and kills what is left of it after a while. */
async function endGroup({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined) return;
  signal(pid, 'SIGTERM');
  for (let waited = 0; waited < GRACE && signal(pid, 0); waited += LOOK_AGAIN) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
  signal(pid, 'SIGKILL');
}

/** False when nothing is left of the group. */
function signal(group: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, name);
  } catch {
    return false;
  }
}
