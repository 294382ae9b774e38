import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Header } from 'tar';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { ArchiveError } from '../../src/archives/archive-error.ts';
import { extractTar } from '../../src/archives/extract-tar.ts';
import { extractZip } from '../../src/archives/extract-zip.ts';

const base = mkdtempSync(join(tmpdir(), 'velocius-archives-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let directory = '';
let count = 0;
beforeEach(() => {
  count += 1;
  directory = join(base, `d${count}`, 'out');
  mkdirSync(directory, { recursive: true });
});

interface Item {
  readonly path: string;
  readonly type?: 'SymbolicLink' | 'Link' | 'CharacterDevice' | 'FIFO' | 'Directory';
  readonly link?: string;
  readonly text?: string;
  readonly mode?: number;
}

/** A tar file as an attacker would write it, block by block. */
function tarOf(items: readonly Item[]): Buffer {
  const blocks = items.flatMap(({ path, type, link, text = '', mode = 0o644 }) => {
    const size = type === undefined ? text.length : 0;
    const header = new Header({
      path,
      mode,
      size,
      type: type ?? 'File',
      ...(link !== undefined && { linkpath: link }),
    });
    const block = Buffer.alloc(512);
    header.encode(block, 0);
    return [block, Buffer.concat([Buffer.from(text)], Math.ceil(size / 512) * 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function save(content: Buffer): string {
  const file = join(base, `archive-${count}`);
  writeFileSync(file, content);
  return file;
}

const LINKS_OUT: readonly (readonly [string, readonly Item[]])[] = [
  ['a link to an absolute path', [{ path: 'l', type: 'SymbolicLink', link: '/etc' }]],
  ['a link that climbs out', [{ path: 'a/l', type: 'SymbolicLink', link: '../../etc' }]],
  [
    'a link that climbs out through another link',
    [
      { path: 'a', type: 'SymbolicLink', link: '.' },
      { path: 'b', type: 'SymbolicLink', link: 'a/..' },
    ],
  ],
  [
    'a link behind a link',
    [
      { path: 'p/q', type: 'SymbolicLink', link: '..' },
      { path: 'p/q/z', type: 'SymbolicLink', link: '../../etc' },
    ],
  ],
];

describe('tar', () => {
  const bad: readonly (readonly [string, readonly Item[]])[] = [
    ...LINKS_OUT,
    ['a path with ..', [{ path: 'good.txt' }, { path: '../evil' }]],
    ['an absolute path', [{ path: '/tmp/evil' }]],
    ['a device', [{ path: 'tty', type: 'CharacterDevice' }]],
    ['a pipe', [{ path: 'pipe', type: 'FIFO' }]],
    ['a hard link to a file outside', [{ path: 'h', type: 'Link', link: '../secret' }]],
    [
      'a hard link to a symbolic link',
      [
        { path: 'a/b/l', type: 'SymbolicLink', link: '../../x' },
        { path: 'h', type: 'Link', link: 'a/b/l' },
      ],
    ],
    [
      'a file behind a link',
      [
        { path: 'd', type: 'SymbolicLink', link: 'e' },
        { path: 'd/file', text: 'x' },
      ],
    ],
  ];

  test.each(bad)('refuses %s and writes nothing', async (_name, items) => {
    await expect(extractTar(save(tarOf([{ path: 'first.txt', text: 'x' }, ...items])), directory)).rejects.toThrow(
      ArchiveError,
    );
    expect(existsSync(join(directory, 'first.txt'))).toBe(false);
  });

  test('refuses more bytes and more entries than the limit', async () => {
    const file = save(gzipSync(tarOf([{ path: 'zeros', text: '0'.repeat(100_000) }, { path: 'more' }])));
    await expect(extractTar(file, directory, { bytes: 99_999, entries: 10 })).rejects.toThrow(/more than 99999 bytes/);
    await expect(extractTar(file, directory, { bytes: 1e6, entries: 1 })).rejects.toThrow(/more than 1 entries/);
    expect(existsSync(join(directory, 'zeros'))).toBe(false);
  });

  test('refuses what is no archive and what is cut short', async () => {
    await expect(extractTar(save(Buffer.from('no archive at all')), directory)).rejects.toThrow(ArchiveError);
    const cut = tarOf([{ path: 'a', text: 'x'.repeat(5000) }]).subarray(0, 2000);
    await expect(extractTar(save(cut), directory)).rejects.toThrow(ArchiveError);
  });

  test.each(['tar', 'tgz'])('unpacks a %s made by tar, with modes and links', async (type) => {
    const source = join(base, `source-${type}`);
    mkdirSync(join(source, 'bin'), { recursive: true });
    writeFileSync(join(source, 'bin/run.sh'), '#!/bin/sh\n', { mode: 0o755 });
    symlinkSync('../bin/run.sh', join(source, 'bin/again'));
    const file = join(base, `made.${type}`);
    execFileSync('tar', [type === 'tgz' ? '-czf' : '-cf', file, '-C', source, '.']);
    await extractTar(file, directory);
    expect(lstatSync(join(directory, 'bin/run.sh')).mode & 0o777).toBe(0o755);
    expect(readlinkSync(join(directory, 'bin/again'))).toBe('../bin/run.sh');
  });
});

describe('zip', () => {
  async function zipOf(items: readonly Item[]): Promise<string> {
    const zip = new ZipFile();
    for (const { path, link, text = '' } of items) {
      zip.addBuffer(Buffer.from(link ?? text), path, { mode: link === undefined ? 0o100755 : 0o120777 });
    }
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
    return save(Buffer.concat(chunks));
  }

  test.each(LINKS_OUT)('refuses %s', async (_name, items) => {
    await expect(extractZip(await zipOf(items), directory)).rejects.toThrow(ArchiveError);
    const isLink = ({ path }: Item) => lstatSync(join(directory, path), { throwIfNoEntry: false })?.isSymbolicLink();
    expect(items.filter(isLink)).toEqual([]);
  });

  test('unpacks files with modes and links that stay inside', async () => {
    const file = await zipOf([
      { path: 'bin/run.sh', text: 'hello' },
      { path: 'lib/up', link: '../bin/run.sh' },
    ]);
    await extractZip(file, directory);
    expect(readFileSync(join(directory, 'lib/up'), 'utf8')).toBe('hello');
    expect(lstatSync(join(directory, 'bin/run.sh')).mode & 0o777).toBe(0o755);
  });

  test('takes the last of files with one name', async () => {
    const file = await zipOf([
      { path: 'page', text: 'a longer first' },
      { path: 'page', text: 'second' },
    ]);
    await extractZip(file, directory);
    expect(readFileSync(join(directory, 'page'), 'utf8')).toBe('second');
  });

  test.each<[string, RegExp, Item[]]>([
    ['a name that is too long', /"n{100}\.\.\." cannot be unpacked: its name is too long/, [{ path: 'n'.repeat(300) }]],
    ['a file below a file', /"a\/b" cannot be unpacked/, [{ path: 'a' }, { path: 'a/b' }]],
    ['a file where a directory is', /"a" cannot be unpacked: a directory/, [{ path: 'a/b' }, { path: 'a' }]],
    ['a link where a file is', /"a" cannot be unpacked: another/, [{ path: 'a', link: 'b' }, { path: 'a' }]],
  ])('refuses %s as a fault of the archive, not of the machine', async (_name, message, items) => {
    const refusal = extractZip(await zipOf(items), directory);
    await expect(refusal).rejects.toThrow(message);
    await expect(refusal).rejects.toThrow(ArchiveError);
  });
});
