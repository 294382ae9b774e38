import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, Tx } from '../../../src/store/database.ts';
import { DIALECTS, openTestDatabase } from '../../harness/databases.ts';
import { waitFor } from '../../harness/wait.ts';

describe.each(DIALECTS)('transactions on %s', (dialect) => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openTestDatabase(dialect));
    await database.write((tx) => tx.run('CREATE TABLE notes (id TEXT PRIMARY KEY, size BIGINT, body BYTEA)'));
  });
  afterAll(() => drop());

  const put = (id: string) => database.write((tx) => tx.run('INSERT INTO notes (id) VALUES ($1)', [id]));
  const ids = async (pattern: string) =>
    (
      await database.read((reader) =>
        reader.all<{ id: string }>('SELECT id FROM notes WHERE id LIKE $1 ORDER BY id', [pattern]),
      )
    ).map(({ id }) => id);

  it('keeps what was acknowledged and answers what the work answered', async () => {
    expect(await put('kept')).toBe(1);
    expect(await ids('kept')).toEqual(['kept']);
  });

  it('keeps text of any characters; in place of NUL, PostgreSQL keeps a replacement', async () => {
    const text = "\0 \u{10FFFF} \u202e ' \\";
    await put(text);
    const kept = dialect === 'postgres' ? text.replace('\0', '\u{FFFD}') : text;
    const found = await database.read((reader) => reader.all('SELECT id FROM notes WHERE id = $1', [text]));
    expect(found).toEqual([{ id: kept }]);
    await database.write((tx) => tx.run('DELETE FROM notes WHERE id = $1', [text]));
  });

  it('undoes a command that fails and none of those committed with it', async () => {
    const outcomes = await Promise.allSettled([
      put('group-1'),
      database.write(async (tx) => {
        await tx.run('INSERT INTO notes (id) VALUES ($1)', ['group-lost']);
        throw new Error('changed my mind');
      }),
      put('group-2'),
      put('group-1'),
      put('group-3'),
    ]);
    const [one, lost, two, other, three] = outcomes.map(({ status }) => status);
    expect([lost, two, three]).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    // Which of the two that write the same comes first is for PostgreSQL to say.
    expect([one, other].sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes[1]).toMatchObject({ reason: { message: 'changed my mind' } });
    expect(await ids('group-%')).toEqual(['group-1', 'group-2', 'group-3']);
  });

  it('tells what a posted statement answered by the time of what runs after the commit, and never when it is undone', async () => {
    const told: unknown[] = [];
    const post = (tx: Tx, id: string) => {
      let row: unknown;
      tx.post('INSERT INTO notes (id) VALUES ($1) ON CONFLICT (id) DO NOTHING RETURNING id', [id], (answer) => {
        row = answer;
      });
      tx.afterCommit(() => told.push(row));
    };
    await database.write(async (tx) => {
      post(tx, 'told');
      post(tx, 'told');
    });
    expect(told).toEqual([{ id: 'told' }, undefined]);
    const undone = database.write(async (tx) => {
      post(tx, 'told, and lost');
      tx.post('INSERT INTO notes (id) VALUES ($1)', ['told']);
    });
    await expect(undone).rejects.toThrow();
    expect(told).toHaveLength(2);
    expect(await ids('told%')).toEqual(['told']);
  });

  describe('about subjects', () => {
    const about = (subject: string, work: (tx: Tx) => Promise<unknown>) => database.writeAbout(subject, work);
    const insert = (id: string) => about(id, (tx) => tx.run('INSERT INTO notes (id) VALUES ($1)', [id]));

    it('commits in groups what is asked for at the same time', async () => {
      const transaction = dialect === 'postgres' ? 'SELECT txid_current() AS id' : 'SELECT 1 AS id';
      const found = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          about(`shared-${index}`, async (tx) => {
            await tx.run('INSERT INTO notes (id) VALUES ($1)', [`shared-${index}`]);
            return (await tx.get<{ id: number }>(transaction))?.id;
          }),
        ),
      );
      expect(new Set(found).size).toBe(1);
      expect(await ids('shared-%')).toHaveLength(20);
    });

    it('works on one subject one after the other, in the order it was asked for', async () => {
      await database.write((tx) => tx.run('INSERT INTO notes (id, size) VALUES ($1, 0)', ['counted']));
      const order: number[] = [];
      const count = async (tx: Tx, index: number) => {
        const row = await tx.get<{ size: number }>('SELECT size FROM notes WHERE id = $1', ['counted']);
        await tx.run('UPDATE notes SET size = $2 WHERE id = $1', ['counted', Number(row?.size) + 1]);
        tx.afterCommit(() => order.push(index));
      };
      const others = Array.from({ length: 10 }, (_, index) => insert(`beside-${index}`));
      await Promise.all([
        ...Array.from({ length: 10 }, (_, index) => about('counted', (tx) => count(tx, index))),
        ...others,
      ]);
      const read = () => database.read((reader) => reader.all('SELECT size FROM notes WHERE id = $1', ['counted']));
      expect(await read()).toEqual([{ size: 10 }]);
      expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(await ids('beside-%')).toHaveLength(10);
    });

    it('undoes what fails, and none of those that shared its transaction', async () => {
      await put('there-already');
      const deeds: string[] = [];
      const outcomes = await Promise.allSettled([
        insert('healthy-1'),
        about('changes its mind', async (tx) => {
          tx.afterCommit(() => deeds.push('never'));
          await tx.run('INSERT INTO notes (id) VALUES ($1)', ['healthy-lost']);
          throw new Error('changed my mind');
        }),
        about('fails at a statement', (tx) => tx.run('INSERT INTO notes (id) VALUES ($1)', ['there-already'])),
        about('fails at what it posted', async (tx) =>
          tx.post('INSERT INTO notes (id) VALUES ($1)', ['there-already']),
        ),
        about('says so when it is committed', async (tx) => tx.afterCommit(() => deeds.push('once'))),
        insert('healthy-2'),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'rejected',
        'fulfilled',
        'fulfilled',
      ]);
      expect(outcomes[1]).toMatchObject({ reason: { message: 'changed my mind' } });
      for (const outcome of outcomes.slice(2, 4))
        expect(outcome).toMatchObject({ reason: { message: expect.stringMatching(/unique/i) } });
      expect(deeds).toEqual(['once']);
      expect(await ids('healthy-%')).toEqual(['healthy-1', 'healthy-2']);
    });

    it('takes more than one transaction has room for', async () => {
      await Promise.all(Array.from({ length: 150 }, (_, index) => insert(`crowd-${index}`)));
      expect(await ids('crowd-%')).toHaveLength(150);
    });
  });

  it('answers a statement that is no SQL with an error, and works on', async () => {
    await expect(database.write((tx) => tx.run('SELEKT 1'))).rejects.toThrow(/syntax error/);
    await expect(database.read((reader) => reader.all('SELECT * FROM nowhere'))).rejects.toThrow(/nowhere/);
    expect(await put('after-error')).toBe(1);
  });

  it('takes up again what failed, and what was passed over because of it', async () => {
    await put('first');
    const attempt = (id: string) =>
      database.write(async (tx) => {
        tx.post('INSERT INTO notes (id, size) VALUES ($1, 7)', [id]);
        return tx.get<{ size: number }>('SELECT size + 1 AS size FROM notes WHERE id = $1', [id]);
      });
    for (let time = 0; time < 3; time += 1) await expect(attempt('first')).rejects.toThrow(/unique/i);
    expect([await attempt('second'), await attempt('third')]).toEqual([{ size: 8 }, { size: 8 }]);
  });

  it('reads a table as it is now, though it was read before it had another column', async () => {
    await database.write((tx) => tx.run('CREATE TABLE widened (id TEXT PRIMARY KEY)'));
    await database.write((tx) => tx.run("INSERT INTO widened (id) VALUES ('one')"));
    const look = () => database.read((reader) => reader.all('SELECT * FROM widened'));
    expect(await look()).toEqual([{ id: 'one' }]);
    await database.write((tx) => tx.run('ALTER TABLE widened ADD COLUMN size BIGINT'));
    // PostgreSQL refuses once on each connection what was prepared for other columns.
    const seen = await waitFor('the table as it is', () => look().catch(() => undefined));
    expect(seen).toEqual([{ id: 'one', size: null }]);
  });

  it('runs what is posted before what comes after it', async () => {
    const size = await database.write(async (tx) => {
      tx.post('INSERT INTO notes (id, size) VALUES ($1, $2)', ['posted', 1]);
      tx.post('UPDATE notes SET size = size + 1 WHERE id = $1', ['posted']);
      return (await tx.get<{ size: number }>('SELECT size FROM notes WHERE id = $1', ['posted']))?.size;
    });
    expect(size).toBe(2);
    expect(await ids('posted')).toEqual(['posted']);
  });

  it('posts last what had gathered, and what fails then undoes it all', async () => {
    const gather = (last: string, early: string) =>
      database.write(async (tx) => {
        tx.beforeCommit(() => tx.post('INSERT INTO notes (id) SELECT $1 FROM notes WHERE id = $2', [last, early]));
        await tx.run('INSERT INTO notes (id) VALUES ($1)', [early]);
      });
    await gather('gathered-last', 'gathered');
    await expect(gather('gathered-last', 'gathered-lost')).rejects.toThrow(/unique/i);
    expect(await ids('gathered%')).toEqual(['gathered', 'gathered-last']);
  });

  it('is undone when something posted fails, and the answer is what failed first', async () => {
    const twice = (more: (tx: Tx) => Promise<unknown>) =>
      database.write(async (tx) => {
        tx.post('INSERT INTO notes (id) VALUES ($1)', ['doubled']);
        tx.post('INSERT INTO notes (id) VALUES ($1)', ['doubled']);
        await more(tx);
      });
    await expect(twice(async () => {})).rejects.toThrow(/unique/i);
    await expect(twice((tx) => tx.all('SELECT nothing FROM nowhere'))).rejects.toThrow(/unique/i);
    await expect(twice((tx) => tx.run('INSERT INTO notes (id) VALUES ($1)', ['after']))).rejects.toThrow(/unique/i);
    expect(await ids('doubled')).toEqual([]);
    expect(await ids('after')).toEqual([]);
    expect(await put('works on')).toBe(1);
  });

  it('shows a transaction its own changes and readers only what is committed', async () => {
    await database.write(async (tx) => {
      await tx.run('INSERT INTO notes (id) VALUES ($1)', ['unseen']);
      expect(await tx.get('SELECT id FROM notes WHERE id = $1', ['unseen'])).toEqual({ id: 'unseen' });
      expect(await ids('unseen')).toEqual([]);
    });
    expect(await ids('unseen')).toEqual(['unseen']);
  });

  it('keeps numbers, nothing and bytes as they are, and takes one parameter twice', async () => {
    const body = Uint8Array.from([0, 1, 254, 255]);
    await database.write((tx) =>
      tx.run('INSERT INTO notes (id, size, body) VALUES ($1, $2, $3)', ['values', 2 ** 53 - 1, body]),
    );
    const row = await database.read((reader) =>
      reader.get<{ size: number; body: Uint8Array }>('SELECT size, body FROM notes WHERE id = $1 AND id = $1', [
        'values',
      ]),
    );
    expect(row?.size).toBe(2 ** 53 - 1);
    expect([...(row?.body ?? [])]).toEqual([...body]);
    await database.write((tx) => tx.run('UPDATE notes SET size = $2 WHERE id = $1', ['values', null]));
    expect(await database.read((reader) => reader.get('SELECT size FROM notes WHERE id = $1', ['values']))).toEqual({
      size: null,
    });
  });

  it('wakes and acts after the commit, and never for what was undone', async () => {
    const heard: string[] = [];
    const quiet = database.onWake((topic) => heard.push(topic));
    const deeds: string[] = [];
    await database.write(async (tx) => {
      tx.wake('told');
      tx.afterCommit(() => deeds.push('done'));
      await tx.run('INSERT INTO notes (id) VALUES ($1)', ['wake']);
      expect(deeds).toEqual([]);
      expect(heard).toEqual([]);
    });
    expect(deeds).toEqual(['done']);
    await database
      .write(async (tx) => {
        tx.wake('never');
        tx.afterCommit(() => deeds.push('never'));
        throw new Error('undone');
      })
      .catch(() => {});
    await database.write(async (tx) => tx.wake('last'));
    await waitFor('the last topic', async () => heard.includes('last'));
    expect(heard).toEqual(['told', 'last']);
    expect(deeds).toEqual(['done']);
    quiet();
    await database.write(async (tx) => tx.wake('unheard'));
    await database.write(async (tx) => tx.wake('last'));
    expect(heard).toEqual(['told', 'last']);
  });

  it('tells whoever watches, from then on, and never what was undone', async () => {
    const heard: string[] = [];
    await database.write(async (tx) => tx.tell('before anybody watched'));
    const quiet = await database.onTold((line) => heard.push(line));
    const long = 'x'.repeat(6_000);
    const undone = database.write(async (tx) => {
      tx.tell('undone');
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow();
    await database.write(async (tx) => {
      tx.tell(`first ${long}`);
      tx.tell(`second ${long}`);
      tx.wake('a topic');
    });
    await waitFor('both lines', async () => heard.length === 2);
    expect(heard).toEqual([`first ${long}`, `second ${long}`]);
    quiet();
  });

  it('carries more topics at once than one notification holds', async () => {
    const heard = new Set<string>();
    const quiet = database.onWake((topic) => heard.add(topic));
    const topics = Array.from({ length: 300 }, (_, index) => `topic-${index}-${'x'.repeat(100)}`);
    await database.write(async (tx) => {
      for (const topic of topics) tx.wake(topic);
    });
    await waitFor('all topics', async () => topics.every((topic) => heard.has(topic)));
    quiet();
  });

  it('stands whatever a deed or a listener does', async () => {
    const warned = new Promise((resolve) => process.once('warning', resolve));
    const quiet = database.onWake(() => {
      throw new Error('a listener that fails');
    });
    await database.write(async (tx) => {
      tx.wake('anything');
      tx.afterCommit(() => {
        throw new Error('a deed that fails');
      });
      await tx.run('INSERT INTO notes (id) VALUES ($1)', ['deed']);
    });
    await warned;
    quiet();
    expect(await ids('deed')).toEqual(['deed']);
    expect(await put('after-deed')).toBe(1);
  });

  it('acknowledges every one of many writes at once', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `many-${String(index).padStart(4, '0')}`);
    await Promise.all(names.map(put));
    expect(await ids('many-%')).toEqual(names);
  });

  it('lets timers and sockets have their turn while writers are busy', async () => {
    let turns = 0;
    let busy = true;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let count = 0; busy; count += 1) await put(`busy-${writer}-${count}`);
    });
    await waitFor('the timer to ring', async () => turns >= 20);
    busy = false;
    clearInterval(timer);
    await Promise.all(writers);
  });

  it('serialises changes of one row that read it first', async () => {
    await put('counter');
    const lock = dialect === 'postgres' ? ' FOR UPDATE' : '';
    const increment = () =>
      database.write(async (tx) => {
        const row = await tx.get<{ size: number | null }>(`SELECT size FROM notes WHERE id = $1${lock}`, ['counter']);
        await tx.run('UPDATE notes SET size = $2 WHERE id = $1', ['counter', (row?.size ?? 0) + 1]);
      });
    await Promise.all(Array.from({ length: 50 }, increment));
    expect(await database.read((reader) => reader.get('SELECT size FROM notes WHERE id = $1', ['counter']))).toEqual({
      size: 50,
    });
  });

  it('finishes what was asked before it was closed and refuses what comes after', async () => {
    const other = await openTestDatabase(dialect);
    const last = other.database.write((tx) => tx.run("INSERT INTO settings (name, value) VALUES ('a', 'b')"));
    const closed = other.database.close();
    await expect(last).resolves.toBe(1);
    await closed;
    await expect(other.database.write(async () => {})).rejects.toThrow();
    await expect(other.database.read((reader) => reader.all('SELECT 1'))).rejects.toThrow();
    await other.drop();
  });
});

