import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/kernel/clock.ts';
import { silentLog } from '../../../src/kernel/log.ts';
import { systemTimers, type Timers } from '../../../src/kernel/timers.ts';
import type { Database, Tx } from '../../../src/store/database.ts';
import { appendEvent, hasEvents, lockOutbox, takeEvents, tryLockOutbox } from '../../../src/store/outbox.ts';
import { again, done, inTransaction } from '../../../src/work/work.ts';
import { Worker } from '../../../src/work/worker.ts';
import { DIALECTS, openTestDatabase } from '../../harness/databases.ts';
import { waitFor } from '../../harness/wait.ts';

const QUEUE = 'notes';
const LETTER = { account: '1', region: 'r', event: '{}' };

interface ReaderSettings {
  readonly timers?: Timers;
  readonly beforeEnd?: () => Promise<void>;
}

describe.each(DIALECTS)('a queue on %s', (dialect) => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openTestDatabase(dialect));
  });
  afterAll(() => drop());

  /** A node that reads two letters at a time, and leaves them to whoever is at it already. `beforeEnd` is done before it commits. */
  function reader(node: string, { timers = systemTimers, beforeEnd = async () => {} }: ReaderSettings = {}) {
    const seen: string[] = [];
    const worker = new Worker({ database, clock: systemClock, log: silentLog, node, timers });
    let failures = 0;
    let left = 0;
    worker.readQueue(QUEUE, async () => {
      if (!(await database.read(hasEvents))) return 'empty';
      const letters = await database.write(async (tx) => {
        if (!(await tryLockOutbox(tx))) {
          left += 1;
          return undefined;
        }
        const taken = await takeEvents(tx, 2);
        if (taken.length > 0 && failures-- > 0) throw new Error('The reader broke off');
        if (taken.length > 0) await beforeEnd();
        return taken;
      });
      seen.push(...(letters ?? []).map(({ id }) => id));
      return letters === undefined ? 'empty' : 'more';
    });
    return {
      worker,
      seen,
      /** How often it found another at it. */
      left: () => left,
      fail: (times: number) => {
        failures = times;
      },
    };
  }

  async function put(tx: Tx, worker: Worker, ...ids: string[]): Promise<void> {
    for (const id of ids) await appendEvent(tx, { ...LETTER, id });
    worker.ring(tx, QUEUE);
  }

  it('is read to its end after the commit that fills it, and not when that is undone', async () => {
    const { worker, seen } = reader('one');
    await worker.start();
    const undone = database.write(async (tx) => {
      await put(tx, worker, 'undone');
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await database.write((tx) => put(tx, worker, 'a', 'b', 'c', 'd', 'e'));
    await waitFor('the letters', async () => seen.length === 5);
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
    await worker.stop();
  });

  it('that a node filled before it died is read by the next one that starts, and by those that poll', async () => {
    const lost = reader('lost');
    const polling = reader('polling');
    await polling.worker.start();
    // Rung on a node that never comes to read: nobody else hears it.
    await database.write((tx) => put(tx, lost.worker, 'f'));
    await waitFor('the poll', async () => polling.seen.length === 1);
    await polling.worker.stop();
    await database.write((tx) => put(tx, lost.worker, 'g'));
    const next = reader('next');
    await next.worker.start();
    await waitFor('the start', async () => next.seen.length === 1);
    expect([...lost.seen, ...polling.seen, ...next.seen]).toEqual(['f', 'g']);
    await next.worker.stop();
  });

  it('loses nothing to a reader that breaks off', async () => {
    const { worker, seen, fail } = reader('one');
    await worker.start();
    fail(1);
    await database.write((tx) => put(tx, worker, 'h', 'i', 'j'));
    await waitFor('the letters', async () => seen.length === 3);
    expect(seen).toEqual(['h', 'i', 'j']);
    await worker.stop();
  });

  it('is shared by nodes, each letter read once', async () => {
    const nodes = [reader('one'), reader('two'), reader('three')];
    for (const { worker } of nodes) await worker.start();
    const ids = Array.from({ length: 60 }, (_, index) => `shared ${index}`);
    await Promise.all(
      nodes.map(({ worker }, node) =>
        database.write((tx) => put(tx, worker, ...ids.filter((_, index) => index % nodes.length === node))),
      ),
    );
    const seen = () => nodes.flatMap((node) => node.seen);
    await waitFor('the letters', async () => seen().length >= ids.length);
    expect(seen().sort()).toEqual(ids.sort());
    for (const { worker } of nodes) await worker.stop();
  });

  // SQLite's one writer keeps readers apart.
  if (dialect === 'postgres')
    it('that another node reads is left to it at once, and what came meanwhile is found without polling', async () => {
      const never = { after: () => () => {} };
      const hold = Promise.withResolvers<void>();
      const begun = Promise.withResolvers<void>();
      const beforeEnd = () => {
        begun.resolve();
        return hold.promise;
      };
      const slow = reader('slow', { timers: never, beforeEnd });
      const other = reader('other', { timers: never });
      await slow.worker.start();
      await database.write((tx) => put(tx, slow.worker, 'k'));
      await begun.promise;
      await other.worker.start();
      await waitFor('the other to leave it at its start', async () => other.left() === 1);
      await database.write((tx) => put(tx, other.worker, 'l'));
      await waitFor('the other to leave it', async () => other.left() === 2);
      const seen = () => [...slow.seen, ...other.seen];
      expect(seen()).toEqual([]);
      hold.resolve();
      await waitFor('both letters', async () => seen().length === 2);
      expect(seen()).toEqual(['k', 'l']);
      for (const { worker } of [slow, other]) await worker.stop();
    });

  if (dialect === 'postgres')
    it('that is locked by who reads nothing is read once that one is through, without polling', async () => {
      const never = { after: () => () => {} };
      const [holder, other] = [reader('holder', { timers: never }), reader('other', { timers: never })];
      for (const { worker } of [holder, other]) await worker.start();
      await database.write(async (tx) => {
        await lockOutbox(tx);
        holder.worker.ring(tx, QUEUE);
        await database.write((more) => put(more, other.worker, 'm'));
        await waitFor('the other to leave it', async () => other.left() > 0);
      });
      await waitFor('the letter', async () => holder.seen.length + other.seen.length === 1);
      for (const { worker } of [holder, other]) await worker.stop();
    });
});

