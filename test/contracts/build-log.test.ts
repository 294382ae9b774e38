import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/kernel/clock.ts';
import { writeLog } from '../../src/kernel/log.ts';
import { BuildLog } from '../../src/services/codebuild/attempt/build-log.ts';
import { createLogStreams } from '../../src/services/logs/streams.ts';
import type { Database } from '../../src/store/database.ts';
import { DIALECTS, openTestDatabase } from '../harness/databases.ts';
import { waitFor } from '../harness/wait.ts';

describe.each(DIALECTS)('the log of a build on %s', (dialect) => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openTestDatabase(dialect));
  });
  afterAll(() => drop());

  const rename = (from: string, to: string) => database.write((tx) => tx.run(`ALTER TABLE ${from} RENAME TO ${to}`));

  it('has every line once, in order, when lines could not be written for a while', async () => {
    const told: string[] = [];
    const log = writeLog((line) => told.push(line), systemClock);
    const work = { schedule: async () => {}, ring: () => {} };
    const logs = createLogStreams({ database, clock: systemClock, work });
    const stream = { account: '1', region: 'here', group: 'builds', stream: 's' };
    const build = new BuildLog({ logs, clock: systemClock, log }, stream);
    await build.open();
    await rename('log_events', 'log_events_away');
    build.output(Buffer.from('one\ntwo\n'));
    await waitFor('the lines to be tried in vain', async () => told.length > 0);
    build.output(Buffer.from('three\n'));
    const flushed = build.flush();
    await rename('log_events_away', 'log_events');
    await flushed;
    const rows = await database.read((reader) =>
      reader.all<{ message: string }>('SELECT message FROM log_events ORDER BY sequence'),
    );
    expect(rows.map(({ message }) => message.trim())).toEqual(['one', 'two', 'three']);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('lines of a build log wait until they can be written');
  });
});
