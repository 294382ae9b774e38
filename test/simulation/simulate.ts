/**
 * `npm run simulate -- --seeds 1000 [--from 1]` plays as many stories, and shortens the first that ends badly. `--seed 7` tells the
 * story of one seed, `--story FILE` one that was printed before.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Ending, play } from './play.ts';
import { shorten } from './shorten.ts';
import { type Story, storyOf } from './story.ts';

const SHORTEN_MS = 120_000;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    story: { type: 'string' },
    shorten: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

if (values.story !== undefined) await tell(JSON.parse(readFileSync(values.story, 'utf8')));
else if (values.seed !== undefined) await tell(storyOf(Number(values.seed)));
else await playMany(Number(values.from), Number(values.seeds));

async function tell(story: Story): Promise<void> {
  report(await play(story));
}

async function playMany(first: number, count: number): Promise<void> {
  const began = performance.now();
  for (let seed = first; seed < first + count; seed += 1) {
    const story = storyOf(seed);
    const ending = await play(story);
    if (ending.violations.length === 0) continue;
    process.stdout.write(`seed ${seed} ends badly: ${ending.violations[0]}\n`);
    if (values.shorten) {
      const short = await shorten(story, SHORTEN_MS);
      process.stdout.write(`\nThe shortest story found that does:\n${JSON.stringify(short)}\n\n`);
      report(await play(short));
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
