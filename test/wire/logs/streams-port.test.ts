import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/kernel/clock.ts';
import type { LogStreams } from '../../../src/ports/logs.ts';
import { FIRST } from '../../../src/services/logs/pages.ts';
import { createLogStreams } from '../../../src/services/logs/streams.ts';
import type { Database } from '../../../src/store/database.ts';
import { streamEventsAfter } from '../../../src/store/logs/log-events.ts';
import { deleteLogGroup } from '../../../src/store/logs/log-groups.ts';
import { locateLogStream } from '../../../src/store/logs/log-streams.ts';
import { DIALECTS, openTestDatabase } from '../../harness/databases.ts';

const PLACE = { account: '1', region: 'here' };

describe.each(DIALECTS)('log streams as other rooms write them on %s', (dialect) => {
  let database: Database;
  let drop: () => Promise<void>;
  let streams: LogStreams;
  beforeAll(async () => {
    ({ database, drop } = await openTestDatabase(dialect));
    const work = { schedule: async () => {}, ring: () => {} };
    streams = createLogStreams({ database, clock: systemClock, work });
  });
  afterAll(() => drop());

  const messages = (group: string) =>
    database.read(async (reader) => {
      const stream = await locateLogStream(reader, PLACE, { group, stream: 's' });
      const range = { from: 0, to: Number.MAX_SAFE_INTEGER, start: FIRST, limit: 1000 };
      return (await streamEventsAfter(reader, stream?.id ?? -1, range)).map(({ message }) => message);
    });

  it('are made when they are not there, once, by however many', async () => {
    const ref = { ...PLACE, group: 'many', stream: 's' };
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => streams.append(ref, [{ timestamp: index, message: `line ${index}` }])),
    );
    await streams.open(ref);
    expect(await messages('many')).toEqual(Array.from({ length: 20 }, (_, index) => `line ${index}`));
  });

  it('are made again when they were deleted', async () => {
    const ref = { ...PLACE, group: 'gone', stream: 's' };
    await streams.append(ref, [{ timestamp: 1, message: 'before' }]);
    await database.write(async (tx) => {
      const stream = await locateLogStream(tx, PLACE, ref);
      await deleteLogGroup(tx, stream?.groupId ?? -1);
    });
    await streams.append(ref, [{ timestamp: 2, message: 'after' }]);
    expect(await messages('gone')).toEqual(['after']);
  });

  it('keep a long line in several events, and nothing of an empty one', async () => {
    const line = 'x'.repeat(600_000);
    await streams.append({ ...PLACE, group: 'long', stream: 's' }, [
      { timestamp: 1, message: line },
      { timestamp: 1, message: '' },
    ]);
    const parts = await messages('long');
    expect(parts).toHaveLength(3);
    expect(parts.join('')).toBe(line);
  });
});
