import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { endOfChild, startChild } from '../child.ts';
import { killProcess } from '../leftovers.ts';
import { RunnerError } from '../runner.ts';

/**
 * The user and process namespaces of one build, held open by an idle process. Each command joins them with a view of its
 * own, so that what a command leaves running is still there for the next one, and all of it dies with the holder.
 */
export interface Namespaces {
  /** Descriptors of the user and the process namespace. */
  readonly user: number;
  readonly processes: number;
  /** Resolves when nothing in the namespaces is alive any more. */
  end(): Promise<void>;
}

export interface HolderRequest {
  /** Command line before bubblewrap's own name: becomes the build's user. */
  readonly launch: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
  /** Arguments of bubblewrap. */
  readonly view: readonly string[];
}

const HOLD = 'echo ready; while :; do sleep 86400; done';

export async function holdNamespaces(request: HolderRequest): Promise<Namespaces> {
  const said: string[] = [];
  const ready = Promise.withResolvers<void>();
  const child = startChild({
    argv: [...request.launch, 'bwrap', '--info-fd', '3', ...request.view, '--', 'sh', '-c', HOLD],
    environment: request.environment,
    cwd: '/',
    groups: request.groups,
    descriptors: ['pipe'],
    output: (chunk) => {
      said.push(chunk.toString());
      if (said.join('').endsWith('ready\n')) ready.resolve();
    },
  });
  const ended = endOfChild(child);
  const information = readAll(child);
  await Promise.race([ready.promise, ended.then(() => refuse(said.join('').trim()))]);
  return openNamespaces(await information, ended);
}

function openNamespaces(information: string, ended: Promise<number>): Namespaces {
  const pid = firstPid(information);
  const user = openSync(`/proc/${pid}/ns/user`, 'r');
  const processes = openSync(`/proc/${pid}/ns/pid`, 'r');
  let ending: Promise<void> | undefined;
  const end = async () => {
    // The kernel ends all others of the namespace before its first process; only then does bubblewrap end.
    killProcess(pid);
    await ended;
    closeSync(user);
    closeSync(processes);
  };
  return {
    user,
    processes,
    end: () => {
      ending ??= end();
      return ending;
    },
  };
}

function firstPid(information: string): number {
  const parsed: unknown = JSON.parse(information);
  if (typeof parsed === 'object' && parsed !== null && 'child-pid' in parsed) return Number(parsed['child-pid']);
  throw refuse('it did not tell its process id');
}

async function readAll(child: ChildProcess): Promise<string> {
  const chunks: string[] = [];
  const pipe = child.stdio[3];
  if (pipe !== null && pipe !== undefined && 'read' in pipe) for await (const chunk of pipe) chunks.push(String(chunk));
  return chunks.join('');
}

function refuse(reason: string): never {
  throw new RunnerError('SANDBOX_UNAVAILABLE', `bubblewrap could not make a sandbox: ${reason || 'it said nothing'}`);
}
