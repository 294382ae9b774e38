import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { environment, VELOCIUS_COMMAND } from './child.ts';
import { KEY, LabError, type LabPlace, NAMES, REGION } from './lab-place.ts';

const APPLICATION = fileURLToPath(new URL('../../../lab/application', import.meta.url));
const run = promisify(execFile);

/** Clones the repository as a user would; the clone knows how to sign in from then on. */
export async function clone(place: LabPlace, cloneUrl: string, endpoint: string): Promise<void> {
  const helper = `!${VELOCIUS_COMMAND.map(quote).join(' ')} git-credential`;
  const settings = ['credential.helper=', `credential.helper=${helper}`, 'credential.UseHttpPath=true'];
  await git([
    'clone',
    ...settings.flatMap((setting) => ['--config', setting]),
    await reachable(cloneUrl, endpoint),
    place.clone,
  ]);
}

/** Names below .localhost are this machine's, but an old git does not know: then the address itself is used. */
async function reachable(cloneUrl: string, endpoint: string): Promise<string> {
  try {
    await git(['-c', 'credential.helper=', 'ls-remote', cloneUrl]);
    return cloneUrl;
  } catch (error) {
    const unresolved = error instanceof LabError && /could not resolve host/i.test(error.message);
    return unresolved ? `${endpoint}${new URL(cloneUrl).pathname}` : cloneUrl;
  }
}

/** Puts the sample application into the clone, commits and pushes; answers the commit id. */
export async function commitAndPush(place: LabPlace): Promise<string> {
  const here = ['-C', place.clone];
  await cp(APPLICATION, place.clone, { recursive: true });
  await git([...here, 'checkout', '-q', '-B', NAMES.branch]);
  await git([...here, 'add', '--all']);
  await git([
    ...here,
    '-c',
    'user.name=Lab',
    '-c',
    'user.email=lab@example.com',
    'commit',
    '-q',
    '-m',
    'A web page with a test',
  ]);
  await git([...here, 'push', '-q', '--set-upstream', 'origin', NAMES.branch]);
  return (await git([...here, 'rev-parse', 'HEAD'])).trim();
}

async function git(parameters: readonly string[]): Promise<string> {
  const keys = { AWS_ACCESS_KEY_ID: KEY.accessKeyId, AWS_SECRET_ACCESS_KEY: KEY.secretAccessKey, AWS_REGION: REGION };
  const env = { ...environment(keys), AWS_SESSION_TOKEN: undefined, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  try {
    return (await run('git', [...parameters], { env })).stdout;
  } catch (error) {
    const { code, stderr = '' } = error as { code?: string; stderr?: string };
    if (code === 'ENOENT')
      throw new LabError('git is not installed: install it with your package manager and start again');
    throw new LabError(
      `git ${parameters.find((word) => /^[a-z]/.test(word) && !word.includes('.'))} failed: ${stderr.trim()}`,
    );
  }
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
