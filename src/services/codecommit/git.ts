import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { searchPath } from '../../kernel/search-path.ts';

/**
 * The one place where git is run: by argument lists, never through a shell, with nothing of this machine's or a user's git
 * configuration, and no hooks.
 */
export interface GitOptions {
  readonly input?: string | Uint8Array | undefined;
  readonly environment?: Readonly<Record<string, string>> | undefined;
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

const SETTINGS = [
  'core.hooksPath=/dev/null',
  'gc.auto=0',
  'receive.autogc=false',
  'receive.fsckObjects=true',
  'receive.denyDeleteCurrent=refuse',
  'receive.denyCurrentBranch=ignore',
  'uploadpack.allowFilter=true',
  'uploadpack.allowAnySHA1InWant=true',
  'protocol.version=2',
  'safe.directory=*',
];

/** Starts git; the caller reads its streams and waits for its end. */
export function startGit(
  directory: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  return spawn('git', [...settings, '--literal-pathspecs', ...parameters], {
    cwd: directory,
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
}

/** Runs git to its end and answers what it wrote; throws a GitError when it fails. */
export async function runGit(
  directory: string,
  parameters: readonly string[],
  options: GitOptions = {},
): Promise<Buffer> {
  const child = startGit(directory, parameters, options.environment);
  const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS);
  const chunks: Buffer[] = [];
  let size = 0;
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_OUTPUT) child.kill('SIGKILL');
    else chunks.push(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-4096);
  });
  // git may end before it has read its input; its exit code says what went wrong.
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  const exitCode = await ended(child);
  clearTimeout(timer);
  if (exitCode !== 0) throw new GitError(parameters[0] ?? '', exitCode, complaint);
  return Buffer.concat(chunks);
}

export async function gitText(
  directory: string,
  parameters: readonly string[],
  options: GitOptions = {},
): Promise<string> {
  return (await runGit(directory, parameters, options)).toString('utf8');
}

export function ended(child: ChildProcessWithoutNullStreams): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 128));
  });
}
