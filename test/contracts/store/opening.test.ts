import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Log } from '../../../src/kernel/log.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { MIGRATIONS } from '../../../src/store/migrations/index.ts';
import { openPostgres } from '../../../src/store/postgres/postgres.ts';
import { openSqlite } from '../../../src/store/sqlite/sqlite.ts';
import { runScript } from '../../harness/child.ts';
import { DIALECTS, makePlace, type Place } from '../../harness/databases.ts';
import { type TcpWay, tcpWay } from '../../harness/tcp-way.ts';
import { waitFor } from '../../harness/wait.ts';

const open = (place: Place) =>
  place.url === undefined ? Promise.resolve(openSqlite(join(place.directory, 'velocius.db'))) : openPostgres(place.url);

describe.each(DIALECTS)('migrations on %s', (dialect) => {
  let place: Place;
  beforeAll(async () => {
    place = await makePlace(dialect);
  });
  afterAll(() => place.drop());

  it('are applied once each, however often they are asked for', async () => {
    const database = await open(place);
    const two = { id: 9001, name: 'two', statements: ['CREATE TABLE two (id AUTOINCREMENT_KEY, body BLOB)'] };
    await migrate(database, MIGRATIONS);
    await migrate(database, MIGRATIONS);
    await migrate(database, [...MIGRATIONS, two]);
    await migrate(database, [...MIGRATIONS, two]);
    const rows = await database.read((reader) => reader.all<{ id: number }>('SELECT id FROM migrations ORDER BY id'));
    expect(rows.map(({ id }) => id)).toEqual([...MIGRATIONS.map(({ id }) => id), 9001]);
    await database.close();
  });

  it('are undone whole when a step fails', async () => {
    const database = await open(place);
    const broken = { id: 9002, name: 'broken', statements: ['CREATE TABLE half (id TEXT)', 'CREATE NONSENSE'] };
    await expect(migrate(database, [broken])).rejects.toThrow();
    await expect(database.read((reader) => reader.all('SELECT * FROM half'))).rejects.toThrow(/half/);
    await database.close();
  });

  it('have ids in order, each once', () => {
    const ids = MIGRATIONS.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  });
});

describe('several servers that open one PostgreSQL database at once', () => {
  it('migrate it once', async () => {
    const place = await makePlace('postgres');
    const databases = await Promise.all(Array.from({ length: 4 }, () => openPostgres(place.url ?? '')));
    await Promise.all(databases.map((database) => migrate(database, MIGRATIONS)));
    const rows = await databases[0]?.read((reader) => reader.all('SELECT id FROM migrations'));
    expect(rows).toHaveLength(MIGRATIONS.length);
    await Promise.all(databases.map((database) => database.close()));
    await place.drop();
  });
});