describe.each(DIALECTS)('work that ends with what it writes on %s', (dialect) => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openTestDatabase(dialect));
  });
  afterAll(() => drop());

  const notes = async () =>
    (
      await database.read((reader) =>
        reader.all<{ name: string }>("SELECT name FROM settings WHERE name <> 'outbox' ORDER BY name"),
      )
    ).map(({ name }) => name);
  const write = (tx: Tx, name: string) => tx.run("INSERT INTO settings (name, value) VALUES ($1, '')", [name]);

  it('is over when that is committed, and is put back by it', async () => {
    const worker = new Worker({ database, clock: systemClock, log: silentLog, node: 'one' });
    let visits = 0;
    worker.handle('a.visit', async () =>
      inTransaction(async (tx) => {
        visits += 1;
        await write(tx, `visit ${visits}`);
        return visits === 1 ? again(systemClock.now() + 20) : done;
      }),
    );
    await worker.start();
    await database.write((tx) => worker.schedule(tx, 'a.visit', 'k'));
    await waitFor('both visits', async () => (await notes()).length === 2);
    expect(await notes()).toEqual(['visit 1', 'visit 2']);
    await waitFor('the end', async () => (await database.read((r) => r.all('SELECT key FROM work'))).length === 0);
    await worker.stop();
  });

  it('is done again when that fails, and nothing of it stands', async () => {
    const worker = new Worker({ database, clock: systemClock, log: silentLog, node: 'one' });
    const attempts: number[] = [];
    worker.handle('a.trial', async (_, lease) =>
      inTransaction(async (tx) => {
        attempts.push(lease.attempts);
        await write(tx, `trial ${lease.attempts}`);
        if (lease.attempts === 1) throw new Error('The disk is full');
        return done;
      }),
    );
    await worker.start();
    await database.write((tx) => worker.schedule(tx, 'a.trial', 'k'));
    await waitFor('the second trial', async () => (await notes()).includes('trial 2'));
    expect(attempts).toEqual([1, 2]);
    expect(await notes()).not.toContain('trial 1');
    await worker.stop();
  });
});
