/** What neither compiler nor linter can say: files small enough to see, and one source each of time, chance and settings. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MAX_LINES = 300;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Rule {
  readonly words: RegExp;
  readonly instead: string;
  readonly allowedIn: RegExp;
}

const RULES: readonly Rule[] = [
  {
    words: /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\(|\bprocess\.hrtime\b/,
    instead: 'time comes from rooms.clock',
    allowedIn: /^src\/(kernel\/clock\.ts|cli\/)|^console\//,
  },
  {
    words: /\bMath\.random\b|\brandomUUID\(|\brandomBytes\(|\brandomInt\(/,
    instead: 'ids and chance come from rooms.ids',
    allowedIn: /^src\/kernel\/ids\.ts$/,
  },
  {
    words: /\bprocess\.env\b/,
    instead: 'settings are read once, in config.ts and cli/',
    allowedIn: /^src\/(kernel\/|config\.ts$|cli\/)/,
  },
  {
    words: /from '(?:\.\.\/)+src\//,
    instead: 'the console runs in a browser: of the server it knows the wire alone',
    allowedIn: /^src\//,
  },
];

const files = ['src', 'console/src']
  .flatMap((room) =>
    readdirSync(`${ROOT}/${room}`, { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`),
  )
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts') && !name.endsWith('/shapes.ts'));
const complaints = files.flatMap((name) => inspect(name, readFileSync(`${ROOT}/${name}`, 'utf8')));
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;

function inspect(name: string, content: string): string[] {
  const lines = content.trimEnd().split('\n');
  const long =
    lines.length > MAX_LINES ? [`${name}: ${lines.length} lines, more than ${MAX_LINES}: name a concept`] : [];
  const used = RULES.filter(({ allowedIn }) => !allowedIn.test(name)).flatMap(({ words, instead }) =>
    lines.flatMap((line, index) => (words.test(line) ? [`${name}:${index + 1}: ${instead}`] : [])),
  );
  return [...long, ...used];
}