describe('a PostgreSQL connection that breaks', () => {
  it('has the transaction under way done again, and the next ones and the wake-ups work again', async () => {
    const place = await makePlace('postgres');
    const database = await openPostgres(place.url ?? '');
    const heard: string[] = [];
    database.onWake((topic) => heard.push(topic));
    let attempts = 0;
    const cut = (times: number) =>
      database.write(async (tx) => {
        attempts += 1;
        tx.wake(`of attempt ${attempts}`);
        await tx.all('SELECT 1');
        if (attempts <= times) await cutConnections(place.url ?? '');
        return tx.all('SELECT 2 AS two');
      });
    expect(await cut(1)).toEqual([{ two: 2 }]);
    await expect(cut(Number.POSITIVE_INFINITY)).rejects.toThrow();
    expect(heard).not.toContain('of attempt 1');
    await waitFor('wake-ups to be heard again', async () => {
      await database.write(async (tx) => tx.wake('again')).catch(() => {});
      return heard.includes('again');
    });
    await database.close();
    await place.drop();
  });

  it('is not made again to ask for a commit twice: what was sent may have been done', async () => {
    const place = await makePlace('postgres');
    const way = await tcpWay(addressOf(place.url ?? ''));
    const database = await openPostgres(throughWay(place.url ?? '', way));
    let attempts = 0;
    const cut = database.write(async (tx) => {
      attempts += 1;
      await tx.all('SELECT 1');
      // Sent with COMMIT, in one piece: it holds the connection until that is broken.
      tx.post('SELECT pg_sleep(60)');
      tx.beforeCommit(() => setImmediate(() => way.close().then(way.open)));
    });
    await expect(cut).rejects.toThrow();
    expect(attempts).toBe(1);
    await database.close();
    await place.drop();
    await way.close();
  });

  it('is made again as soon as a database that was away is back: what was asked of it meanwhile has only waited', async () => {
    const place = await makePlace('postgres');
    const way = await tcpWay(addressOf(place.url ?? ''));
    const told: string[] = [];
    const log: Log = { info: (message) => told.push(message), error: (message) => told.push(message) };
    const database = await openPostgres(throughWay(place.url ?? '', way), { log });
    await database.write((tx) => tx.run('CREATE TABLE things (name TEXT)'));
    await way.close();
    const answers = Promise.all([
      database.write((tx) => tx.run("INSERT INTO things VALUES ('one')")),
      database.read((reader) => reader.get('SELECT 1 AS one')),
    ]);
    await expect(openPostgres(throughWay(place.url ?? '', way))).rejects.toThrow(/ECONNREFUSED/);
    await waitFor('its absence to be told', async () => told.length > 0);
    await way.open();
    expect(await answers).toEqual([1, { one: 1 }]);
    expect(told).toEqual(['PostgreSQL does not answer: start it; everything waits for it', 'PostgreSQL answers again']);
    await database.close();
    await place.drop();
    await way.close();
  });

  it('is not waited for by who is in a hurry', async () => {
    const place = await makePlace('postgres');
    const way = await tcpWay(addressOf(place.url ?? ''));
    const hurry = new AbortController();
    const told: string[] = [];
    const log: Log = { info: () => {}, error: (message) => told.push(message) };
    const database = await openPostgres(throughWay(place.url ?? '', way), { log, hurry: hurry.signal });
    await way.close();
    const waits = expect(database.read((reader) => reader.get('SELECT 1'))).rejects.toThrow(/ECONNREFUSED/);
    await waitFor('the absence to be told', async () => told.length > 0);
    hurry.abort();
    await waits;
    await expect(database.write((tx) => tx.get('SELECT 1'))).rejects.toThrow(/ECONNREFUSED/);
    await database.close();
    await place.drop();
  });

  it('is an error at the start', async () => {
    await expect(openPostgres('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow(/ECONNREFUSED/);
  });
});

const addressOf = (url: string) => ({ host: new URL(url).hostname, port: Number(new URL(url).port) });

const throughWay = (url: string, { port }: TcpWay) => Object.assign(new URL(url), { port: String(port) }).href;

async function cutConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await client.end();
}

describe('a SQLite file', () => {
  let place: Place;
  beforeAll(async () => {
    place = await makePlace('sqlite');
  });
  afterAll(() => place.drop());

  it('is refused to a second server in the same process', async () => {
    const path = join(place.directory, 'same.db');
    const first = openSqlite(path);
    expect(() => openSqlite(path)).toThrow(/same\.db is in use by another velocius server/);
    await first.close();
    await openSqlite(path).close();
  });

  it('is refused while another process has it, and free once that is killed', async () => {
    const path = join(place.directory, 'other.db');
    const holder = runScript('test/harness/hold-database.ts', [path]);
    await waitFor('the other process to hold the file', async () => holder.lines.includes('held'));
    expect(() => openSqlite(path)).toThrow(/in use by another velocius server/);
    const second = runScript('test/harness/hold-database.ts', [path]);
    expect(await second.exit).toBe(1);
    expect(second.errors.join('\n')).toContain('in use by another velocius server');
    expect(await holder.kill()).toBe('SIGKILL');
    const database = openSqlite(path);
    await database.close();
  });

  it('that is none is an error of its own, and leaves nothing locked', () => {
    const path = join(place.directory, 'noise.db');
    writeFileSync(path, 'this is not a database, however long one looks at it'.repeat(100));
    expect(() => openSqlite(path)).toThrow(/not a database/);
    expect(() => openSqlite(path)).toThrow(/not a database/);
    const directory = join(place.directory, 'directory.db');
    mkdirSync(directory);
    expect(() => openSqlite(directory)).toThrow(/unable to open/);
    expect(() => openSqlite(join(place.directory, 'missing', 'x.db'))).toThrow(/unable to open/);
  });

  it('is written with a log that survives a loss of power', async () => {
    const path = join(place.directory, 'modes.db');
    const database = openSqlite(path);
    const mode = await database.write((tx) => tx.get('PRAGMA journal_mode'));
    const synchronous = await database.write((tx) => tx.get('PRAGMA synchronous'));
    expect([mode, synchronous]).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }]);
    await database.close();
    const check = new DatabaseSync(path);
    expect(check.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    check.close();
  });
});
