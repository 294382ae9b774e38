/**
 * `npm run simulate -- --seeds 1000 [--from 1]` plays as many stories, and shortens the first that ends badly. `--seed 7` tells the
 * story of one seed, `--story FILE` one that was printed before. `--database postgres` plays them on a PostgreSQL server of its own.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startPostgres } from '../harness/postgres-server.ts';
import { type Place, sqlitePlace } from './place.ts';
import { type Ending, play } from './play.ts';
import { PostgresPlaces } from './postgres-place.ts';
import { shorten } from './shorten.ts';
import { storyOf } from './telling/stories.ts';

const SHORTEN_MS = 120_000;

const USAGE =
  'npm run simulate -- [--seeds 100] [--from 1] [--no-shorten] | --seed 7 | --story FILE   [--database sqlite|postgres]\n';

const values = options();
if (values.help) process.stdout.write(USAGE);
else if (values.database === 'sqlite') await simulate(sqlitePlace);
else if (values.database === 'postgres') await onPostgres();
else misused(`There is no database '${values.database}'`);

function options() {
  try {
    return parseArgs({
      options: {
        seeds: { type: 'string', default: '100' },
        from: { type: 'string', default: '1' },
        seed: { type: 'string' },
        story: { type: 'string' },
        shorten: { type: 'boolean', default: true },
        database: { type: 'string', default: 'sqlite' },
        help: { type: 'boolean', default: false },
      },
      allowNegative: true,
    }).values;
  } catch (error) {
    return misused(error instanceof Error ? error.message : String(error));
  }
}

function misused(message: string): never {
  process.stderr.write(`${message}\n${USAGE}`);
  process.exit(2);
}

/** No seed plays a story of no seed: a thousand that end well must have been a thousand. */
function whole(name: 'seed' | 'seeds' | 'from'): number {
  const number = Number(values[name]);
  return Number.isSafeInteger(number) && number > 0
    ? number
    : misused(`--${name} ${values[name]} is not a number from 1`);
}

async function onPostgres(): Promise<void> {
  const server = await startPostgres();
  const places = new PostgresPlaces(server.url);
  try {
    await simulate(() => places.open());
    await places.close();
  } finally {
    await server.stop();
  }
}

type OpenPlace = () => Promise<Place>;

async function simulate(open: OpenPlace): Promise<void> {
  if (values.story !== undefined) report(await play(JSON.parse(readFileSync(values.story, 'utf8')), open));
  else if (values.seed !== undefined) report(await play(storyOf(whole('seed')), open));
  else await playMany(whole('from'), whole('seeds'), open);
}

async function playMany(first: number, count: number, open: OpenPlace): Promise<void> {
  const began = performance.now();
  for (let seed = first; seed < first + count; seed += 1) {
    const story = storyOf(seed);
    const ending = await play(story, open);
    if (ending.violations.length === 0) continue;
    process.stdout.write(`seed ${seed} ends badly: ${ending.violations[0]}\n`);
    if (values.shorten) {
      const short = await shorten(story, SHORTEN_MS, open);
      process.stdout.write(`\nThe shortest story found that does:\n${JSON.stringify(short)}\n\n`);
      report(await play(short, open));
    }
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`${count} seeds end well, in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}

function report({ lines, violations }: Ending): void {
  process.stdout.write(`${lines.join('\n')}\n`);
  if (violations.length > 0) process.exitCode = 1;
}
