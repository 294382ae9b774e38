import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type InstantServer, instantPipeline, startExecution, startInstant, Watch } from './instant.ts';
import { at } from './order.ts';
import { inFlight } from './wire-client.ts';

const NODES = 4;
const PIPELINES = 32;
const LANES = 64;
const SECONDS = 20;
const EVERY_MS = 1_000;
/** After the last kill: leases of the dead run out after 15 s. */
const PATIENCE_MS = 60_000;

export interface KillFigures {
  readonly kills: number;
  /** Executions whose start was acknowledged. */
  readonly started: number;
  /** What was found broken, in words; empty is what should be. */
  readonly broken: readonly string[];
}

/** Four servers on one database, one of which is killed every second and comes up again, while executions are started. */
export async function measureKills(database: string): Promise<KillFigures> {
  const watch = new Watch();
  const nodes: InstantServer[] = [];
  for (let node = 0; node < NODES; node += 1) nodes.push(await startInstant(watch, { database, duration: 100 }));
  const acknowledged = new Set<string>();
  let kills = 0;
  const until = performance.now() + SECONDS * 1000;
  try {
    for (let index = 0; index < PIPELINES; index += 1)
      await at(nodes, 0).client.send('CreatePipeline', { pipeline: instantPipeline(`p${index}`, 'QUEUED') });
    const killing = (async () => {
      for (; performance.now() < until; kills += 1) {
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
        const victim = kills % NODES;
        await at(nodes, victim).kill();
        nodes[victim] = await startInstant(watch, { database, duration: 100 });
      }
    })();
    await inFlight(LANES, LANES, async (lane) => {
      for (let count = lane; performance.now() < until; count += 1) {
        const token = randomUUID();
        acknowledged.add(
          await untilAcknowledged(() => startExecution(at(nodes, count % NODES).client, `p${lane % PIPELINES}`, token)),
        );
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    });
    await killing;
    return { kills, started: acknowledged.size, broken: await findBroken(database, acknowledged) };
  } finally {
    for (const node of nodes) await node.kill();
  }
}

/** The server may be killed before it answers: then another is asked, with the same token. */
async function untilAcknowledged(start: () => Promise<string>): Promise<string> {
  for (;;) {
    try {
      return await start();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
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
      await new Promise((resolve) => setTimeout(resolve, 500));
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
