import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { type Readable, Writable } from 'node:stream';

/** A process of a build, its two outputs joined in one so that their order is kept. */
export interface ChildRequest {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** `cgroup.procs` files the process enters before it becomes the command. */
  readonly groups: readonly string[];
  /** No more is read while it answers a promise. */
  readonly output: (chunk: Buffer) => unknown;
  /** Descriptors 3, 4, ... of the process: one of ours, text it can read, or a pipe it writes to (in `stdio` of the child). */
  readonly descriptors?: readonly (number | { readonly text: string } | 'pipe')[];
}

/** Goes to the directory, enters the cgroups named before `--`, then becomes the command after it; one that is not there ends with 127. */
const ENTER =
  'cd "$1" || exit 126; shift; while [ "$1" != -- ]; do echo 0 > "$1" || exit 125; shift; done; shift; exec "$@" 2>&1';

/** After its end a command's output is read until it has been silent this long: what it left running may hold it open. */
const SILENCE_MS = 100;
const LONGEST_DRAIN_MS = 2000;

/** Starts the process in a process group of its own. */
export function startChild(request: ChildRequest): ChildProcess {
  const descriptors = request.descriptors ?? [];
  const child = spawn('/bin/sh', ['-c', ENTER, 'sh', request.cwd, ...request.groups, '--', ...request.argv], {
    cwd: '/',
    env: request.environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', ...descriptors.map((given) => (typeof given === 'number' ? given : 'pipe'))],
  });
  for (const stream of [child.stdout, child.stderr]) if (stream !== null) hand(stream, request.output);
  descriptors.forEach((given, index) => {
    const end = child.stdio[index + 3];
    if (typeof given === 'object' && end instanceof Writable) end.on('error', ignoreEarlyEnd).end(given.text);
  });
  return child;
}

/** A full pipe stops the process that writes to it: so a build is no faster than its log. */
function hand(stream: Readable, output: ChildRequest['output']): void {
  stream.on('data', (chunk: Buffer) => {
    const taken = output(chunk);
    if (!(taken instanceof Promise)) return;
    stream.pause();
    void taken.finally(() => stream.resume());
  });
}

/** Resolves when the process ended and its output is read; a signal n is exit code 128 + n. Rejects when it could not be started. */
export async function endOfChild(child: ChildProcess): Promise<number> {
  const closed = once(child, 'close').catch(() => []);
  const [code, signal]: [number | null, NodeJS.Signals | null] = await endOf(child);
  await Promise.race([closed, silence(child)]);
  return code ?? 128 + constants.signals[signal ?? 'SIGKILL'];
}

async function endOf(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  if (child.exitCode !== null || child.signalCode !== null) return [child.exitCode, child.signalCode];
  const [code, signal] = await once(child, 'exit');
  return [code, signal];
}

async function silence(child: ChildProcess): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const longest = setTimeout(resolve, LONGEST_DRAIN_MS);
  const quiet = setTimeout(() => {
    if (child.stdout?.isPaused()) quiet.refresh();
    else resolve();
  }, SILENCE_MS);
  child.stdout?.on('data', () => quiet.refresh());
  await promise;
  clearTimeout(longest);
  clearTimeout(quiet);
}

/** A process that ended before it read what it was given says why by its exit code. */
function ignoreEarlyEnd(): void {}
