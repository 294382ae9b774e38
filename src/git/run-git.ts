import { spawn } from 'node:child_process';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { searchPath } from '../kernel/search-path.ts';

/**
 * The one place where git is run: by argument lists, with nothing of this machine's or a user's git configuration, and no hooks but
 * those that `settings` name.
 */
export interface GitOptions {
  readonly input?: string | Uint8Array | undefined;
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** `name=value` each, as git's own configuration. */
  readonly settings?: readonly string[] | undefined;
  readonly limits?: GitLimits | undefined;
  /** Ends it. */
  readonly signal?: AbortSignal | undefined;
}

/** For git that works on what strangers send. */
export interface GitLimits {
  /** Of any file it writes. */
  readonly fileBytes: number;
  readonly cpuSeconds: number;
  /** After which it is killed, with every process it started. */
  readonly milliseconds: number;
}

export class GitError extends Error {
  readonly exitCode: number;
  readonly stderr: string;

  constructor(command: string, exitCode: number, stderr: string) {
    super(`git ${command} ended with ${exitCode}: ${stderr.trim()}`);
    this.name = 'GitError';
    this.exitCode = exitCode;
    this.stderr = stderr;
  }
}

const MAX_OUTPUT = 256 * 1024 * 1024;
const TIMEOUT_MS = 120_000;

const SETTINGS = ['core.hooksPath=/dev/null', 'gc.auto=0', 'safe.directory=*'];

/** git under way. */
export interface RunningGit {
  readonly stdin: Writable;
  /** Buffered from the start: Node throws away what a process wrote when it ends before anybody reads. */
  readonly stdout: Readable;
  /** The exit code, once all output was read; rejected when git could not be started. */
  readonly ended: Promise<number>;
  /** The end of what it complained about. */
  complaint(): string;
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
}

const MAX_COMPLAINT = 4096;
/** Unit of `ulimit -f` in a POSIX shell, in bytes. */
const SHELL_BLOCK = 512;

/** Starts git; the caller reads its output to the end. */
export function startGit(
  directory: string,
  parameters: readonly string[],
  { environment = {}, settings: own = [], limits, signal }: Omit<GitOptions, 'input'> = {},
): RunningGit {
  const settings = [...SETTINGS, ...own].flatMap((setting) => ['-c', setting]);
  const [command, ...begin] = limits === undefined ? ['git'] : limited(limits);
  const child = spawn(command, [...begin, ...settings, '--literal-pathspecs', ...parameters], {
    cwd: directory,
    // A group of its own, which can be killed whole.
    detached: limits !== undefined,
    env: {
      PATH: searchPath,
      LC_ALL: 'C',
      HOME: directory,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      ...environment,
    },
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 128));
  });
  // Whoever does not wait for the end must not bring the server down with it.
  ended.catch(() => {});
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-MAX_COMPLAINT);
  });
  // git may end before it has read its input; its exit code says what went wrong.
  child.stdin.on('error', () => {});
  const stdout = new PassThrough();
  child.stdout.pipe(stdout);
  // A reader that goes must not leave git, and those who wait for its end, with output that nobody takes.
  stdout.once('close', () => child.stdout.resume());
  const { pid } = child;
  const kill = (signal: 'SIGTERM' | 'SIGKILL'): void => {
    if (limits === undefined || pid === undefined) child.kill(signal);
    else killGroup(pid, signal);
  };
  if (signal !== undefined) killWith(signal, { ended, kill });
  return { stdin: child.stdin, stdout, ended, complaint: () => complaint, kill };
}

function killWith(signal: AbortSignal, { ended, kill }: Pick<RunningGit, 'ended' | 'kill'>): void {
  const stop = (): void => kill('SIGKILL');
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  void ended.catch(() => {}).finally(() => signal.removeEventListener('abort', stop));
}

/** The shell lowers its own limits and becomes git: they hold for everything git starts. Its text holds nothing of anybody's. */
function limited({ fileBytes, cpuSeconds }: GitLimits): [string, ...string[]] {
  const blocks = Math.ceil(fileBytes / SHELL_BLOCK);
  return [
    '/bin/sh',
    '-c',
    'ulimit -f "$1" && ulimit -t "$2" && shift 2 && exec git "$@"',
    'git',
    `${blocks}`,
    `${cpuSeconds}`,
  ];
}

function killGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // They have ended already.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Runs git to its end and answers what it wrote; throws a GitError when it fails. */
export async function runGit(
  directory: string,
  parameters: readonly string[],
  options: GitOptions = {},
): Promise<Buffer> {
  const git = startGit(directory, parameters, options);
  const { limits } = options;
  const timer = setTimeout(
    () => git.kill(limits === undefined ? 'SIGTERM' : 'SIGKILL'),
    limits?.milliseconds ?? TIMEOUT_MS,
  );
  const chunks: Buffer[] = [];
  let size = 0;
  git.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_OUTPUT) git.kill('SIGKILL');
    else chunks.push(chunk);
  });
  git.stdin.end(options.input ?? '');
  const read = finished(git.stdout);
  const exitCode = await git.ended.finally(() => clearTimeout(timer));
  await read;
  if (exitCode !== 0) throw new GitError(parameters[0] ?? '', exitCode, git.complaint());
  return Buffer.concat(chunks);
}

export async function gitText(
  directory: string,
  parameters: readonly string[],
  options: GitOptions = {},
): Promise<string> {
  return (await runGit(directory, parameters, options)).toString('utf8');
}
