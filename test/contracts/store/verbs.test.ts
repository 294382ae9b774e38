import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AccessKey,
  deleteAccessKey,
  deleteExpiredAccessKeys,
  findAccessKey,
  insertAccessKey,
} from '../../../src/store/access-keys.ts';
import type { Database } from '../../../src/store/database.ts';
import { appendEvent, dropEvent, pendingEvents } from '../../../src/store/outbox.ts';
import { keepSetting, readSetting } from '../../../src/store/settings.ts';
import { dropTags, listTags, moveTags, putTags, removeTags } from '../../../src/store/tags.ts';
import { DIALECTS, openTestDatabase } from '../../harness/databases.ts';

describe.each(DIALECTS)('the verbs every service uses, on %s', (dialect) => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openTestDatabase(dialect));
  });
  afterAll(() => drop());

  it('tags are put, replaced, listed by key, removed, moved and dropped', async () => {
    const list = (resource: string) => database.read((reader) => listTags(reader, resource));
    await database.write((tx) =>
      putTags(tx, 'arn:1', [
        { key: 'b', value: '2' },
        { key: 'a', value: '1' },
      ]),
    );
    await database.write((tx) => putTags(tx, 'arn:1', [{ key: 'b', value: '3' }]));
    await database.write((tx) => putTags(tx, 'arn:10', [{ key: 'z', value: '' }]));
    expect(await list('arn:1')).toEqual([
      { key: 'a', value: '1' },
      { key: 'b', value: '3' },
    ]);
    await database.write((tx) => removeTags(tx, 'arn:1', ['a', 'unknown']));
    await database.write((tx) => moveTags(tx, 'arn:1', 'arn:2'));
    expect(await list('arn:1')).toEqual([]);
    expect(await list('arn:2')).toEqual([{ key: 'b', value: '3' }]);
    await database.write((tx) => dropTags(tx, 'arn:2'));
    expect(await list('arn:2')).toEqual([]);
    expect(await list('arn:10')).toEqual([{ key: 'z', value: '' }]);
  });

  it('of a setting the first value is kept', async () => {
    expect(await database.read((reader) => readSetting(reader, 'secret'))).toBeUndefined();
    const kept = await Promise.all(
      ['one', 'two', 'three'].map((value) => database.write((tx) => keepSetting(tx, 'secret', value))),
    );
    expect(new Set(kept).size).toBe(1);
    expect(await database.read((reader) => readSetting(reader, 'secret'))).toBe(kept[0]);
  });

  it('access keys are found until they are deleted or swept out after they expired', async () => {
    const find = (id: string) => database.read((reader) => findAccessKey(reader, id));
    const lasting: AccessKey = {
      accessKeyId: 'AKIALASTING',
      secretAccessKey: 'secret',
      sessionToken: null,
      account: '123456789012',
      arn: 'arn:aws:iam::123456789012:user/builder',
      userId: 'AIDA',
      expires: null,
      scope: null,
    };
    const passing = { ...lasting, scope: '[]', accessKeyId: 'ASIAPASSING', sessionToken: 'token', expires: 5000 };
    await database.write(async (tx) => {
      await insertAccessKey(tx, lasting);
      await insertAccessKey(tx, passing);
    });
    expect(await find('AKIALASTING')).toEqual(lasting);
    expect(await find('ASIAPASSING')).toEqual(passing);
    expect(await find('akialasting')).toBeUndefined();
    await expect(database.write((tx) => insertAccessKey(tx, lasting))).rejects.toThrow();
    expect(await database.write((tx) => deleteExpiredAccessKeys(tx, 5000))).toBe(0);
    expect(await database.write((tx) => deleteExpiredAccessKeys(tx, 5001))).toBe(1);
    expect(await find('ASIAPASSING')).toBeUndefined();
    await database.write((tx) => deleteAccessKey(tx, 'AKIALASTING'));
    expect(await find('AKIALASTING')).toBeUndefined();
  });

  it('the outbox gives back the events of one account and region in the order they were emitted', async () => {
    const pending = (region: string) => database.read((reader) => pendingEvents(reader, '1', region, 3));
    for (const id of ['a', 'b', 'c', 'd'])
      await database.write((tx) => appendEvent(tx, { id, account: '1', region: 'eu-west-1', event: `{"id":"${id}"}` }));
    await database.write((tx) => appendEvent(tx, { id: 'e', account: '1', region: 'us-east-1', event: '{}' }));
    const first = await pending('eu-west-1');
    expect(first.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    await database.write((tx) => dropEvent(tx, first[0]?.sequence ?? -1));
    expect((await pending('eu-west-1')).map(({ id }) => id)).toEqual(['b', 'c', 'd']);
    expect((await pending('us-east-1')).map(({ event }) => event)).toEqual(['{}']);
  });
});