it('transactions on postgres are not committed in part when a failure was looked away from', async () => {
  const { database, drop } = await openTestDatabase('postgres');
  const write = database.write(async (tx) => {
    await tx.run("INSERT INTO settings (name, value) VALUES ('a', '')");
    await tx.run("INSERT INTO settings (name, value) VALUES ('a', '')").catch(() => {});
    return 'well';
  });
  await expect(write).rejects.toThrow('could not be committed');
  await drop();
});

describe('transactions about subjects on postgres', () => {
  it('wait for what another server has locked without those that gathered with them', async () => {
    const { database, drop } = await openTestDatabase('postgres');
    await database.write((tx) => tx.run('CREATE TABLE notes (id TEXT PRIMARY KEY)'));
    const put = (tx: Tx, id: string) => tx.run('INSERT INTO notes (id) VALUES ($1)', [id]);
    const insert = (id: string) => database.writeAbout(id, (tx) => put(tx, id));
    await database.write((tx) => put(tx, 'locked'));
    const isLocked = Promise.withResolvers<void>();
    const mayGo = Promise.withResolvers<void>();
    const lock = (tx: Tx) => tx.get("SELECT id FROM notes WHERE id = 'locked' FOR UPDATE");
    const other = database.write(async (tx) => {
      await lock(tx);
      isLocked.resolve();
      await mayGo.promise;
    });
    await isLocked.promise;
    const waiting = database.writeAbout('locked', lock);
    expect(await Promise.all(['one', 'two', 'three'].map(insert))).toEqual([1, 1, 1]);
    expect(await insert('four')).toBe(1);
    mayGo.resolve();
    await other;
    expect(await waiting).toEqual({ id: 'locked' });
    await drop();
  });
});
