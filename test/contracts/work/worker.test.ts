import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/kernel/clock.ts';
import { silentLog } from '../../../src/kernel/log.ts';
import type { Database, Tx } from '../../../src/store/database.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { MIGRATIONS } from '../../../src/store/migrations/index.ts';
import { openPostgres } from '../../../src/store/postgres/postgres.ts';
import { claimWork, scheduleWork } from '../../../src/store/work.ts';
import { again, done, type WorkHandler } from '../../../src/work/work.ts';
import { Worker } from '../../../src/work/worker.ts';
import { DIALECTS, makePlace, openTestDatabase, type Place } from '../../harness/databases.ts';
import { waitFor } from '../../harness/wait.ts';

const realTime: Clock = { now: () => Date.now() };

interface Options {
  readonly node?: string;
  readonly clock?: Clock;
  readonly concurrency?: number;
  readonly leaseMs?: number;
}

async function workerOn(
  database: Database,
  handlers: Readonly<Record<string, WorkHandler>>,
  options: Options = {},
): Promise<Worker> {
  const worker = new Worker({ database, clock: realTime, log: silentLog, node: 'one', ...options });
  for (const [kind, handler] of Object.entries(handlers)) worker.handle(kind, handler);
  await worker.start();
  return worker;
}

const remaining = (database: Database) =>
  database.read((reader) =>
    reader.all<{ key: string; node: string | null; attempts: number }>('SELECT key, node, attempts FROM work'),
  );

const nothingLeft = (database: Database) =>
  waitFor('all work to be done', async () => (await remaining(database)).length === 0);

