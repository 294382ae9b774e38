/**
 * Measures what README and docs/performance.md say of speed, and writes the table. `npm run bench`; takes about ten minutes.
 * `npm run bench -- servers kills` measures only these parts, and writes nothing.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../test/harness/postgres-server.ts';
import { measureConsole } from './console.ts';
import { type EngineFigures, measureEngine } from './engine.ts';
import { measureHistory } from './history.ts';
import { measureKills, ROTATION } from './killed-nodes.ts';
import { median } from './order.ts';
import { measureScale } from './scale.ts';
import {
  measureApart,
  measureServers,
  measureWithOwnShares,
  OWN_SHARE,
  type ServersFigures,
  LANES as SHARED_LANES,
} from './several-servers.ts';
import { measureStartUp } from './start-up.ts';
import { measureRequests } from './versus-moto.ts';

const VELOCIUS = fileURLToPath(new URL('../src/cli/velocius.ts', import.meta.url));
const TABLE = fileURLToPath(new URL('../docs/performance.md', import.meta.url));

interface Row {
  readonly what: string;
  readonly figure: string;
  readonly goal: string;
}

const ENGINE_ROUNDS = 3;
const rows: Row[] = [];

function note(what: string, figure: string, goal: string): void {
  rows.push({ what, figure, goal });
  console.log(`${what}: ${figure} (goal: ${goal})`);
}

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  start: noteStartUp,
  requests: noteRequests,
  engines: noteEngines,
  scale: noteScale,
  history: noteHistory,
  servers: noteServers,
  shares: noteShares,
  kills: noteKills,
  lab: noteLab,
  console: noteConsole,
};

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
  const part = PARTS[name];
  if (part === undefined) throw new Error(`There is no part ${name}, but ${Object.keys(PARTS).join(', ')}`);
  await part();
}
if (asked.length === 0) write();

async function noteStartUp(): Promise<void> {
  const startUp = await measureStartUp();
  note('Start of the process to the ready line', `${startUp.readyMedian.toFixed(0)} ms`, '<= 1,000 ms');
  note('Resident memory when idle', megabytes(startUp.residentMegabytes), '<= 150 MB');
}

async function noteRequests(): Promise<void> {
  const { velocius, moto } = await measureRequests();
  note('GetPipeline', `${velocius.getPipeline.toFixed(0)}/s`, '-');
  note('CreatePipeline', `${velocius.createPipeline.toFixed(0)}/s`, '-');
  const missing = 'moto_server is not installed';
  const against = (ours: number, theirs: number | undefined) => (theirs === undefined ? missing : ratio(ours, theirs));
  note('GetPipeline against moto_server', against(velocius.getPipeline, moto?.getPipeline), '>= 10 times');
  note('CreatePipeline against moto_server', against(velocius.createPipeline, moto?.createPipeline), '>= 10 times');
}

/** In turns, and the medians of the rounds. */
async function noteEngines(): Promise<void> {
  const rounds = { sqlite: [] as EngineFigures[], postgres: [] as EngineFigures[] };
  for (let round = 0; round < ENGINE_ROUNDS; round += 1) {
    rounds.sqlite.push(await measureEngine(undefined));
    rounds.postgres.push(await withPostgres((url) => measureEngine(url)));
  }
  const sqlite = mediansOf(rounds.sqlite);
  const postgres = mediansOf(rounds.postgres);
  noteEngine('SQLite', sqlite, '<= 5 ms');
  noteEngine('PostgreSQL', postgres, '<= 15 ms');
  note('Executions/s, SQLite against PostgreSQL', ratio(sqlite.executionsPerSecond, postgres.executionsPerSecond), '-');
}

async function noteScale(): Promise<void> {
  const scale = await measureScale();
  const where = '10,000 pipelines, 1,000 executions in flight, SQLite';
  note(
    `Start of an execution to its first action, ${where}, 95th percentile`,
    milliseconds(scale.startP95),
    '<= 100 ms',
  );
  note(`End of one action to the start of the next, ${where}, median`, milliseconds(scale.gapMedian), '<= 5 ms');
  note(`End of one action to the start of the next, ${where}, 95th percentile`, milliseconds(scale.gapP95), '-');
  note(`Resident memory, ${where}`, megabytes(scale.residentMegabytes), '<= 400 MB');
}

