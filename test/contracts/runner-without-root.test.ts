import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomIds } from '../../src/kernel/ids.ts';
import type { SandboxRequest } from '../../src/runners/runner.ts';
import { waitFor } from '../harness/wait.ts';
import { countProcesses, killServerDuring, ownSleep, runServer, type ServerTask } from './runner-bench.ts';

/** A user without rights and without an entry in /etc/passwd. */
const UID = 23_456;
const AS_USER = ['setpriv', '--reuid', String(UID), '--regid', String(UID), '--clear-groups', '--'];

const obstacle = obstacleOf();
if (obstacle !== undefined && process.env.CI === 'true') throw new Error(obstacle);

describe.skipIf(obstacle !== undefined).each(['process', 'bubblewrap'] as const)(
  `a server without root, %s`,
  (name) => {
    let directory: string;

    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'velocius-user-'));
      await chown(directory, UID, UID);
      await chmod(directory, 0o755);
    });
    afterAll(() => rm(directory, { recursive: true, force: true }));

    async function task(script: string, changes: Partial<SandboxRequest> = {}): Promise<ServerTask> {
      const id = randomIds.uuid();
      const work = join(directory, id);
      await mkdir(work);
      await writeFile(join(work, 'hello'), 'hello\n');
      for (const path of [work, join(work, 'hello')]) chownSync(path, UID, UID);
      const limits = { memoryMiB: 256, cpus: 1, pids: 64 };
      const request = {
        id,
        image: 'aws/codebuild/standard:7.0',
        privileged: false,
        directory: work,
        ...limits,
        ...changes,
      };
      return { name, directory, options: {}, request, script };
    }

    test('builds run as the user of the server', async () => {
      const ended = await runServer(await task('id -u; cat hello; touch made; exit 5'), AS_USER);
      expect(ended).toEqual({ exitCode: 5, output: `${UID}\nhello\n` });
    });

    test('what a killed server left is found and removed without a control group', async () => {
      const sleep = ownSleep();
      const first = await task(`setsid sleep ${sleep} & echo ready; sleep ${sleep}`);
      await killServerDuring(first, AS_USER);
      expect(await runServer({ ...first, script: 'cat hello' }, AS_USER)).toEqual({ exitCode: 0, output: 'hello\n' });
      await waitFor('the old processes to be gone', async () => (await countProcesses(sleep)) === 0);
    });

    test('what a build leaves running dies with it', async () => {
      const sleep = ownSleep();
      const ended = await runServer(await task(`setsid setsid sleep ${sleep} & sleep ${sleep} & echo left`), AS_USER);
      expect(ended.output).toBe('left\n');
      expect(await countProcesses(sleep)).toBe(0);
    });

    if (name === 'process') return;

    test('each process has limits', async () => {
      const large = 'dd if=/dev/zero of=/dev/null bs=200M count=1 2>/dev/null';
      expect((await runServer(await task(large), AS_USER)).exitCode).toBe(0);
      expect((await runServer(await task(large, { memoryMiB: 64 }), AS_USER)).exitCode).not.toBe(0);
      const many = 'i=0; while [ $i -lt 60 ]; do sleep 60 >/dev/null 2>&1 & i=$((i+1)); done';
      expect((await runServer(await task(many, { pids: 24 }), AS_USER)).exitCode).not.toBe(0);
    });
  },
);

/** Why this cannot be tried here. */
function obstacleOf(): string | undefined {
  if (process.getuid?.() !== 0)
    return 'only root can become a user without rights; the other tests run without root already';
  try {
    execFileSync('setpriv', [...AS_USER.slice(1), 'test', '-r', import.meta.filename]);
    execFileSync('bwrap', ['--version']);
    return undefined;
  } catch {
    return 'bwrap is not installed, or the checkout cannot be read by other users';
  }
}
