import type { Database, Tx } from './database.ts';

/** A step of the schema. Additive for one release at least: during a rolling upgrade old and new nodes read the same tables. */
export interface Migration {
  readonly id: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/** Brings the schema up to date. Safe when several nodes start at once. */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<void> {
  await database.write(async (tx) => {
    if (tx.dialect === 'postgres') await tx.all('SELECT pg_advisory_xact_lock(7310981)');
    await tx.run('CREATE TABLE IF NOT EXISTS migrations (id BIGINT PRIMARY KEY, name TEXT NOT NULL)');
    const applied = new Set((await tx.all<{ id: number }>('SELECT id FROM migrations')).map(({ id }) => id));
    for (const migration of migrations) if (!applied.has(migration.id)) await apply(tx, migration);
  });
}

/** `BLOB` and `AUTOINCREMENT_KEY` are the two words in which the dialects differ. */
async function apply(tx: Tx, migration: Migration): Promise<void> {
  for (const statement of migration.statements) await tx.run(inDialect(tx.dialect, statement));
  await tx.run('INSERT INTO migrations (id, name) VALUES ($1, $2)', [migration.id, migration.name]);
}

function inDialect(dialect: 'sqlite' | 'postgres', statement: string): string {
  const words =
    dialect === 'sqlite'
      ? { AUTOINCREMENT_KEY: 'INTEGER PRIMARY KEY AUTOINCREMENT', BLOB: 'BLOB' }
      : { AUTOINCREMENT_KEY: 'BIGSERIAL PRIMARY KEY', BLOB: 'BYTEA' };
  return statement.replaceAll('AUTOINCREMENT_KEY', words.AUTOINCREMENT_KEY).replaceAll(/\bBLOB\b/g, words.BLOB);
}
