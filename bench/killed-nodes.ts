import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { type InstantServer, instantPipeline, startExecution, startInstant, Watch } from './instant.ts';
import { at } from './order.ts';
import { inFlight } from './wire-client.ts';

const KILLS = 21;
/** So many that there is one to kill every second, and another beside it, however long those that were killed take to come up again. */
export const ROTATION = KILLS + 1;
const PIPELINES = 16;
const LANES = 32;
/** Of a lane between two starts: servers that come up need the processors too. */
const PAUSE_MS = 1_000;
const EVERY_MS = 1_000;
/** After the last kill: leases of the dead run out after 15 s. */
const PATIENCE_MS = 60_000;
const ACTION_MS = 100;

export interface KillFigures {
  readonly kills: number;
  /** Seconds from the first kill to the last. */
  readonly seconds: number;
  /** Executions whose start was acknowledged. */
  readonly started: number;
  /** What was found broken, in words; empty is what should be. */
  readonly broken: readonly string[];
}

/** Servers on one database, one of which is killed every second while those killed before come up again, and executions are started. */
export async function measureKills(database: string): Promise<KillFigures> {
  const rotation = new Rotation(database);
  const acknowledged = new Set<string>();
  try {
    for (let node = 0; node < ROTATION; node += 1) await rotation.launch();
    for (let index = 0; index < PIPELINES; index += 1)
      await rotation.oneOf(0).client.send('CreatePipeline', { pipeline: instantPipeline(`p${index}`, 'QUEUED') });
    let over = false;
    const killing = killInTurn(rotation).finally(() => {
      over = true;
    });
    await inFlight(LANES, LANES, async (lane) => {
      for (let count = lane; !over; count += 1) {
        const token = randomUUID();
        acknowledged.add(
          await untilAcknowledged(() => startExecution(rotation.oneOf(count).client, `p${lane % PIPELINES}`, token)),
        );
        await setTimeout(PAUSE_MS);
      }
    });
    const { kills, seconds } = await killing;
    return { kills, seconds, started: acknowledged.size, broken: await findBroken(database, acknowledged) };
  } finally {
    await rotation.end();
  }
}

/** Servers that are up, and those that are coming up in the place of the killed. */
class Rotation {
  readonly #database: string;
  readonly #watch = new Watch();
  readonly #up: InstantServer[] = [];
  readonly #coming = new Set<Promise<void>>();

  constructor(database: string) {
    this.#database = database;
  }

  async launch(): Promise<void> {
    this.#up.push(await startInstant(this.#watch, { database: this.#database, duration: ACTION_MS }));
  }

  oneOf(count: number): InstantServer {
    return at(this.#up, count % this.#up.length);
  }

  /** Kills the one that has been up for longest, and has another come up in its place. Waits only while there is but one. */
  async replaceOldest(): Promise<void> {
    while (this.#up.length < 2) await Promise.race(this.#coming);
    const victim = this.#up.shift();
    const coming: Promise<void> = Promise.resolve(victim?.kill())
      .then(() => this.launch())
      .finally(() => this.#coming.delete(coming));
    this.#coming.add(coming);
  }

  async end(): Promise<void> {
    await Promise.all(this.#coming);
    for (const server of this.#up) await server.kill();
  }
}

/** At times that are fixed beforehand, so that what a kill takes does not put off the next. */
async function killInTurn(rotation: Rotation): Promise<{ kills: number; seconds: number }> {
  const began = performance.now();
  for (let kill = 0; kill < KILLS; kill += 1) {
    await setTimeout(Math.max(began + kill * EVERY_MS - performance.now(), 0));
    await rotation.replaceOldest();
  }
  return { kills: KILLS, seconds: (performance.now() - began) / 1000 };
}

/** The server may be killed before it answers: then another is asked, with the same token. */
async function untilAcknowledged(start: () => Promise<string>): Promise<string> {
  for (;;) {
    try {
      return await start();
    } catch {
      await setTimeout(50);
    }
  }
}

async function findBroken(database: string, acknowledged: ReadonlySet<string>): Promise<string[]> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const deadline = performance.now() + PATIENCE_MS;
    const unfinished = "SELECT COUNT(*) AS count FROM executions WHERE status IN ('InProgress', 'Stopping')";
    while (Number((await client.query(unfinished)).rows[0].count) > 0 && performance.now() < deadline)
      await setTimeout(500);
    const { rows: executions } = await client.query('SELECT id, status FROM executions');
    const known = new Set(executions.map(({ id }) => id));
    return [
      ...[...acknowledged].filter((id) => !known.has(id)).map((id) => `${id} was acknowledged, and is lost`),
      ...executions.filter(({ status }) => status !== 'Succeeded').map(({ id, status }) => `${id} is ${status}`),
      ...(await client.query(NOT_ONCE)).rows.map(({ id }) => `an action of ${id} has not been performed once`),
      ...(await client.query(TOGETHER)).rows.map(({ id }) => `${id} was in a stage together with another`),
    ];
  } finally {
    await client.end();
  }
}

const NOT_ONCE = `SELECT e.id FROM executions e WHERE (
  SELECT COUNT(*) FROM action_executions a WHERE a.execution_id = e.id AND a.status = 'Succeeded') <> 6
  OR (SELECT COUNT(DISTINCT a.action) FROM action_executions a WHERE a.execution_id = e.id) <> 6
  OR (SELECT COUNT(*) FROM action_executions a WHERE a.execution_id = e.id) <> 6`;

const TOGETHER = `SELECT one.execution_id AS id FROM stage_executions one JOIN stage_executions other
  ON other.pipeline_id = one.pipeline_id AND other.stage = one.stage AND other.execution_id <> one.execution_id
  WHERE other.entered > one.entered AND other.entered < one.updated`;
