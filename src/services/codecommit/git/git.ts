import { fileURLToPath } from 'node:url';
import * as git from '../../../git/run-git.ts';

/** git with what our own repositories need: hooks that let in what may come in, and no upkeep that nobody waits for. */
const SETTINGS = [
  `core.hooksPath=${fileURLToPath(new URL('hooks', import.meta.url))}`,
  'receive.autogc=false',
  // The largest single file that AWS takes by git.
  'receive.maxInputSize=2g',
  'receive.fsckObjects=true',
  'receive.denyDeleteCurrent=refuse',
  'receive.denyCurrentBranch=ignore',
  'uploadpack.allowFilter=true',
  'uploadpack.allowAnySHA1InWant=true',
  'protocol.version=2',
];

/** Starts git; the caller reads its output to the end. */
export function startGit(
  directory: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): git.RunningGit {
  return git.startGit(directory, parameters, { environment, settings: SETTINGS });
}

/** Runs git to its end and answers what it wrote; throws a GitError when it fails. */
export function runGit(
  directory: string,
  parameters: readonly string[],
  options: Omit<git.GitOptions, 'settings'> = {},
): Promise<Buffer> {
  return git.runGit(directory, parameters, { ...options, settings: SETTINGS });
}

export async function gitText(
  directory: string,
  parameters: readonly string[],
  options: Omit<git.GitOptions, 'settings'> = {},
): Promise<string> {
  return (await runGit(directory, parameters, options)).toString('utf8');
}
