import { openSqlite } from '../../src/store/sqlite/sqlite.ts';

/** Holds a SQLite file until it is killed. */
const database = openSqlite(process.argv[2] ?? '');
console.log('held');
// Kept in reach: a database that nobody knows any more may be collected, and its lock with it.
setInterval(() => database.dialect, 60_000);
