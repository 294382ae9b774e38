import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readAppSpec } from '../../src/agent/appspec/appspec.ts';
import { below } from '../../src/agent/install/destinations.ts';
import { install } from '../../src/agent/install/install.ts';

const base = realpathSync(mkdtempSync(join(tmpdir(), 'velocius-install-')));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let place = '';
let count = 0;
beforeEach(() => {
  count += 1;
  place = join(base, String(count));
  mkdirSync(join(place, 'host'), { recursive: true });
});

const at = (path: string): string => join(place, 'host', path);

function write(file: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode });
}

/** Installs a revision of the given files. */
async function deploy(files: Readonly<Record<string, string>>, spec: string, behavior = 'DISALLOW'): Promise<void> {
  const archive = join(place, `revision-${readdirSync(place).length}`);
  mkdirSync(archive);
  for (const [name, text] of Object.entries(files)) {
    if (text.startsWith('->')) symlinkSync(text.slice(2), join(archive, name));
    else write(join(archive, name), text, name.endsWith('.sh') ? 0o755 : 0o640);
  }
  const appSpec = readAppSpec(`version: 0.0\nos: linux\n${spec}`);
  await install(
    { archive, appSpec, destinations: below(join(place, 'host')), fileExistsBehavior: behavior },
    { cleanup: join(place, 'g-cleanup'), instructions: join(place, 'g-install.json') },
  );
}

const ALL = 'files:\n  - source: /\n    destination: /srv/app\n';
const file = (source: string, destination: string): string =>
  `files:\n  - source: ${source}\n    destination: ${destination}\n`;

describe('an install', () => {
  test('copies a directory with modes, links and times, making directories on the way', async () => {
    await deploy({ 'index.html': 'one', 'bin/run.sh': '#!/bin/sh', latest: '->bin/run.sh' }, ALL);
    expect(readFileSync(at('srv/app/index.html'), 'utf8')).toBe('one');
    expect(statSync(at('srv/app/index.html')).mode & 0o777).toBe(0o640);
    expect(statSync(at('srv/app/bin/run.sh')).mode & 0o777).toBe(0o755);
    expect(readlinkSync(at('srv/app/latest'))).toBe('bin/run.sh');
    expect(readFileSync(join(place, 'g-cleanup'), 'utf8').split('\n')).toContain(at('srv'));
  });

  test('copies a file into the destination under its own name', async () => {
    await deploy({ 'conf/app.conf': 'x', other: 'y' }, file('conf/app.conf', '/etc/app'));
    expect(readdirSync(at('etc/app'))).toEqual(['app.conf']);
  });

  test('removes what the one before it made, and nothing else', async () => {
    await deploy({ 'old.txt': '1', 'both.txt': '1', 'only/old.txt': '1', 'mixed/old.txt': '1' }, ALL);
    write(at('srv/app/mixed/own.txt'), 'mine');
    await deploy({ 'both.txt': '2' }, ALL);
    expect(readdirSync(at('srv/app')).sort()).toEqual(['both.txt', 'mixed']);
    expect(readdirSync(at('srv/app/mixed'))).toEqual(['own.txt']);
    expect(readFileSync(at('srv/app/both.txt'), 'utf8')).toBe('2');
  });

  test('does not heed the last line of the clean-up file when it is not whole', async () => {
    write(at('keep/a'), '');
    writeFileSync(join(place, 'g-cleanup'), `${at('keep/a')}`);
    await deploy({ a: '1' }, ALL);
    expect(existsSync(at('keep/a'))).toBe(true);
  });

  describe('where a file of somebody else stands', () => {
    beforeEach(() => write(at('srv/app/b.txt'), 'theirs'));
    const revision = { 'a.txt': 'ours', 'b.txt': 'ours' };

    test('fails by default, and the previous install stays', async () => {
      await deploy({ 'old.txt': '1' }, ALL);
      await expect(deploy(revision, ALL)).rejects.toThrow(
        `The deployment failed because a specified file already exists at this location: ${at('srv/app/b.txt')}`,
      );
      expect(readdirSync(at('srv/app')).sort()).toEqual(['b.txt', 'old.txt']);
    });

    test('replaces it when told OVERWRITE', async () => {
      await deploy(revision, ALL, 'OVERWRITE');
      expect(readFileSync(at('srv/app/b.txt'), 'utf8')).toBe('ours');
    });

    test('keeps it when told RETAIN, also from the next install', async () => {
      await deploy(revision, ALL, 'RETAIN');
      expect(readFileSync(at('srv/app/b.txt'), 'utf8')).toBe('theirs');
      await deploy({ c: '1' }, ALL, 'RETAIN');
      expect(readdirSync(at('srv/app')).sort()).toEqual(['b.txt', 'c']);
    });

    test('names an unknown behaviour', async () => {
      await expect(deploy(revision, ALL, 'MERGE')).rejects.toThrow(/invalid option .* fileExistsBehavior: MERGE/);
    });

    test('replaces a link itself, not what it leads to', async () => {
      write(at('precious'), 'precious');
      rmSync(at('srv/app/b.txt'));
      symlinkSync(at('precious'), at('srv/app/b.txt'));
      await deploy(revision, ALL, 'OVERWRITE');
      expect(readFileSync(at('precious'), 'utf8')).toBe('precious');
      expect(lstatSync(at('srv/app/b.txt')).isSymbolicLink()).toBe(false);
    });
  });

  test.each([
    [
      'two sources for one file',
      { a: '1', 'd/a': '2' },
      `${ALL}  - source: d/a\n    destination: /srv/app\n`,
      /two source files/,
    ],
    ['a source that is not there', { a: '1' }, file('nothing', '/srv'), /the revision holds no nothing/],
    [
      'a file where a directory goes',
      { d: '1', 'e/d/x': '2' },
      `${file('d', '/srv')}  - source: e\n    destination: /srv\n`,
      /mkdir command more than once/,
    ],
  ])('refuses %s and changes nothing', async (_name, revision, spec, message) => {
    await expect(deploy(revision, spec)).rejects.toThrow(message);
    expect(readdirSync(at(''))).toEqual([]);
  });

  test('does not follow links on the host out of its destination root', async () => {
    mkdirSync(join(place, 'elsewhere'));
    symlinkSync(join(place, 'elsewhere'), at('srv'));
    await expect(deploy({ a: '1' }, ALL)).rejects.toThrow(/lies outside the destination root/);
    expect(readdirSync(join(place, 'elsewhere'))).toEqual([]);
  });

  test('does not take sources through links out of the revision', async () => {
    write(join(place, 'secret/key'), 'secret');
    await expect(deploy({ l: '->../secret' }, file('l/key', '/srv'))).rejects.toThrow(/leads out of the revision/);
    expect(existsSync(at('srv/key'))).toBe(false);
  });
});

