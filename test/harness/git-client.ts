import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateRepositoryCommand } from '@aws-sdk/client-codecommit';
import { signGit } from '../../src/services/codecommit/http/git-password.ts';
import { REGION, type TestServer } from './server.ts';

export interface GitResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A git of a test's own: nothing of this machine's configuration, one commit identity, never a prompt. */
export function gitRun(
  directory: string,
  args: readonly string[],
  settings: readonly string[] = [],
): Promise<GitResult> {
  const plain = { PATH: process.env.PATH, HOME: directory, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const person = { NAME: 'Tester', EMAIL: 'tester@example.com' };
  const identity = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  const env = { ...plain, GIT_TERMINAL_PROMPT: '0', ...Object.fromEntries(identity) };
  const configured = ['init.defaultBranch=main', ...settings].flatMap((setting) => ['-c', setting]);
  return new Promise((resolve) => {
    execFile(
      'git',
      [...configured, ...args],
      { cwd: directory, env, timeout: 60_000, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ exitCode: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
    );
  });
}

/** A directory in which git is run, signed in. */
export interface GitPlace {
  readonly directory: string;
  run(...args: string[]): Promise<GitResult>;
  /** Fails when git does; answers its output without the last newline. */
  git(...args: string[]): Promise<string>;
  /** Writes a file, commits it and answers the commit id. */
  commit(path: string, content: string | Uint8Array): Promise<string>;
}

export function gitPlace(directory: string, settings: readonly string[] = []): GitPlace {
  const run = (...args: string[]) => gitRun(directory, args, settings);
  const git = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await run(...args);
    if (exitCode !== 0) throw new Error(`git ${args.join(' ')} ended with ${exitCode}: ${stderr}`);
    return stdout.replace(/\n$/, '');
  };
  const commit = async (path: string, content: string | Uint8Array) => {
    writeFileSync(join(directory, path), content);
    await git('add', '--', path);
    await git('commit', '--quiet', '--message', `Changed ${path}`);
    return git('rev-parse', 'HEAD');
  };
  return { directory, run, git, commit };
}

export function emptyDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'velocius-git-'));
}

export interface PasswordOf {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly time?: number;
}

/** The name and password git is to sign in with, for a repository's URL. */
export function passwordFor(url: string, { accessKeyId = 'test', secretAccessKey = 'test', time }: PasswordOf = {}) {
  const { host, pathname: path } = new URL(url);
  const timestamp = new Date(time ?? Date.now()).toISOString().replaceAll(/[-:]|\.\d+Z$/g, '');
  const signature = signGit({ secretAccessKey, timestamp, region: REGION, host, path });
  return { username: accessKeyId, password: `${timestamp}Z${signature}` };
}

/** Settings under which git asks for a password as it would ask any credential helper. */
export function signedIn(url: string, of: PasswordOf = {}): string[] {
  const { username, password } = passwordFor(url, of);
  return [
    'credential.helper=',
    `credential.helper=!f() { test "$1" = get && echo username=${username} && echo password=${password}; }; f`,
    'credential.UseHttpPath=true',
  ];
}

/** A new repository on the server, and its URL. */
export async function createRepository({ codecommit }: Pick<TestServer, 'codecommit'>, repositoryName: string) {
  const { repositoryMetadata } = await codecommit.send(new CreateRepositoryCommand({ repositoryName }));
  return {
    url: repositoryMetadata?.cloneUrlHttp ?? '',
    id: repositoryMetadata?.repositoryId ?? '',
    arn: repositoryMetadata?.Arn ?? '',
  };
}

/** A clone of a repository, signed in. */
export async function cloneOf(url: string, ...options: string[]): Promise<GitPlace> {
  const place = gitPlace(emptyDirectory(), signedIn(url));
  await place.git('clone', '--quiet', ...options, url, '.');
  return place;
}
