import { writeFile } from 'node:fs/promises';
import pg from 'pg';
import { makeCgroup, removeCgroups } from '../src/runners/cgroup.ts';
import { cpuSeconds, cpuSecondsOfFamily, parentOf } from './cpu-time.ts';
import { createLanes, rate } from './engine.ts';
import { type InstantServer, startInstant, Watch } from './instant.ts';
import { at } from './order.ts';

/** Enough for four servers to be busy with, and less than one has under way at once before it leaves work to others. */
export const LANES = 192;
/** A process is quick once it has been at it for a while. As many however many servers, so that the database is as full for each. */
const WARM_UP = LANES * 13;
const MEASURED = LANES * 8;

export interface ServersFigures {
  readonly executionsPerSecond: number;
  /** CPU seconds, user and system, of all processes of a kind for 1,000 executions; not a number where there is no /proc. */
  readonly cpu: { readonly servers: number; readonly database: number; readonly client: number };
  /** Transactions of an execution. */
  readonly transactions: number;
}

/** What executions cost with so many servers on one PostgreSQL. */
export async function measureServers(database: string, count: number): Promise<ServersFigures> {
  const meter = await PostgresMeter.on(database);
  const watch = new Watch();
  const servers: InstantServer[] = [];
  try {
    for (let server = 0; server < count; server += 1) servers.push(await startInstant(watch, { database }));
    await createLanes(at(servers, 0), LANES);
    await rate(servers, watch, WARM_UP, LANES);
    const before = { servers: cpuOf(servers), client: process.cpuUsage(), ...(await meter.read()) };
    const executionsPerSecond = await rate(servers, watch, MEASURED, LANES);
    const client = process.cpuUsage(before.client);
    const used = { servers: cpuOf(servers) - before.servers, client: (client.user + client.system) / 1e6 };
    const after = await meter.read();
    const each = (seconds: number) => (seconds / MEASURED) * 1000;
    return {
      executionsPerSecond,
      cpu: { servers: each(used.servers), client: each(used.client), database: each(after.cpu - before.cpu) },
      transactions: (after.transactions - before.transactions) / MEASURED,
    };
  } finally {
    for (const server of servers) await server.kill();
    await meter.close();
  }
}

/** Servers that share nothing, each with a SQLite file of its own: what processes beside each other cost by themselves. */
export async function measureApart(count: number): Promise<number> {
  const watch = new Watch();
  const servers: InstantServer[] = [];
  try {
    for (let server = 0; server < count; server += 1) servers.push(await startInstant(watch, {}));
    for (const server of servers) await createLanes(server, LANES);
    await rate(servers, watch, WARM_UP, LANES);
    const before = cpuOf(servers);
    await rate(servers, watch, MEASURED, LANES);
    return ((cpuOf(servers) - before) / MEASURED) * 1000;
  } finally {
    for (const server of servers) await server.kill();
  }
}

/** What a server has for itself: so little that two processors serve four of them, their database and the client. */
export const OWN_SHARE = 0.15;
/** Of the rest more than it uses. */
const OWN = { cpus: OWN_SHARE, memoryMiB: 2048, pids: 256 };
/** For each server. */
const SHARED_MEASURED = LANES * 3;

/** Executions/s of so many servers on one PostgreSQL that have a small processor each; nothing where none can be shared out. */
export async function measureWithOwnShares(database: string, count: number): Promise<number | undefined> {
  const watch = new Watch();
  const servers: InstantServer[] = [];
  const groups: string[] = [];
  try {
    for (let server = 0; server < count; server += 1) servers.push(await startInstant(watch, { database }));
    await createLanes(at(servers, 0), LANES);
    await rate(servers, watch, WARM_UP, LANES);
    for (const { pid = 0 } of servers) {
      const { directories, entrances, held } = await makeCgroup(`velocius-bench-${pid}`, OWN);
      groups.push(...directories);
      if (held.cpus === undefined) return undefined;
      for (const entrance of entrances) await writeFile(entrance, String(pid));
    }
    return await rate(servers, watch, SHARED_MEASURED * count, LANES);
  } finally {
    for (const server of servers) await server.kill();
    await removeCgroups(groups);
  }
}

function cpuOf(servers: readonly InstantServer[]): number {
  return servers.reduce((sum, { pid = 0 }) => sum + (cpuSeconds(pid) ?? Number.NaN), 0);
}

/** Sessions tell of their transactions after a second at the latest, once they are idle. */
const TOLD_AFTER_MS = 1_500;

/** Reads what a PostgreSQL server on this machine has done so far. */
class PostgresMeter {
  readonly #client: pg.Client;
  readonly #postmaster: number;

  private constructor(client: pg.Client, postmaster: number) {
    this.#client = client;
    this.#postmaster = postmaster;
  }

  static async on(url: string): Promise<PostgresMeter> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
    return new PostgresMeter(client, parentOf(Number(rows[0].pid)) ?? 0);
  }

  async read(): Promise<{ readonly cpu: number; readonly transactions: number }> {
    const cpu = cpuSecondsOfFamily(this.#postmaster) ?? Number.NaN;
    await new Promise((resolve) => setTimeout(resolve, TOLD_AFTER_MS));
    const { rows } = await this.#client.query(
      'SELECT xact_commit + xact_rollback AS count FROM pg_stat_database WHERE datname = current_database()',
    );
    return { cpu, transactions: Number(rows[0].count) };
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}
