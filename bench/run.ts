/** Measures what README and docs/performance.md say of speed, and writes the table. `npm run bench`; takes about two minutes. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../test/harness/postgres-server.ts';
import { type EngineFigures, measureEngine } from './engine.ts';
import { measureStartUp } from './start-up.ts';
import { measureRequests } from './versus-moto.ts';

const VELOCIUS = fileURLToPath(new URL('../src/cli/velocius.ts', import.meta.url));
const TABLE = fileURLToPath(new URL('../docs/performance.md', import.meta.url));

interface Row {
  readonly what: string;
  readonly figure: string;
  readonly goal: string;
}

const rows: Row[] = [];

function note(what: string, figure: string, goal: string): void {
  rows.push({ what, figure, goal });
  console.log(`${what}: ${figure} (goal: ${goal})`);
}

const startUp = await measureStartUp();
note('Start of the process to the ready line', `${startUp.readyMedian.toFixed(0)} ms`, '<= 1,000 ms');
note('Resident memory when idle', `${startUp.residentMegabytes?.toFixed(0) ?? '?'} MB`, '<= 150 MB');

const sqlite = await measureEngine(undefined);
noteEngine('SQLite', sqlite, '<= 5 ms');
const server = await startPostgres({ durable: true });
const postgres = await measureEngine(`${server.url}/postgres`).finally(() => server.stop());
noteEngine('PostgreSQL', postgres, '<= 15 ms');
note('Executions/s, SQLite against PostgreSQL', ratio(sqlite.executionsPerSecond, postgres.executionsPerSecond), '-');

const { velocius, moto } = await measureRequests();
note('GetPipeline', `${velocius.getPipeline.toFixed(0)}/s`, '-');
note('CreatePipeline', `${velocius.createPipeline.toFixed(0)}/s`, '-');
note(
  'GetPipeline against moto_server',
  moto === undefined ? 'moto_server is not installed' : ratio(velocius.getPipeline, moto.getPipeline),
  '>= 10 times',
);
note(
  'CreatePipeline against moto_server',
  moto === undefined ? 'moto_server is not installed' : ratio(velocius.createPipeline, moto.createPipeline),
  '>= 10 times',
);

const began = performance.now();
const lab = spawnSync(process.execPath, [VELOCIUS, 'lab', '--once', '--port', '0'], { encoding: 'utf8' });
const seconds = (performance.now() - began) / 1000;
note('The lab, once', lab.status === 0 ? `${seconds.toFixed(1)} s` : `failed: ${lab.stderr.slice(-300)}`, '<= 20 s');

function noteEngine(name: string, figures: EngineFigures, goal: string): void {
  note(`End of one action to the start of the next, ${name}, median`, `${figures.gapMedian.toFixed(2)} ms`, goal);
  note(`End of one action to the start of the next, ${name}, 95th percentile`, `${figures.gapP95.toFixed(2)} ms`, '-');
  note(`Executions/s, 3 stages, 6 actions, 64 in flight, ${name}`, figures.executionsPerSecond.toFixed(0), '-');
}

function ratio(one: number, other: number): string {
  return `${(one / other).toFixed(1)} times`;
}

writeFileSync(
  TABLE,
  `# Performance

Measured by \`npm run bench\` in one run, on a machine with ${cpus().length} processors that other work shares: read the ratios rather than
the absolute figures. PostgreSQL is the one the tests bring, on the same machine, with fsync on.

| what | figure | goal |
|---|---|---|
${rows.map(({ what, figure, goal }) => `| ${what} | ${figure} | ${goal} |`).join('\n')}

- *End of one action to the start of the next*: from the moment an action's provider says it has succeeded to the moment the next
  action's provider is called, one execution at a time. In between, the result, every decision that follows from it and all events
  are committed to disk.
- *Executions/s*: started over the wire (signed HTTP requests), 64 pipelines at once, actions that take no time.
- *Against moto_server*: the same client, 16 connections, the same declarations. moto keeps pipelines in memory and does not verify
  signatures; this server verifies them and commits to disk.
`,
);
console.log(`wrote ${TABLE}`);