async function noteHistory(): Promise<void> {
  const sizes = { few: 1_000, many: 1_000_000 };
  for (const { operation, few, many } of await measureHistory(sizes)) {
    const figure = `${milliseconds(many)}, ${ratio(many, few)}`;
    note(`${operation}, 1,000,000 past executions against 1,000, SQLite, 95th percentile`, figure, '<= 2 times');
  }
}

/** In turns, back and forth, and the medians of the rounds. */
async function noteShares(): Promise<void> {
  const rounds: Record<number, number[]> = { 1: [], 2: [], 4: [] };
  for (let round = 0; round < ENGINE_ROUNDS; round += 1)
    for (const count of round % 2 === 0 ? [1, 2, 4] : [4, 2, 1])
      rounds[count]?.push((await withPostgres((url) => measureWithOwnShares(url, count))) ?? Number.NaN);
  const [one = Number.NaN, two = Number.NaN, four = Number.NaN] = Object.values(rounds).map(median);
  const figure = (many: number) => (Number.isNaN(one) ? 'not measured: it takes Linux, and root' : ratio(many, one));
  const each = `each with ${OWN_SHARE * 100} % of a processor for itself`;
  note(`Executions/s, two servers on one PostgreSQL against one, ${each}`, figure(two), '>= 1 times');
  note(`Executions/s, four servers on one PostgreSQL against one, ${each}`, figure(four), '>= 1 times');
}

/** In turns, back and forth, and the medians of the rounds. */
async function noteServers(): Promise<void> {
  const rounds: Record<number, ServersFigures[]> = { 1: [], 2: [], 4: [] };
  const apart: Record<number, number[]> = { 1: [], 4: [] };
  for (let round = 0; round < ENGINE_ROUNDS; round += 1) {
    const turn = round % 2 === 0 ? [1, 2, 4] : [4, 2, 1];
    for (const count of turn) rounds[count]?.push(await withPostgres((url) => measureServers(url, count)));
    for (const count of turn) if (count in apart) apart[count]?.push(await measureApart(count));
  }
  const of = (figure: (figures: ServersFigures) => number) =>
    Object.values(rounds).map((figures) => median(figures.map(figure)));
  const [one = Number.NaN, two = Number.NaN, four = Number.NaN] = of((figures) => figures.executionsPerSecond);
  const together = `on one PostgreSQL, ${SHARED_LANES} in flight`;
  note(`Executions/s, two servers ${together}, against one`, ratio(two, one), '>= 1 times');
  note(`Executions/s, four servers ${together}, against one`, ratio(four, one), '>= 1 times');
  const counts = `one, two, four servers ${together}`;
  const seconds = (figures: number[]) => figures.map((figure) => figure.toFixed(1)).join(', ');
  const transactions = of((figures) => figures.transactions);
  note(`Transactions of an execution, ${counts}`, seconds(transactions), 'the same');
  const all = of(({ cpu }) => cpu.servers + cpu.database + cpu.client);
  note(`CPU seconds of 1,000 executions, ${counts}`, `${seconds(all)} s`, 'the same');
  note(`Of these PostgreSQL's, ${counts}`, `${seconds(of(({ cpu }) => cpu.database))} s`, '-');
  note(`Of these the servers', ${counts}`, `${seconds(of(({ cpu }) => cpu.servers))} s`, '-');
  const own = Object.values(apart).map(median);
  note('CPU seconds of 1,000 executions, one, four servers that share nothing, SQLite', `${seconds(own)} s`, '-');
}

async function noteKills(): Promise<void> {
  const { kills, seconds, started, broken } = await withPostgres((url) => measureKills(url));
  for (const words of broken) console.log(words);
  const found = `${broken.length} of ${started} executions, ${kills} kills in ${seconds.toFixed(1)} s`;
  note(`Broken executions, one of ${ROTATION} servers killed every second, others coming up meanwhile`, found, '0');
}

