import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DeleteBucketCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The commands of the README's tour, up to the ones that look at what the push has started. */
function tour(): { readonly until: string; readonly after: readonly string[] } {
  const [, block = ''] = /In another terminal:\n```bash\n(.*?)```/s.exec(README) ?? [];
  const [until = '', after = ''] = block.split(/(?<=^git push .*\n)/m);
  return { until, after: after.split('\n').filter((line) => line.startsWith('aws ')) };
}

/** `aws logs tail` came with version 2, and AWS_ENDPOINT_URL with 2.13, which Debian's does not know yet. */
const aws = ['aws', '/usr/local/bin/aws', '/usr/bin/aws'].find((command) =>
  spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('aws-cli/2'),
);

describe.skipIf(aws === undefined)('the tour of the README, word by word (needs version 2 of the AWS CLI)', () => {
  let server: TestServer;
  let directory: string;
  beforeAll(async () => {
    server = await startTestServer('sqlite', { account: '000000000000' });
    // The tour makes its own.
    await server.s3.send(new DeleteBucketCommand({ Bucket: 'artifacts' }));
    directory = mkdtempSync(join(tmpdir(), 'velocius-tour-'));
  });
  afterAll(async () => {
    await server.close();
    rmSync(directory, { recursive: true, force: true });
    expect(server.errors).toEqual([]);
  });

  /** In a directory of its own beside links to what the commands name, so that the checkout stays as it is. */
  async function bash(commands: string): Promise<string> {
    const { port } = new URL(server.endpoint);
    const here = commands.replaceAll(':4566', `:${port}`).replace('npm run -s velocius -- env', `bin/velocius.mjs env`);
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', here], {
      cwd: directory,
      env: {
        PATH: `${directory}/path:${process.env.PATH}`,
        HOME: directory,
        VELOCIUS_PORT: port,
        AWS_PAGER: '',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'Reader',
        GIT_AUTHOR_EMAIL: 'reader@example.com',
        GIT_COMMITTER_NAME: 'Reader',
        GIT_COMMITTER_EMAIL: 'reader@example.com',
      },
    });
    return stdout;
  }

  it('ends with the page of the commit that was pushed', { timeout: 90_000 }, async () => {
    for (const name of ['examples', 'bin', 'src', 'node_modules']) await bash(`ln -s '${join(ROOT, name)}' ${name}`);
    await mkdir(join(directory, 'path'));
    const wrapper = `#!/bin/sh\nexec "${aws === 'aws' ? '$(which -a aws | sed -n 2p)' : aws}" --endpoint-url "$AWS_ENDPOINT_URL" "$@"\n`;
    await writeFile(join(directory, 'path/aws'), wrapper, { mode: 0o755 });
    const { until, after } = tour();
    expect(after).toHaveLength(3);
    await bash(until);
    const commit = (await bash('git -C my-app rev-parse HEAD')).trim();
    const environment = `${until.split('\n')[0]}\n`;
    await waitFor('the pipeline to succeed', async () => {
      const state = await bash(`${environment}${after[0]}`);
      return JSON.parse(state).stageStates.at(-1).latestExecution?.status === 'Succeeded';
    });
    expect(await bash(`${environment}${after[1]?.replace(' --follow', '')}`)).toContain(`built ${commit}`);
    expect(await bash(`${environment}${after[2]}`)).toContain(`Built from commit ${commit}.`);
  });
});