describe('permissions', () => {
  const mode = (path: string): string => (statSync(at(path)).mode & 0o7777).toString(8);
  const permissions = (yaml: string): string => `${ALL}permissions:\n${yaml}`;

  test('set modes by pattern, type and exception', async () => {
    await deploy(
      { 'a.txt': '', 'b.txt': '', 'd/c.txt': '' },
      permissions(
        '  - {object: /srv/app, pattern: "*.txt", except: [b.txt], mode: "600", type: [file]}\n' +
          '  - {object: /srv, pattern: "**", mode: 750, type: [directory]}\n',
      ),
    );
    expect([mode('srv/app/a.txt'), mode('srv/app/b.txt'), mode('srv/app/d/c.txt')]).toEqual(['600', '640', '640']);
    expect([mode('srv/app'), mode('srv/app/d')]).toEqual(['750', '750']);
  });

  test('set the mode of one file by its own name', async () => {
    await deploy({ 'a.txt': '' }, permissions('  - {object: /srv/app/a.txt, mode: 4711}\n'));
    expect(mode('srv/app/a.txt')).toBe('4711');
  });

  test('leave files of others alone', async () => {
    write(at('srv/app/theirs.txt'), '', 0o644);
    await deploy({ 'a.txt': '' }, permissions('  - {object: /srv/app, pattern: "**", mode: 600, type: [file]}\n'));
    expect([mode('srv/app/a.txt'), mode('srv/app/theirs.txt')]).toEqual(['600', '644']);
  });

  test.each([
    [
      'twice for one file',
      '  - {object: /srv/app, mode: 600}\n  - {object: /srv/app/a.txt, mode: 644}\n',
      /more than once/,
    ],
    ['with a pattern for a file', '  - {object: /srv/app/a.txt, pattern: "*.txt", mode: 600}\n', /invalid pattern/],
    ['with exceptions for a file', '  - {object: /srv/app/a.txt, except: [a], mode: 600}\n', /except parameter/],
  ])('%s are refused before anything changes', async (_name, yaml, message) => {
    await expect(deploy({ 'a.txt': '' }, permissions(yaml))).rejects.toThrow(message);
    expect(readdirSync(at(''))).toEqual([]);
  });

  test.skipIf(process.getuid?.() !== 0)('set owner and group (as root)', async () => {
    await deploy({ 'a.sh': '' }, permissions('  - {object: /srv/app, owner: nobody, group: daemon, mode: 4755}\n'));
    const { uid, gid } = statSync(at('srv/app/a.sh'));
    expect([uid, gid, mode('srv/app/a.sh')]).toEqual([65534, 1, '4755']);
  });

  test('of an unknown owner fail', async () => {
    await expect(
      deploy({ a: '' }, permissions('  - {object: /srv/app, owner: nobody-of-that-name}\n')),
    ).rejects.toThrow(/invalid user/);
  });
});