async function noteLab(): Promise<void> {
  const began = performance.now();
  const lab = spawnSync(process.execPath, [VELOCIUS, 'lab', '--once', '--port', '0'], { encoding: 'utf8' });
  const seconds = (performance.now() - began) / 1000;
  const failure = lab.stderr.trim().slice(-200).replaceAll(/\s+/g, ' ');
  note('The lab, once', lab.status === 0 ? `${seconds.toFixed(1)} s` : `failed: ${failure}`, '<= 20 s');
}

async function noteConsole(): Promise<void> {
  const figures = await measureConsole();
  const where = 'console, page of a pipeline with 200 past executions';
  const missing = 'Chromium is not installed';
  const interactive = figures === undefined ? missing : `${(figures.interactive / 1000).toFixed(2)} s`;
  note(`From asking to interactive, ${where}, empty cache, median`, interactive, '<= 1.5 s');
  note(
    `Scripts and styles, ${where}`,
    figures === undefined ? missing : `${figures.bundle.toFixed(0)} kB`,
    '<= 500 kB',
  );
  note(
    'From the end of an action to the page showing it, median',
    figures === undefined ? missing : `${figures.shown.toFixed(0)} ms`,
    '<= 300 ms',
  );
}

/** A server of its own each time, so that no figure pays for the rows of another. */
async function withPostgres<T>(measure: (url: string) => Promise<T>): Promise<T> {
  const server = await startPostgres({ durable: true });
  return measure(`${server.url}/postgres`).finally(() => server.stop());
}

function mediansOf(rounds: readonly EngineFigures[]): EngineFigures {
  return {
    gapMedian: median(rounds.map(({ gapMedian }) => gapMedian)),
    gapP95: median(rounds.map(({ gapP95 }) => gapP95)),
    executionsPerSecond: median(rounds.map(({ executionsPerSecond }) => executionsPerSecond)),
  };
}

function milliseconds(time: number): string {
  return `${time.toFixed(2)} ms`;
}

function megabytes(size: number | undefined): string {
  return size === undefined ? '?' : `${size.toFixed(0)} MB`;
}

function noteEngine(name: string, figures: EngineFigures, goal: string): void {
  note(`End of one action to the start of the next, ${name}, median`, `${figures.gapMedian.toFixed(2)} ms`, goal);
  note(`End of one action to the start of the next, ${name}, 95th percentile`, `${figures.gapP95.toFixed(2)} ms`, '-');
  note(`Executions/s, 3 stages, 6 actions, 64 in flight, ${name}`, figures.executionsPerSecond.toFixed(0), '-');
}

function ratio(one: number, other: number): string {
  return `${(one / other).toFixed(1)} times`;
}

function write(): void {
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
- *Against moto_server*: the same client, 64 connections, the same declarations, in turns, medians of the rounds. Requests are signed
  before the clock starts, so that the client is not what is measured. moto keeps pipelines in memory and does not verify signatures;
  this server verifies them and commits to disk.
- *In flight*: actions take 2 s each; an execution starts as another ends.
- *Past executions*: of one pipeline, two stages and two actions each; requests one at a time, the two servers in turns.
- *Several servers, each with a processor for itself*: held to a part of one by a control group, as if each had a small machine, so that
  the two processors here serve four of them with their database. This is what another server is added for.
- *Several servers* without that: one server, PostgreSQL and the client take all of 2 processors, so that more servers only share
  them, and what an execution costs is to stay what it was. docs/decisions/several-servers.md tells what was looked for.
- *Killed every second*: servers that were killed come up again while others are killed; the seconds show whether a kill came
  every second.
- *Broken*: acknowledged and lost, not succeeded in the end, an action not performed exactly once, or two executions of a QUEUED
  pipeline in one stage.
`,
  );
  console.log(`wrote ${TABLE}`);
}