/** Opened by hand: what a handler waits for. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

describe.each(DIALECTS)('durable work on %s', (dialect) => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openTestDatabase(dialect));
  });
  afterAll(() => drop());

  it('is done after the commit that asks for it, and never when that is undone', async () => {
    const seen: string[] = [];
    const worker = await workerOn(database, {
      'a.note': async (key) => {
        seen.push(key);
        return done;
      },
    });
    await database
      .write(async (tx) => {
        await worker.schedule(tx, 'a.note', 'undone');
        throw new Error('undone');
      })
      .catch(() => {});
    await database.write((tx) => worker.schedule(tx, 'a.note', 'done'));
    await nothingLeft(database);
    expect(seen).toEqual(['done']);
    await worker.stop();
  });

  it('waits until it is due, and the earlier of two requests counts', async () => {
    const times = new Map<string, number>();
    const worker = await workerOn(database, {
      'b.timer': async (key) => {
        times.set(key, Date.now());
        return done;
      },
    });
    const start = Date.now();
    await database.write(async (tx) => {
      await worker.schedule(tx, 'b.timer', 'later', start + 250);
      await worker.schedule(tx, 'b.timer', 'brought forward', start + 60_000);
      await worker.schedule(tx, 'b.timer', 'brought forward', start + 50);
      await worker.schedule(tx, 'b.timer', 'brought forward', start + 90_000);
    });
    await nothingLeft(database);
    expect((times.get('later') ?? 0) - start).toBeGreaterThanOrEqual(250);
    expect((times.get('later') ?? 0) - start).toBeLessThan(1500);
    expect((times.get('brought forward') ?? 0) - start).toBeGreaterThanOrEqual(50);
    expect((times.get('brought forward') ?? 0) - start).toBeLessThan(1500);
    await worker.stop();
  });

  it('runs again when it was asked for while it was running, never twice at once', async () => {
    const first = gate();
    let runs = 0;
    let atOnce = 0;
    let most = 0;
    const worker = await workerOn(database, {
      'c.busy': async () => {
        runs += 1;
        atOnce += 1;
        most = Math.max(most, atOnce);
        if (runs === 1) await first.opened;
        atOnce -= 1;
        return done;
      },
    });
    await database.write((tx) => worker.schedule(tx, 'c.busy', 'x'));
    await waitFor('the first run', async () => runs === 1);
    for (let count = 0; count < 3; count += 1) await database.write((tx) => worker.schedule(tx, 'c.busy', 'x'));
    first.open();
    await nothingLeft(database);
    expect({ runs, most }).toEqual({ runs: 2, most: 1 });
    await worker.stop();
  });

  it('asked for while it is done beyond its lease is done again, whatever its node claims meanwhile', async () => {
    const clock = { time: Date.now(), now: () => clock.time };
    const first = gate();
    let runs = 0;
    const worker = await workerOn(
      database,
      {
        slow: async () => {
          runs += 1;
          if (runs === 1) await first.opened;
          return done;
        },
        marker: async () => done,
      },
      { clock, leaseMs: 600_000 },
    );
    await database.write((tx) => worker.schedule(tx, 'slow', 'x'));
    await waitFor('the first run', async () => runs === 1);
    await database.write((tx) => worker.schedule(tx, 'slow', 'x'));
    clock.time += 700_000;
    // Somebody else's: the node has to claim it, and looks at all that is due.
    await database.write((tx) => scheduleWork(tx, { kind: 'marker', key: 'x' }, clock.time));
    await database.write(async (tx) => tx.wake('work'));
    await waitFor('the claim', async () => (await remaining(database)).length === 1);
    first.open();
    await waitFor('the second run', async () => runs === 2);
    await nothingLeft(database);
    await worker.stop();
  });

  it('is seen after a clock was set back, at the latest when it is polled for', async () => {
    const clock = { time: 0, now: () => clock.time };
    clock.time = Date.now() + 3_600_000;
    const worker = await workerOn(database, { late: async () => done }, { clock });
    clock.time -= 3_600_000;
    await database.write((tx) => worker.schedule(tx, 'late', 'x', clock.time + 600_000));
    clock.time += 600_000;
    await nothingLeft(database);
    await worker.stop();
  });

  it('claimed by a node that never hears of it is freed', async () => {
    const runs: string[] = [];
    const worker = await workerOn(
      database,
      {
        unheard: async (key) => {
          runs.push(key);
          return done;
        },
      },
      { leaseMs: 400 },
    );
    await database.write((tx) =>
      scheduleWork(tx, { kind: 'unheard', key: 'x' }, Date.now(), {
        node: 'one',
        leaseUntil: Date.now() + 3_600_000,
      }),
    );
    await waitFor('the work to be done', async () => runs.length === 1);
    await nothingLeft(database);
    await worker.stop();
  });

  it('comes back when the handler says so', async () => {
    const times: number[] = [];
    const worker = await workerOn(database, {
      'd.poll': async (_, { attempts }) => {
        expect(attempts).toBe(1);
        times.push(Date.now());
        return times.length < 3 ? again(Date.now() + 100) : done;
      },
    });
    await database.write((tx) => worker.schedule(tx, 'd.poll', 'x'));
    await nothingLeft(database);
    expect(times).toHaveLength(3);
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(200);
    await worker.stop();
  });

  it('that throws is tried again later, and counts its attempts', async () => {
    const attempted: number[] = [];
    const times: number[] = [];
    const worker = await workerOn(database, {
      'e.flaky': async (_, { attempts }) => {
        attempted.push(attempts);
        times.push(Date.now());
        if (attempts < 2) throw new Error('not yet');
        return done;
      },
    });
    await database.write((tx) => worker.schedule(tx, 'e.flaky', 'x'));
    await nothingLeft(database);
    expect(attempted).toEqual([1, 2]);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1000);
    await worker.stop();
  });

  it('left by a server that stops is free at once', async () => {
    const worker = await workerOn(database, {
      'f.long': (_, { signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    });
    await database.write((tx) => worker.schedule(tx, 'f.long', 'x'));
    await waitFor('the work to be taken', async () => (await remaining(database))[0]?.node === 'one');
    await worker.stop();
    expect(await remaining(database)).toMatchObject([{ key: 'x', node: null }]);
    const next = await workerOn(database, { 'f.long': async () => done }, { node: 'two' });
    await nothingLeft(database);
    await next.stop();
  });

  it('of one kind does not keep other kinds waiting, and waits for room itself', async () => {
    const hold = gate();
    let builds = 0;
    let most = 0;
    let decisions = 0;
    const worker = await workerOn(
      database,
      {
        'g.build': async () => {
          builds += 1;
          most = Math.max(most, builds);
          await hold.opened;
          builds -= 1;
          return done;
        },
        'g.decide': async () => {
          decisions += 1;
          return done;
        },
      },
      { concurrency: 2 },
    );
    for (let build = 0; build < 6; build += 1)
      await database.write((tx) => worker.schedule(tx, 'g.build', String(build)));
    await database.write((tx) => worker.schedule(tx, 'g.decide', 'x'));
    await waitFor('the decision', async () => decisions === 1);
    expect(most).toBe(2);
    hold.open();
    await nothingLeft(database);
    await worker.stop();
  });

  it('does a thousand pieces once each', async () => {
    const seen: string[] = [];
    const worker = await workerOn(database, {
      'h.many': async (key) => {
        seen.push(key);
        return done;
      },
    });
    const keys = Array.from({ length: 1000 }, (_, index) => String(index));
    await Promise.all(keys.map((key) => database.write((tx) => worker.schedule(tx, 'h.many', key))));
    await nothingLeft(database);
    expect(seen.sort()).toEqual(keys.sort());
    await worker.stop();
  });

  it('two handlers of one kind are refused', async () => {
    const worker = await workerOn(database, { 'i.one': async () => done });
    expect(() => worker.handle('i.one', async () => done)).toThrow(/two handlers/);
    await worker.stop();
  });
});

describe('durable work on a SQLite file that a killed server left', () => {
  it('is done by the next server without waiting for leases to run out', async () => {
    const { database, drop } = await openTestDatabase('sqlite');
    const now = Date.now();
    await database.write(async (tx) => {
      await scheduleWork(tx, { kind: 'left', key: 'x' }, now);
      const left = { kinds: ['left'], now, deadBefore: now, limit: 10 };
      await claimWork(tx, left, { node: 'dead', leaseUntil: now + 3_600_000 });
      // Asked for again, for tomorrow, while it was being done: that must not put off the piece that was not finished.
      await scheduleWork(tx, { kind: 'left', key: 'x' }, now + 86_400_000);
    });
    let runs = 0;
    const worker = await workerOn(database, {
      left: async () => {
        runs += 1;
        return done;
      },
    });
    await waitFor('the work', async () => runs === 1);
    await waitFor('its end', async () => (await remaining(database))[0]?.node === null);
    await worker.stop();
    const rows = await database.read((reader) => reader.all('SELECT key, due FROM work'));
    expect(rows).toEqual([{ key: 'x', due: now + 86_400_000 }]);
    await drop();
  });
});

describe('several nodes on one PostgreSQL database', () => {
  let place: Place;
  let databases: Database[];
  beforeAll(async () => {
    place = await makePlace('postgres');
    databases = await Promise.all([openPostgres(place.url ?? ''), openPostgres(place.url ?? '')]);
    for (const database of databases) await migrate(database, MIGRATIONS);
  });
  afterAll(async () => {
    await Promise.all(databases.map((database) => database.close()));
    await place.drop();
  });

  const both = async (handler: (node: string) => WorkHandler, kind: string, options: Options = {}) =>
    Promise.all(
      databases.map((database, index) =>
        workerOn(database, { [kind]: handler(`node-${index}`) }, { node: `node-${index}`, ...options }),
      ),
    );

  it('each take a piece once', async () => {
    const taken: string[] = [];
    const workers = await both(
      (node) => async (key) => {
        taken.push(`${key} ${node}`);
        return done;
      },
      'shared',
      { concurrency: 4 },
    );
    const keys = Array.from({ length: 400 }, (_, index) => String(index));
    const due = Date.now() + 100;
    await Promise.all(
      keys.map((key) => databases[0]?.write(async (tx) => void (await workers[0]?.schedule(tx, 'shared', key, due)))),
    );
    await nothingLeft(databases[0] as Database);
    expect(taken).toHaveLength(400);
    expect(new Set(taken.map((entry) => entry.split(' ')[0])).size).toBe(400);
    await Promise.all(workers.map((worker) => worker.stop()));
  });

  it('wake each other: what one cannot take the other does at once', async () => {
    const seen: string[] = [];
    const other = await workerOn(
      databases[1] as Database,
      {
        'only.there': async (key) => {
          seen.push(key);
          return done;
        },
      },
      { node: 'there' },
    );
    const here = await workerOn(databases[0] as Database, {}, { node: 'here' });
    const start = Date.now();
    await databases[0]?.write((tx) => here.schedule(tx, 'only.there', 'x'));
    await waitFor('the other node', async () => seen.length === 1);
    expect(Date.now() - start).toBeLessThan(1000);
    await Promise.all([other.stop(), here.stop()]);
  });

  it('take over what a dead node held, once its lease has run out', async () => {
    const database = databases[0] as Database;
    const now = Date.now();
    await database.write(async (tx) => {
      await scheduleWork(tx, { kind: 'orphan', key: 'x' }, now);
      const orphan = { kinds: ['orphan'], now, deadBefore: now, limit: 1 };
      await claimWork(tx, orphan, { node: 'dead', leaseUntil: now + 500 });
    });
    const begun: number[] = [];
    const workers = await both(
      () =>
        async (_, { attempts }) => {
          expect(attempts).toBe(2);
          begun.push(Date.now());
          return done;
        },
      'orphan',
    );
    await nothingLeft(database);
    expect(begun).toHaveLength(1);
    expect((begun[0] ?? 0) - now).toBeGreaterThanOrEqual(500);
    await Promise.all(workers.map((worker) => worker.stop()));
  });

  it('take nobody for dead when the database was away: the others had no way to keep their leases either', async () => {
    const [database, other] = databases as [Database, Database];
    const lease = 60_000;
    const began = Date.now();
    let now = began;
    const seen: string[] = [];
    const see: WorkHandler = async (key) => {
      seen.push(key);
      return done;
    };
    const options = { node: 'here', clock: { now: () => now }, leaseMs: lease };
    const worker = await workerOn(other, { 'after.outage': see }, options);
    const plan = (tx: Tx, key: string) => scheduleWork(tx, { kind: 'after.outage', key }, began);
    await database.write(async (tx) => {
      await tx.run('LOCK TABLE work IN ACCESS EXCLUSIVE MODE');
      await plan(tx, 'of another');
      await tx.run("UPDATE work SET node = 'there', lease_until = $1 WHERE kind = 'after.outage'", [began + 1]);
      await plan(tx, 'free');
      await database.write(async (own) => own.wake('work'));
      await waitFor('this node to be held up as it claims', async () => {
        const waiting = "SELECT 1 FROM pg_locks WHERE relation = 'work'::regclass AND NOT granted";
        return (await tx.all(waiting)).length > 0;
      });
      now += lease;
    });
    await waitFor('it to claim after all', async () => seen.includes('free'));
    await database.write(async (tx) => {
      await plan(tx, 'later');
      tx.wake('work');
    });
    await waitFor('it to claim again', async () => seen.includes('later'));
    expect(seen).toEqual(['free', 'later']);
    now += lease / 2;
    await database.write(async (tx) => tx.wake('work'));
    await waitFor('it to take over what nobody claims to do still', async () => seen.includes('of another'));
    await nothingLeft(database);
    await worker.stop();
  });

  it('keep the lease of what takes longer than a lease', async () => {
    let runs = 0;
    const finish = gate();
    const workers = await both(
      () => async () => {
        runs += 1;
        await finish.opened;
        return done;
      },
      'long',
      // A process may stall for longer than a short lease, and then has rightly lost it.
      { leaseMs: 2_000 },
    );
    await databases[0]?.write(async (tx) => void (await workers[0]?.schedule(tx, 'long', 'x')));
    const start = Date.now();
    await waitFor('two leases to pass', async () => Date.now() - start > 4_500);
    expect(runs).toBe(1);
    finish.open();
    await nothingLeft(databases[0] as Database);
    await Promise.all(workers.map((worker) => worker.stop()));
  });

  it('are told when their work was taken over', async () => {
    const database = databases[0] as Database;
    let reason: unknown;
    const worker = await workerOn(
      database,
      {
        stolen: (_, { signal }) =>
          new Promise((resolve) =>
            signal.addEventListener('abort', () => {
              reason = signal.reason;
              resolve(done);
            }),
          ),
      },
      { leaseMs: 400 },
    );
    await database.write((tx) => worker.schedule(tx, 'stolen', 'x'));
    await waitFor('the work to be taken', async () => (await remaining(database))[0]?.node === 'one');
    await database.write((tx) => tx.run("UPDATE work SET node = 'other' WHERE kind = 'stolen'"));
    await waitFor('the handler to hear of it', async () => reason !== undefined);
    expect(String(reason)).toContain('The lease was lost to another node');
    await waitFor('the handler to end', async () => (await remaining(database))[0]?.node === 'other');
    await worker.stop();
    await database.write((tx) => tx.run('DELETE FROM work'));
  });

  it('free what is leased to them though they do not do it', async () => {
    const database = databases[0] as Database;
    const seen: string[] = [];
    const hold = gate();
    const worker = await workerOn(
      database,
      {
        stray: async (key) => {
          seen.push(key);
          if (key === 'keeps the heart beating') await hold.opened;
          return done;
        },
      },
      { leaseMs: 400 },
    );
    await database.write((tx) => worker.schedule(tx, 'stray', 'keeps the heart beating'));
    await database.write(async (tx) => {
      await scheduleWork(tx, { kind: 'stray', key: 'lost' }, Date.now(), {
        node: 'one',
        leaseUntil: Date.now() + 3_600_000,
      });
    });
    await waitFor('the lost piece', async () => seen.includes('lost'));
    hold.open();
    await nothingLeft(database);
    await worker.stop();
  });
});
