/** Whether docs/behaviour.md is true of the tests: what it says is shown by a test, and every test it names is there. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PAGE = new URL('../docs/behaviour.md', import.meta.url);
const LINK = /\[[^\]]+\]\(([^)]+)\)((?:,? “[^”]+”)*)/g;

const rows = readFileSync(PAGE, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (---|what holds)/.test(line))
  .map((line) => line.replaceAll('\\|', '|'));
const complaints = rows.length === 0 ? ['there are no tables'] : rows.flatMap(inspect);
for (const complaint of complaints) console.error(`docs/behaviour.md: ${complaint}`);
if (complaints.length > 0) process.exitCode = 1;

function inspect(row: string): string[] {
  const [clause = ''] = row.slice(2).split(' | ');
  const links = [...row.matchAll(LINK)].map(([, path = '', names = '']) => ({
    path,
    names: [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name),
  }));
  const isShown = links.some(({ path, names }) => path.startsWith('../test/') && names.length > 0);
  const wrong = links.flatMap((link) => wrongAt(link) ?? []);
  return [...(isShown ? [] : ['no test is named']), ...wrong].map((what) => `'${clause}': ${what}`);
}

/** A test is named by the text that stands in its file; a file of the product is where a gap is told of. */
function wrongAt({ path, names }: { readonly path: string; readonly names: readonly string[] }): string | undefined {
  const file = fileURLToPath(new URL(path, PAGE));
  if (!existsSync(file)) return `there is no ${path}`;
  const source = readFileSync(file, 'utf8');
  if (path.startsWith('../src/')) return source.includes('Gaps:') ? undefined : `${path} tells of no gaps`;
  const absent = names.find((name) => !["'", '"', '`'].some((quote) => source.includes(quote + name + quote)));
  return absent && `${path} has no “${absent}”`;
}
