import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openPostgres } from '../../../src/store/postgres/postgres.ts';
import { openSqlite } from '../../../src/store/sqlite/sqlite.ts';
import { runScript } from '../../harness/child.ts';
import { DIALECTS, makePlace } from '../../harness/databases.ts';
import { waitFor } from '../../harness/wait.ts';

const KILLS = 20;

describe.each(DIALECTS)('a server killed with -9 twenty times while it writes to %s', (dialect) => {
  it('has lost nothing it acknowledged, and left no transaction half done', { timeout: 120_000 }, async () => {
    const place = await makePlace(dialect);
    const where = place.url ?? join(place.directory, 'velocius.db');
    const acknowledged: string[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      const wanted = randomInt(1, 400);
      const child = runScript('test/harness/acknowledge-writes.ts', [where, String(round)]);
      await waitFor(`${wanted} writes`, async () => child.lines.length >= wanted);
      expect(await child.kill(), child.errors.join('\n')).toBe('SIGKILL');
      // The last line may have been cut by the kill.
      acknowledged.push(...child.lines.filter((line) => /^\d+-\d+-\d+$/.test(line)));
    }
    const database = place.url === undefined ? openSqlite(where) : await openPostgres(where);
    const rows = await database.read((reader) =>
      reader.all<{ pair: string; halves: number }>('SELECT pair, COUNT(*) AS halves FROM kept GROUP BY pair'),
    );
    const kept = new Set(rows.map(({ pair }) => pair));
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(rows.filter(({ halves }) => halves !== 2)).toEqual([]);
    await database.close();
    if (dialect === 'sqlite') {
      const file = new DatabaseSync(where);
      expect(file.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
      file.close();
    }
    await place.drop();
  });
});
