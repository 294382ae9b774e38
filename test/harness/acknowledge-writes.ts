import type { Database } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/postgres/postgres.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';

/** Writes as fast as it can and says which writes were acknowledged, until it is killed. */
const [place = '', round = ''] = process.argv.slice(2);
const database: Database = place.startsWith('postgres://') ? await openPostgres(place) : openSqlite(place);
await database.write((tx) => tx.run('CREATE TABLE IF NOT EXISTS kept (id TEXT PRIMARY KEY, pair TEXT NOT NULL)'));

for (let writer = 0; writer < 16; writer += 1) void write(writer);

async function write(writer: number): Promise<void> {
  for (let count = 0; ; count += 1) {
    const id = `${round}-${writer}-${count}`;
    await database.write(async (tx) => {
      await tx.run('INSERT INTO kept (id, pair) VALUES ($1, $2)', [`${id}-left`, id]);
      await tx.run('INSERT INTO kept (id, pair) VALUES ($1, $2)', [`${id}-right`, id]);
    });
    process.stdout.write(`${id}\n`);
  }
}
