import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetPipelineExecutionCommand, ListPipelineExecutionsCommand } from '@aws-sdk/client-codepipeline';
import { describe, expect, it } from 'vitest';
import { runScript } from '../harness/child.ts';
import { DIALECTS, makePlace } from '../harness/databases.ts';
import { clientsOf } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

const lab = (...args: string[]) => runScript('src/cli/velocius.ts', ['lab', '--port', '0', ...args]);

describe('the lab', () => {
  it.each(DIALECTS)(
    'delivers a commit to the page of both servers, on %s, and leaves nothing behind',
    { timeout: 90_000 },
    async (dialect) => {
      const place = await makePlace(dialect);
      const directory = join(place.directory, 'lab');
      const child = lab(
        '--once',
        '--directory',
        directory,
        ...(place.url === undefined ? [] : ['--database', place.url]),
      );
      expect(await child.exit, child.errors.join('\n')).toBe(0);
      const told = child.lines.join('\n');
      for (const action of ['Source / Fetch', 'Build / Build', 'Approve / Approve', 'Deploy / Deploy'])
        expect(told).toContain(`${action} succeeded`);
      expect(told).toContain('built "Hello from Velocius"');
      const [, commit] = /Commit ([0-9a-f]{40}) is deployed/.exec(told) ?? [];
      for (const server of ['server-1', 'server-2']) {
        expect(readFileSync(join(directory, 'servers', server, 'srv/lab-app/page.html'), 'utf8')).toContain(commit);
        const [, url = ''] = new RegExp(`${server} +(http://\\S+)`).exec(told) ?? [];
        await expect(fetch(url)).rejects.toThrow();
      }
      await place.drop();
    },
  );

  it('fails with the reason when the delivery fails', { timeout: 60_000 }, async () => {
    const directory = mkdtempSync(join(tmpdir(), 'velocius-lab-test-'));
    writeFileSync(join(directory, 'in-the-way'), '');
    const child = lab('--once', '--directory', directory);
    expect(await child.exit).toBe(1);
    expect(child.errors.join('\n')).toContain('is not empty: the lab starts from nothing');
    rmSync(directory, { recursive: true, force: true });
  });

  it('carries a second delivery to its end although the server is killed in mid-run', { timeout: 90_000 }, async () => {
    const directory = join(mkdtempSync(join(tmpdir(), 'velocius-lab-test-')), 'lab');
    const child = lab('--stay', '--directory', directory);
    const endpoint = await waitFor(
      'the first delivery',
      async () => /AWS_ENDPOINT_URL=(\S+)/.exec(child.lines.join('\n'))?.[1],
      60,
    );
    const { codepipeline } = clientsOf(endpoint);
    const clone = join(directory, 'lab-app');
    writeFileSync(join(clone, 'site.json'), '{ "title": "Second delivery" }\n');
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', clone, '-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
        env: { PATH: process.env.PATH, AWS_REGION: 'eu-west-1' },
      });
    git('commit', '-q', '-a', '-m', 'Another title');
    git('push', '-q');
    const latest = await waitFor('the pipeline to start', async () => {
      const { pipelineExecutionSummaries = [] } = await codepipeline.send(
        new ListPipelineExecutionsCommand({ pipelineName: 'lab-app' }),
      );
      return pipelineExecutionSummaries.length === 3 ? pipelineExecutionSummaries[0]?.pipelineExecutionId : undefined;
    });
    const [, pid] = /kill -9 (\d+)/.exec(child.lines.join('\n')) ?? [];
    process.kill(Number(pid), 'SIGKILL');
    await waitFor(
      'the delivery to end',
      async () => {
        // The server is away for a moment.
        const answer = await codepipeline
          .send(new GetPipelineExecutionCommand({ pipelineName: 'lab-app', pipelineExecutionId: latest }))
          .catch(() => undefined);
        return answer?.pipelineExecution?.status === 'Succeeded';
      },
      60,
    );
    expect(child.lines.join('\n')).toContain('The server has died. It is started again and carries on.');
    for (const server of ['server-1', 'server-2']) {
      expect(readFileSync(join(directory, 'servers', server, 'srv/lab-app/page.html'), 'utf8')).toContain(
        'Second delivery',
      );
    }
    codepipeline.destroy();
    expect(await child.kill('SIGTERM')).toBe(0);
    expect(existsSync(clone)).toBe(true);
    rmSync(join(directory, '..'), { recursive: true, force: true });
  });
});
