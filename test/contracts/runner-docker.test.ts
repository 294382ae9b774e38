import { lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Docker from 'dockerode';
import { afterAll, describe, expect, test } from 'vitest';
import { makeBench } from './runner-bench.ts';
import { runnerContract } from './runner-contract.ts';
import { startTestEngine, TEST_IMAGE } from './test-engine.ts';

const engine = await startTestEngine();
const reason = 'reason' in engine ? engine.reason : undefined;
const address = 'address' in engine ? engine.address : '';
const docker = new Docker({ socketPath: address.replace('unix://', '') });

if (reason !== undefined && process.env.CI === 'true') throw new Error(reason);

afterAll(async () => {
  if ('stop' in engine) await engine.stop();
});

describe.skipIf(reason !== undefined)(`docker${reason === undefined ? '' : ` (skipped: ${reason})`}`, () => {
  const images = { 'aws/codebuild/standard:7.0': TEST_IMAGE };
  const bench = runnerContract(() => makeBench('docker', TEST_IMAGE, { dockerHost: address, images }));

  afterAll(async () => {
    const left = await docker.listContainers({ all: true });
    expect(left.map((container) => container.Labels)).toEqual([]);
  });

  test('an image that cannot be had fails with the code and the words of CodeBuild', async () => {
    await expect(bench().open({ image: '127.0.0.1:1/no/such:image' })).rejects.toMatchObject({
      code: 'BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE',
      message: expect.stringMatching(/^Unable to pull customer's container image\. CannotPullContainerError: .+/),
    });
  });

  test('an image of AWS that is not published says what to do, and a mapped one is used', async () => {
    await expect(bench().open({ image: 'aws/codebuild/standard:5.0' })).rejects.toMatchObject({
      code: 'BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE',
      message: expect.stringContaining('VELOCIUS_IMAGE_MAP'),
    });
    const { sandbox } = await bench().open({ image: 'aws/codebuild/standard:7.0' });
    expect(sandbox.notes[0]).toContain(TEST_IMAGE);
  });

  test('privileged mode is refused unless the server allows it', async () => {
    await expect(bench().open({ privileged: true })).rejects.toMatchObject({
      code: 'PRIVILEGED_MODE_UNAVAILABLE',
      message: expect.stringContaining('VELOCIUS_ALLOW_PRIVILEGED'),
    });
  });

  test('a server that allows privileged mode gives it: the build may mount', async () => {
    const allowing = await makeBench('docker', TEST_IMAGE, { dockerHost: address, privileged: true });
    const { sh, sandbox } = await allowing.open({ privileged: true });
    expect(await sh('mkdir /m && mount -t tmpfs none /m && echo mounted')).toMatchObject({ output: 'mounted\n' });
    expect(sandbox.notes.join('\n')).toContain('PRIVILEGED');
    await allowing.remove();
  });

  test('a build is root of its container, without the rights over the machine', async () => {
    const { sh } = await bench().open();
    expect((await sh('id -u')).output).toBe('0\n');
    expect((await sh('mount -t tmpfs none /tmp')).exitCode).not.toBe(0);
    expect((await sh('mknod /tmp/disk b 8 0')).exitCode).not.toBe(0);
    expect((await sh('echo x >/proc/sys/kernel/core_pattern')).exitCode).not.toBe(0);
    expect((await sh('grep NoNewPrivs /proc/self/status')).output).toMatch(/NoNewPrivs:\s+1/);
    expect((await sh('touch /etc/installed && cat /etc/installed')).exitCode).toBe(0);
  });

  test('the share of processors is in force', async () => {
    const { request, sandbox } = await bench().open({ cpus: 0.5 });
    const [container] = await docker.listContainers({ filters: { label: [`velocius.build=${request.id}`] } });
    const { HostConfig } = await docker.getContainer(container?.Id ?? '').inspect();
    expect(HostConfig.NanoCpus).toBe(500_000_000);
    expect(sandbox.notes.join('\n')).toContain('processors 0.5');
  });

  test('links and modes of the source go in as they are, owned by root', async () => {
    const request = await bench().request();
    await mkdir(join(request.directory, 'bin'));
    await writeFile(join(request.directory, 'bin/tool'), '#!/bin/sh\necho tool ran\n', { mode: 0o755 });
    await symlink('bin/tool', join(request.directory, 'link'));
    const { sh } = await bench().open(request);
    expect(await sh('./link && stat -c %u:%g bin/tool')).toEqual({ exitCode: 0, output: 'tool ran\n0:0\n' });
  });

  test('what a build made is collected without what could hurt the host', async () => {
    const { request, sandbox, sh } = await bench().open();
    const script = [
      'mkdir a && echo fine >a/file && ln -s ../hello a/up && ln -s . a/here',
      'ln -s /etc/passwd absolute && ln -s ../../escape climbing && ln -s a/here/../../.. sly',
      'mkfifo pipe && cp /bin/busybox setuid && chmod 4755 setuid && ln a/file a/hard',
    ].join(' && ');
    expect(await sh(script)).toEqual({ exitCode: 0, output: '' });
    await sandbox.collect();
    expect((await readdir(request.directory)).sort()).toEqual(['a', 'hello', 'setuid']);
    expect((await readdir(join(request.directory, 'a'))).sort()).toEqual(['file', 'hard', 'here', 'up']);
    expect(await readFile(join(request.directory, 'a/up'), 'utf8')).toBe('hello\n');
    expect((await lstat(join(request.directory, 'setuid'))).mode & 0o7777).toBe(0o755);
    expect((await stat(join(request.directory, 'setuid'))).uid).toBe(process.getuid?.());
  });

  test('containers of another server are not swept', async () => {
    const other = await makeBench('docker', TEST_IMAGE, { dockerHost: address });
    const { sh } = await other.open();
    await bench().runner.sweep(new Set());
    expect((await sh('cat hello')).output).toBe('hello\n');
    await other.remove();
  });
});
