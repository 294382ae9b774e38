import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const PAGE = new URL('../../../docs/behaviour.md', import.meta.url);
const LINK = /\[[^\]]+\]\(([^)]+)\)((?:,? “[^”]+”)*)/g;

/** The rows of its tables. */
const rows = readFileSync(PAGE, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| what holds'))
  .map((line) => line.replaceAll('\\|', '|'));

/** What it is told of, the file that is linked, and what that is said to hold. */
const links = rows.flatMap((row) =>
  [...row.matchAll(LINK)].map(([, path = '', names = '']) => ({
    clause: row.split(' | ')[0]?.slice(2) ?? '',
    path,
    names: [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name),
  })),
);

const isText = (source: string, name: string) => ["'", '"', '`'].some((quote) => source.includes(quote + name + quote));

describe('the page of how pipelines behave', () => {
  it('shows a test for everything it says', () => {
    const untold = rows.filter((row) => !/\]\(\.\.\/test\/[^)]+\) “/.test(row));
    expect(rows.length).toBeGreaterThan(100);
    expect(untold).toEqual([]);
  });

  it.each(links)('$clause: $path', ({ path, names }) => {
    const file = fileURLToPath(new URL(path, PAGE));
    expect(existsSync(file), `${path} is there`).toBe(true);
    const source = readFileSync(file, 'utf8');
    if (path.startsWith('../src/')) expect(source).toContain('Gaps:');
    else expect(names).not.toEqual([]);
    expect(names.filter((name) => !isText(source, name))).toEqual([]);
  });
});
