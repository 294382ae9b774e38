import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeArtifact } from '../../../src/actions/revision.ts';
import { createRemoteRepositories } from '../../../src/git/remote-repositories.ts';
import { remoteOptions } from '../../../src/git/remote-settings.ts';
import { GitError, runGit } from '../../../src/git/run-git.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import type { GitAccess } from '../../../src/ports/connections.ts';
import { emptyDirectory, type GitPlace } from '../../harness/git-client.ts';
import { type GitHost, startGitHost } from '../../harness/git-host.ts';
import { waitFor } from '../../harness/wait.ts';

const NEVER = () => {};
const { signal } = new AbortController();

describe('repositories of git hosts', () => {
  let host: GitHost;
  let app: GitPlace;
  let directory: string;
  let access: GitAccess;

  beforeAll(async () => {
    host = await startGitHost();
    app = await host.repository('a/b');
    access = { url: `${host.url}/a/b.git`, credentials: host, commitPages: undefined };
  });
  beforeEach(() => {
    host.instead = undefined;
    directory = emptyDirectory();
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));
  afterAll(() => host.close());

  const remotes = () => createRemoteRepositories({ ids: randomIds, clock: systemClock, directory });

  it('tell where a branch stands, and nothing of a branch that is not there', async () => {
    expect(await remotes().tip(access, 'main')).toBe(await app.git('rev-parse', 'HEAD'));
    for (const branch of ['other', 'mai', 'heads/main', '*', '--symref', '', 'a..b'])
      expect(await remotes().tip(access, branch)).toBeUndefined();
  });

  it('are whole in a clone: a commit that no branch holds any more is found by its id', async () => {
    const lost = await app.commit('lost.txt', 'x');
    await app.git('push', '--quiet', 'origin', 'HEAD:refs/changes/1');
    await app.git('reset', '--quiet', '--hard', 'HEAD~1');
    const place = emptyDirectory();
    await remotes().clone(access, { branch: 'main', commitId: lost, signal }, place);
    expect(existsSync(join(place, 'lost.txt'))).toBe(true);
    const missing = { branch: 'main', commitId: '0123456789'.repeat(4), signal };
    rmSync(place, { recursive: true });
    mkdirSync(place);
    await expect(remotes().clone(access, missing, place)).rejects.toMatchObject({
      code: 'ConfigurationError',
      message: expect.stringContaining('No commit'),
    });
    rmSync(place, { recursive: true });
  });

  it('give the commit of an annotated tag, which hosts know by an id of its own', async () => {
    await app.git('tag', '--annotate', '--message', 'One', 'v1');
    await app.git('push', '--quiet', 'origin', 'v1');
    const wanted = { branch: 'main', commitId: await app.git('rev-parse', 'v1') };
    const commitId = await app.git('rev-parse', 'HEAD');
    expect(wanted.commitId).not.toBe(commitId);
    await remotes().fetch(access, wanted, async ({ commit }) => expect(commit.commitId).toBe(commitId));
  });

  it('that never answer are given up, with every process that waited', async () => {
    host.instead = NEVER;
    const options = remoteOptions(access, 1_000);
    await expect(runGit(directory, ['ls-remote', '--', access.url], options)).rejects.toThrow(GitError);
    await waitFor('git to be gone', async () => {
      const { stdout } = await promisify(execFile)('ps', ['-ww', '-eo', 'args']);
      return stdout.includes(access.url) ? undefined : true;
    });
  });

  it('are let go when the server stops', async () => {
    host.instead = NEVER;
    const stopping = remotes();
    const asked = host.asked.length;
    const fetched = stopping.fetch(access, { branch: 'main' }, async () => {});
    await waitFor('the host to be asked', async () => (host.asked.length > asked ? true : undefined));
    stopping.close();
    await expect(fetched).rejects.not.toHaveProperty('code');
    expect(readdirSync(directory)).toEqual([]);
    await expect(stopping.tip(access, 'main')).rejects.toThrow();
  });

  it('that are larger than the limit are not kept', async () => {
    await app.commit('large.bin', randomBytes(4 * 1024 * 1024));
    await app.git('push', '--quiet', 'origin', 'HEAD:refs/heads/large');
    const options = remoteOptions(access, 60_000);
    const limits = { fileBytes: 1024 * 1024, cpuSeconds: 60, milliseconds: 60_000 };
    await runGit(directory, ['init', '--quiet', '--bare', '--template=', '.']);
    await expect(
      runGit(directory, ['fetch', '--quiet', '--', access.url, 'refs/heads/large'], { ...options, limits }),
    ).rejects.toThrow(GitError);
  });

  it('leave nothing behind, not even those of a server that was killed', async () => {
    const old = join(directory, 'left');
    mkdirSync(join(old, 'objects'), { recursive: true });
    utimesSync(old, 0, 0);
    mkdirSync(join(directory, 'of-another-node'));
    await remotes().fetch(access, { branch: 'main' }, async ({ commit }) => expect(commit.message).toContain('README'));
    expect(readdirSync(directory)).toEqual(['of-another-node']);
  });

  it.each(['ext::sh -c touch% /tmp/x', 'file:///etc', 'ssh://localhost/x', '/etc'])('are never at %s', async (url) => {
    const wanted = { branch: 'main' };
    const fetched = remotes().fetch({ url, credentials: undefined, commitPages: undefined }, wanted, async () => {});
    await expect(fetched).rejects.toMatchObject({ code: 'ConfigurationError' });
  });
});

describe('artifacts of sources', () => {
  it('that are too large fail the action, and their writing', async () => {
    let written = 0;
    const objects = {
      write: async ({ body }: { readonly body: Readable }) => {
        for await (const chunk of body) written += chunk.length;
      },
    };
    const run = { outputs: [{ name: 'a', bucket: 'b', key: 'c' }], account: 'x', region: 'y' };
    const write = (limit: number) =>
      writeArtifact(run as never, objects as never, {
        body: Readable.from([Buffer.alloc(600), Buffer.alloc(600)]),
        limit,
      });
    await write(1200);
    expect(written).toBe(1200);
    await expect(write(1199)).rejects.toMatchObject({ code: 'ConfigurationError' });
  });
});
