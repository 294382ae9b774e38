import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, makeBench } from './runner-bench.ts';
import { runnerContract } from './runner-contract.ts';

const IMAGE = 'aws/codebuild/amazonlinux-x86_64-standard:5.0';
const missing = bubblewrapMissing();

if (missing !== undefined && process.env.CI === 'true') throw new Error(missing);

describe.skipIf(missing !== undefined)(`bubblewrap${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  const bench = runnerContract(() => makeBench('bubblewrap', IMAGE));

  test('an image of the customer is refused by name, and privileged mode too', async () => {
    await expect(bench().open({ image: 'ruby:3' })).rejects.toMatchObject({
      code: 'BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE',
      message: expect.stringContaining('ruby:3'),
    });
    await expect(bench().open({ privileged: true })).rejects.toMatchObject({ code: 'PRIVILEGED_MODE_UNAVAILABLE' });
  });

  test('a build is never root, and has no capability', async () => {
    const { sh } = await bench().open();
    expect((await sh('id -u')).output).not.toBe('0\n');
    expect((await sh('grep CapEff /proc/self/status')).output).toMatch(/^CapEff:\s+0{16}$/m);
  });

  test('what is read-only cannot be mounted writable, also not from a user namespace within', async () => {
    const { sh } = await bench().open();
    expect((await sh('mount -o remount,rw,bind /usr')).exitCode).not.toBe(0);
    const nested = "unshare -Urm sh -c 'mount -o remount,rw,bind /usr && touch /usr/velocius-was-here'";
    expect((await sh(nested)).exitCode).not.toBe(0);
    expect((await sh('touch /usr/velocius-was-here')).exitCode).not.toBe(0);
  });

  test('the settings of the kernel cannot be changed', async () => {
    const before = await readFile('/proc/sys/kernel/core_pattern', 'utf8');
    const { sh } = await bench().open();
    expect((await sh('echo velocius >/proc/sys/kernel/core_pattern')).exitCode).not.toBe(0);
    expect((await sh("unshare -Ur sh -c 'echo velocius >/proc/sys/kernel/core_pattern'")).exitCode).not.toBe(0);
    expect(await readFile('/proc/sys/kernel/core_pattern', 'utf8')).toBe(before);
  });

  test('nothing of the host is seen but programs: no secrets, no homes, no other builds, no processes', async () => {
    const other = await bench().open();
    await writeFile(join(other.request.directory, 'secret'), 'of another build');
    const { sh, request } = await bench().open();
    const hidden = [
      '/etc/shadow',
      '/root',
      '/home/root',
      import.meta.filename,
      other.request.directory,
      request.directory,
    ];
    const look = await sh(hidden.map((path) => `[ -e ${path} ] && echo ${path}`).join('\n'));
    expect(look.output).toBe('');
    const user = await sh('cat /etc/passwd; ls /home; ls /codebuild');
    expect(user.output).toMatch(/^build:x:\d+:\d+:build:\/home\/build:\/bin\/sh\nbuild\noutput\n$/);
    const processes = await sh('cat /proc/[0-9]*/cmdline | tr "\\0" " "');
    expect(processes.output).not.toContain('vitest');
  });

  test('processes of the host cannot be ended', async () => {
    const { sh } = await bench().open();
    expect((await sh(`kill -0 ${process.pid}`)).exitCode).not.toBe(0);
  });

  test('the environment of a build is not on a command line for all to read', async () => {
    const { sh } = await bench().open();
    const lines = await sh(`cat /proc/1/cmdline /proc/self/cmdline`, { TOKEN: 'very-secret' });
    expect(lines.output).not.toContain('very-secret');
  });

  test('tools of a directory the administrator names are found, and cannot be changed', async () => {
    const tools = await mkdtemp(join(tmpdir(), 'velocius-tools-'));
    await chmod(tools, 0o755);
    await mkdir(join(tools, 'bin'));
    await writeFile(join(tools, 'bin/my-tool'), '#!/bin/sh\necho my tool\n', { mode: 0o755 });
    const equipped = await makeBench('bubblewrap', IMAGE, { toolDirectories: [tools] });
    const { sh } = await equipped.open();
    expect(await sh('my-tool')).toEqual({ exitCode: 0, output: 'my tool\n' });
    expect((await sh(`touch ${tools}/bin/other`)).exitCode).not.toBe(0);
    await equipped.remove();
    await rm(tools, { recursive: true });
  });

  test('files belong to the build while it is open, and to the server after', async () => {
    const { sh, sandbox, request } = await bench().open();
    expect((await sh('echo changed >hello && mkdir -m 0500 closed')).exitCode).toBe(0);
    await sandbox.close();
    expect(await readFile(join(request.directory, 'hello'), 'utf8')).toBe('changed\n');
  });
});

describe.skipIf(missing !== undefined)('bubblewrap without network', () => {
  let bench: Bench;
  const server = createServer((_request, response) => response.end('reached'));

  beforeAll(async () => {
    bench = await makeBench('bubblewrap', IMAGE, { network: 'none' });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    server.close();
    await bench.remove();
  });

  test('the loopback of the host is not reachable, and the notes say so', async () => {
    const { port } = server.address() as AddressInfo;
    const connect = `bash -c 'exec 3<>/dev/tcp/127.0.0.1/${port} && echo open'`;
    const { sh, sandbox } = await bench.open();
    expect((await sh(connect)).output).not.toContain('open\n');
    expect(sandbox.notes.join('\n')).toContain('Network: none');
    const shared = await makeBench('bubblewrap', IMAGE);
    const { sh: shShared } = await shared.open();
    expect((await shShared(connect)).output).toBe('open\n');
    await shared.remove();
  });
});

function bubblewrapMissing(): string | undefined {
  try {
    execFileSync('bwrap', ['--version']);
    return undefined;
  } catch {
    return 'bwrap is not installed';
  }
}
