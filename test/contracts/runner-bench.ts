import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { randomIds } from '../../src/kernel/ids.ts';
import { openBubblewrapRunner } from '../../src/runners/bubblewrap/bubblewrap.ts';
import { openContainerRunner } from '../../src/runners/container/container.ts';
import { openProcessRunner } from '../../src/runners/process.ts';
import type { Runner, Sandbox, SandboxRequest } from '../../src/runners/runner.ts';
import type { RunnerOptions } from '../../src/runners/runner-options.ts';

const OPENERS = { docker: openContainerRunner, bubblewrap: openBubblewrapRunner, process: openProcessRunner } as const;

/** What the tests of one runner share: the runner, a directory, and an image it takes. */
export interface Bench {
  readonly name: Runner['name'];
  readonly image: string;
  readonly options: RunnerOptions;
  readonly directory: string;
  readonly runner: Runner;
  /** A runner as a server started again would have. */
  again(): Promise<Runner>;
  /** A build with a file `hello`, open; closed at the end of the tests. */
  open(changes?: Partial<SandboxRequest>): Promise<Build>;
  request(changes?: Partial<SandboxRequest>): Promise<SandboxRequest>;
  remove(): Promise<void>;
}

export interface Build {
  readonly request: SandboxRequest;
  readonly sandbox: Sandbox;
  /** Runs a shell script to its end. */
  sh(script: string, environment?: Record<string, string>): Promise<{ exitCode: number; output: string }>;
}

export async function makeBench(name: Runner['name'], image: string, options: RunnerOptions = {}): Promise<Bench> {
  const directory = await mkdtemp(join(tmpdir(), 'velocius-runner-'));
  const runnerDirectory = join(directory, 'runner');
  await mkdir(runnerDirectory);
  const again = () => OPENERS[name](runnerDirectory, options);
  const runner = await again();
  const opened: Sandbox[] = [];
  const request = async (changes: Partial<SandboxRequest> = {}): Promise<SandboxRequest> => {
    const id = randomIds.uuid();
    const work = join(directory, id);
    await mkdir(work);
    await writeFile(join(work, 'hello'), 'hello\n');
    return { id, image, privileged: false, directory: work, memoryMiB: 256, cpus: 1, pids: 128, ...changes };
  };
  return {
    name,
    image,
    options,
    directory: runnerDirectory,
    runner,
    again,
    request,
    open: async (changes) => {
      const wanted = await request(changes);
      const sandbox = await runner.open(wanted);
      opened.push(sandbox);
      return { request: wanted, sandbox, sh: (script, environment) => runScript(sandbox, script, environment) };
    },
    remove: async () => {
      await Promise.all(opened.map((sandbox) => sandbox.close()));
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export async function runScript(
  sandbox: Sandbox,
  script: string,
  environment: Record<string, string> = {},
): Promise<{ exitCode: number; output: string }> {
  const chunks: Buffer[] = [];
  const { exitCode } = await sandbox.run({
    argv: ['sh', '-c', script],
    environment,
    cwd: sandbox.directory,
    output: (chunk) => chunks.push(chunk),
    signal: new AbortController().signal,
  });
  return { exitCode, output: Buffer.concat(chunks).toString() };
}

/** A length of sleep nobody else on the machine sleeps, in seconds: its processes are known by it. */
export function ownSleep(): string {
  return `9${String(Number.parseInt(randomIds.uuid().slice(-8), 16)).padStart(10, '0')}`;
}

/** How many processes on the whole machine have the word as an argument; dead ones do not count. */
export async function countProcesses(word: string): Promise<number> {
  const pids = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry));
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')));
  return lines.filter((line) => line.split('\0').includes(word)).length;
}

/** What a server of its own is told to do: see runner-server.ts. */
export interface ServerTask {
  readonly name: Runner['name'];
  readonly directory: string;
  readonly options: RunnerOptions;
  readonly request: SandboxRequest;
  readonly script: string;
}

/** Starts a server that opens the build and runs the script; `launcher` is a command line that starts another. */
export function startServer(
  task: ServerTask,
  launcher: readonly string[] = [],
): ChildProcessByStdio<Writable, Readable, null> {
  const [program = '', ...argv] = [...launcher, process.execPath, join(import.meta.dirname, 'runner-server.ts')];
  const server = spawn(program, argv, { stdio: ['pipe', 'pipe', 'inherit'] });
  const { name, directory, options, request, script } = task;
  server.stdin.end(JSON.stringify({ name, directory, options, request, script }));
  return server;
}

/** Kills such a server with -9 once the script said `ready`. */
export async function killServerDuring(task: ServerTask, launcher: readonly string[] = []): Promise<void> {
  const server = startServer(task, launcher);
  const ended = once(server, 'exit');
  const said: string[] = [];
  for await (const chunk of server.stdout) {
    said.push(String(chunk));
    if (said.join('').includes('ready')) break;
  }
  server.kill('SIGKILL');
  await ended;
}

/** Lets such a server run to its end. */
export async function runServer(
  task: ServerTask,
  launcher: readonly string[] = [],
): Promise<{ exitCode: number | null; output: string }> {
  const server = startServer(task, launcher);
  const said: string[] = [];
  for await (const chunk of server.stdout) said.push(String(chunk));
  if (server.exitCode === null) await once(server, 'exit');
  return { exitCode: server.exitCode, output: said.join('') };
}
