import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { GetBranchCommand, GetRepositoryCommand, ListBranchesCommand } from '@aws-sdk/client-codecommit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { cloneOf, createRepository, emptyDirectory, gitPlace, passwordFor, signedIn } from '../harness/git-client.ts';
import { sendRaw } from '../harness/raw-http.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';

const MINUTE = 60_000;

describe.each(DIALECTS)('the real git against CodeCommit on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  const branches = async (repositoryName: string) =>
    (await server.codecommit.send(new ListBranchesCommand({ repositoryName }))).branches;
  const tip = async (repositoryName: string, branchName: string) =>
    (await server.codecommit.send(new GetBranchCommand({ repositoryName, branchName }))).branch?.commitId;
  const defaultBranch = async (repositoryName: string) =>
    (await server.codecommit.send(new GetRepositoryCommand({ repositoryName }))).repositoryMetadata?.defaultBranch;
  /** A repository with one commit on main, and a clone. */
  const filled = async (name: string) => {
    const { url, id } = await createRepository(server, name);
    const place = await cloneOf(url);
    const commitId = await place.commit('a', 'a\n');
    await place.git('push', '--quiet', 'origin', 'HEAD');
    return { url, id, place, commitId };
  };

  it('clones an empty repository, commits, pushes and fetches', async () => {
    const { url, place, commitId } = await filled('first');
    expect(await tip('first', 'main')).toBe(commitId);
    expect(await defaultBranch('first')).toBe('main');
    const other = await cloneOf(url);
    const second = await other.commit('b', 'b\n');
    await other.git('push', '--quiet');
    await place.git('fetch', '--quiet');
    expect(await place.git('rev-parse', 'origin/main')).toBe(second);
  });

  it('makes the first branch pushed the default, whatever its name', async () => {
    const { url } = await createRepository(server, 'trunk');
    const place = await cloneOf(url);
    await place.commit('a', 'a');
    await place.git('push', '--quiet', 'origin', 'HEAD:trunk');
    expect(await defaultBranch('trunk')).toBe('trunk');
    expect(await (await cloneOf(url)).git('branch', '--show-current')).toBe('trunk');
  });

  it.each(['0', '1', '2'])('speaks version %s of the protocol', async (version) => {
    const { url, commitId } = await filled(`version-${version}`);
    const place = gitPlace(emptyDirectory(), [...signedIn(url), `protocol.version=${version}`]);
    expect(await place.git('ls-remote', url)).toBe(`${commitId}\tHEAD\n${commitId}\trefs/heads/main`);
    await place.git('clone', '--quiet', url, '.');
    expect(await place.git('rev-parse', 'HEAD')).toBe(commitId);
  });

  it('clones a part of the history, and a part of the objects', async () => {
    const { url, place } = await filled('parts');
    await place.commit('a', 'changed\n');
    await place.git('push', '--quiet');
    const shallow = await cloneOf(url, '--depth=1');
    expect(await shallow.git('rev-list', '--count', 'HEAD')).toBe('1');
    await shallow.git('fetch', '--quiet', '--unshallow');
    expect(await shallow.git('rev-list', '--count', 'HEAD')).toBe('2');
    const partial = await cloneOf(url, '--filter=blob:none', '--no-checkout');
    const missing = await partial.git('rev-list', '--objects', '--missing=print', 'HEAD');
    expect(missing.split('\n').filter((line) => line.startsWith('?'))).toHaveLength(2);
    expect(await partial.git('show', 'HEAD:a')).toBe('changed');
  });

  it('negotiates with compressed requests', async () => {
    const { url, place } = await filled('compressed');
    const other = await cloneOf(url);
    for (let n = 0; n < 40; n += 1) await other.git('commit', '--quiet', '--allow-empty', '--message', `local ${n}`);
    const latest = await place.commit('b', 'b\n');
    await place.git('push', '--quiet');
    // Many commits the server does not have: git compresses what it asks when it is long enough.
    const { exitCode, stderr } = await gitPlace(other.directory, [
      ...signedIn(url),
      'protocol.version=0',
      'http.extraHeader=X-Traced: yes',
    ]).run('fetch');
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(await other.git('rev-parse', 'origin/main')).toBe(latest);
  });

  it('pushes more than a megabyte, in chunks after a probe', async () => {
    const { place } = await filled('large');
    const commitId = await place.commit('large', randomBytes(3 * 1024 * 1024));
    await place.git('push', '--quiet');
    expect(await tip('large', 'main')).toBe(commitId);
  });

  it('rewrites history by force, and only so', async () => {
    const { url, place } = await filled('force');
    const other = await cloneOf(url);
    await place.commit('a', 'one\n');
    await place.git('push', '--quiet');
    const rewritten = await other.commit('a', 'two\n');
    const refused = await other.run('push');
    expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('[rejected]') });
    await other.git('push', '--quiet', '--force');
    expect(await tip('force', 'main')).toBe(rewritten);
  });

  it('makes and deletes branches and tags, but not the default branch', async () => {
    const { place, commitId } = await filled('refs');
    await place.git('tag', '--annotate', '--message', 'one', 'v1');
    await place.git('push', '--quiet', 'origin', 'HEAD:refs/heads/feature/x', 'v1');
    expect(await branches('refs')).toEqual(['feature/x', 'main']);
    await place.git('push', '--quiet', '--delete', 'origin', 'feature/x', 'v1');
    expect(await branches('refs')).toEqual(['main']);
    const refused = await place.run('push', '--delete', 'origin', 'main');
    expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('[remote rejected]') });
    expect(await tip('refs', 'main')).toBe(commitId);
  });

  it('may not change more than 4,000 references at once', { timeout: 120_000 }, async () => {
    const { place, commitId } = await filled('too-many');
    const input = Array.from({ length: 4001 }, (_, n) => `create refs/heads/n${n} ${commitId}\n`).join('');
    execFileSync('git', ['update-ref', '--stdin'], { cwd: place.directory, input });
    const refused = await place.run('push', '--quiet', 'origin', 'refs/heads/n*:refs/heads/n*');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('remote: Too many reference update commands');
    expect(await branches('too-many')).toEqual(['main']);
    await place.git('branch', '--quiet', '-D', 'n4000');
    await place.git('push', '--quiet', 'origin', 'refs/heads/n*:refs/heads/n*');
    expect((await branches('too-many'))?.length).toBe(1000);
  });

  it('is not let in with a wrong password, an old one or a key nobody has', async () => {
    const { url } = await createRepository(server, 'doors');
    const logins = [
      { secretAccessKey: 'wrong' },
      { accessKeyId: 'AKIANOBODY' },
      { time: Date.now() - 16 * MINUTE },
      { time: Date.now() + 16 * MINUTE },
    ];
    for (const login of logins) {
      const { exitCode, stderr } = await gitPlace(emptyDirectory(), signedIn(url, login)).run('ls-remote', url);
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 128, stderr: expect.stringContaining('error: 403') });
    }
    const late = gitPlace(emptyDirectory(), signedIn(url, { time: Date.now() - 14 * MINUTE }));
    expect(await late.git('ls-remote', url)).toBe('');
  });

  it('is asked for a password when it brings none', async () => {
    const { url } = await createRepository(server, 'challenge');
    for (const service of ['git-upload-pack', 'git-receive-pack']) {
      const path = `${new URL(url).pathname}/info/refs?service=${service}`;
      const answer = await sendRaw(server.endpoint, { method: 'GET', path, headers: {} });
      expect(answer).toMatchObject({ status: 401, headers: { 'www-authenticate': expect.stringMatching(/^Basic /) } });
    }
    const anonymous = await gitPlace(emptyDirectory()).run('ls-remote', url);
    expect(anonymous.exitCode).toBe(128);
  });

  it('is told that a repository is not there', async () => {
    const { url } = await createRepository(server, 'there');
    const missing = url.replace(/there$/, 'nowhere');
    const { exitCode, stderr } = await gitPlace(emptyDirectory(), signedIn(missing)).run('ls-remote', missing);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 128, stderr: expect.stringContaining('not found') });
    expect(stderr).toContain('remote: The repository nowhere does not exist in region');
    const lost = await gitPlace(emptyDirectory()).run('ls-remote', `${server.endpoint}/there`);
    expect(lost.stderr).toContain('remote: Repositories are found at /v1/repos/NAME');
  });

  it('cannot use a password of one repository for another', async () => {
    const { url } = await createRepository(server, 'mine');
    await createRepository(server, 'yours');
    const yours = url.replace(/mine$/, 'yours');
    const { stderr } = await gitPlace(emptyDirectory(), signedIn(url)).run('ls-remote', yours);
    expect(stderr).toContain('error: 403');
  });

  it('pushes nothing that a checkout would stumble over', async () => {
    const { place, commitId } = await filled('evil');
    const blob = await place.git('hash-object', '-w', 'a');
    const inner = execFileSync('git', ['mktree'], { cwd: place.directory, input: `100644 blob ${blob}\tconfig\n` });
    const tree = execFileSync('git', ['mktree'], {
      cwd: place.directory,
      input: `040000 tree ${inner.toString().trim()}\t.git\n`,
    });
    const evil = await place.git('commit-tree', '-m', 'evil', '-p', commitId, tree.toString().trim());
    const { exitCode, stderr } = await place.run('push', 'origin', `${evil}:refs/heads/main`);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('remote rejected') });
    expect(await tip('evil', 'main')).toBe(commitId);
  });

  it('changes nothing when a push breaks off, wherever it does', async () => {
    const { url, place, commitId, id } = await filled('broken');
    const next = await place.commit('b', randomBytes(2000));
    const pack = execFileSync('git', ['pack-objects', '--stdout', '--revs', '--quiet'], {
      cwd: place.directory,
      input: `${next}\n^${commitId}\n`,
    });
    const line = `${commitId} ${next} refs/heads/main\0report-status`;
    const body = Buffer.concat([Buffer.from(`${(line.length + 4).toString(16).padStart(4, '0')}${line}0000`), pack]);
    const { username, password } = passwordFor(url);
    const send = (sent: Uint8Array, announced: number) =>
      sendRaw(server.endpoint, {
        method: 'POST',
        path: `${new URL(url).pathname}/git-receive-pack`,
        headers: {
          host: new URL(url).host,
          authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
          'content-type': 'application/x-git-receive-pack-request',
          'content-length': String(announced),
        },
        body: sent,
      });
    for (const length of [0, 3, 50, line.length + 4, line.length + 8, body.length - 500, body.length - 1]) {
      await send(body.subarray(0, length), length);
      expect(await tip('broken', 'main')).toBe(commitId);
    }
    await breakOff(server.endpoint, {
      path: `${new URL(url).pathname}/git-receive-pack`,
      host: new URL(url).host,
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
      body: body.subarray(0, body.length - 100),
    });
    expect(await tip('broken', 'main')).toBe(commitId);
    expect(existsSync(join(server.directory, 'repositories', `${id}.git`, 'refs/heads/main.lock'))).toBe(false);
    const whole = await send(body, body.length);
    expect(whole).toMatchObject({ status: 200, text: expect.stringContaining('ok refs/heads/main') });
    expect(await tip('broken', 'main')).toBe(next);
  });

  it('leaves no errors in the log', () => {
    expect(server.errors).toEqual([]);
  });
});

interface Broken {
  readonly path: string;
  readonly host: string;
  readonly authorization: string;
  readonly body: Uint8Array;
}

/** Hangs up in the middle of a body, once the server has taken what there was. */
async function breakOff(endpoint: string, { path, host, authorization, body }: Broken): Promise<void> {
  const { hostname, port } = new URL(endpoint);
  const socket = connect(Number(port), hostname);
  const head = [`POST ${path} HTTP/1.1`, `Host: ${host}`, `Authorization: ${authorization}`];
  const about = ['Content-Type: application/x-git-receive-pack-request', `Content-Length: ${body.length + 100}`];
  socket.write(`${[...head, ...about].join('\r\n')}\r\n\r\n`);
  await new Promise<void>((resolve) => socket.write(body, () => resolve()));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.destroy();
  await closed;
}
