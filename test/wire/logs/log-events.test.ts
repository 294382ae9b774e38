import {
  DescribeLogGroupsCommand,
  type FilteredLogEvent,
  FilterLogEventsCommand,
  type FilterLogEventsCommandInput,
  GetLogEventsCommand,
  type GetLogEventsCommandInput,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';
import { makeStream, put } from './lines.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

describe.each(DIALECTS)('log events on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  const get = (input: GetLogEventsCommandInput) => server.logs.send(new GetLogEventsCommand(input));
  const messagesOf = (answer: { events?: { message?: string | undefined }[] | undefined }) =>
    answer.events?.map(({ message }) => message);

  it('come back as they were put, with any text', async () => {
    const ref = await makeStream(server, 'texts', 's');
    const messages = ['plain', 'ünï ☃ 𝄞', 'two\nlines\t', ' ', '{"json":1}'];
    await put(server, ref, messages);
    const { events } = await get(ref);
    expect(events?.map(({ message }) => message)).toEqual(messages);
    expect(events?.[0]).toEqual({
      message: 'plain',
      timestamp: expect.any(Number),
      ingestionTime: expect.any(Number),
    });
    await put(server, ref, ['before\0after']);
    expect(messagesOf(await get({ ...ref, limit: 10 }))).toContain('before\u{FFFD}after');
  });

  it('are read from the head by forward tokens, which repeat at the end and go on when more has come', async () => {
    const ref = await makeStream(server, 'forward', 's');
    await put(server, ref, ['1', '2', '3']);
    const first = await get({ ...ref, startFromHead: true, limit: 2 });
    expect(messagesOf(first)).toEqual(['1', '2']);
    const second = await get({ ...ref, nextToken: first.nextForwardToken, limit: 2 });
    expect(messagesOf(second)).toEqual(['3']);
    const end = await get({ ...ref, nextToken: second.nextForwardToken });
    expect(end.events).toEqual([]);
    expect(end.nextForwardToken).toBe(second.nextForwardToken);
    await put(server, ref, ['4'], Date.now());
    expect(messagesOf(await get({ ...ref, nextToken: end.nextForwardToken }))).toEqual(['4']);
    expect(messagesOf(await get({ ...ref, nextToken: end.nextBackwardToken }))).toEqual(['1', '2', '3']);
  });

  it('are read from the tail by backward tokens, which repeat at the beginning', async () => {
    const ref = await makeStream(server, 'backward', 's');
    await put(server, ref, ['1', '2', '3']);
    const last = await get({ ...ref, limit: 2 });
    expect(messagesOf(last)).toEqual(['2', '3']);
    const before = await get({ ...ref, nextToken: last.nextBackwardToken, limit: 2 });
    expect(messagesOf(before)).toEqual(['1']);
    const beginning = await get({ ...ref, nextToken: before.nextBackwardToken });
    expect(beginning.events).toEqual([]);
    expect(beginning.nextBackwardToken).toBe(before.nextBackwardToken);
    expect(messagesOf(await get({ ...ref, nextToken: beginning.nextForwardToken }))).toEqual(['1', '2', '3']);
  });

  it('of an empty stream come later, by the forward token it answered', async () => {
    const ref = await makeStream(server, 'empty', 's');
    const empty = await get(ref);
    expect(empty.events).toEqual([]);
    await put(server, ref, ['first']);
    expect(messagesOf(await get({ ...ref, nextToken: empty.nextForwardToken }))).toEqual(['first']);
  });

  it('are chosen by time: GetLogEvents leaves the end out, FilterLogEvents takes it in', async () => {
    const ref = await makeStream(server, 'times', 's');
    const start = Date.now() - HOUR;
    await put(server, ref, ['1', '2', '3', '4'], start);
    const times = { startTime: start + 1, endTime: start + 3 };
    expect(messagesOf(await get({ ...ref, ...times }))).toEqual(['2', '3']);
    const filtered = await server.logs.send(new FilterLogEventsCommand({ logGroupName: 'times', ...times }));
    expect(messagesOf(filtered)).toEqual(['2', '3', '4']);
  });

  it('of a page hold a mebibyte at the most, whatever the limit', async () => {
    const ref = await makeStream(server, 'large', 's');
    const message = 'x'.repeat(400_000);
    for (const letter of ['a', 'b', 'c']) await put(server, ref, [`${letter}${message}`]);
    const first = await get({ ...ref, startFromHead: true });
    expect(first.events).toHaveLength(2);
    const second = await get({ ...ref, nextToken: first.nextForwardToken });
    expect(second.events?.map((event) => event.message?.charAt(0))).toEqual(['c']);
  });

  describe('put', () => {
    it('refuses a batch that is too large, out of order or longer than a day', async () => {
      const ref = await makeStream(server, 'batches', 's');
      const now = Date.now();
      const batch = (logEvents: { timestamp: number; message: string }[]) =>
        server.logs.send(new PutLogEventsCommand({ ...ref, logEvents }));
      await expect(
        batch([
          { timestamp: now, message: 'x'.repeat(600_000) },
          { timestamp: now, message: 'x'.repeat(448_525) },
        ]),
      ).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: 'Upload too large: 1048577 bytes exceeds limit of 1048576',
      });
      await expect(
        batch([
          { timestamp: now, message: 'later' },
          { timestamp: now - 1, message: 'sooner' },
        ]),
      ).rejects.toMatchObject({
        message: 'Log events in a single PutLogEvents request must be in chronological order.',
      });
      await expect(
        batch([
          { timestamp: now - DAY - 1, message: 'a' },
          { timestamp: now, message: 'b' },
        ]),
      ).rejects.toMatchObject({ message: expect.stringContaining('cannot span more than 24 hours') });
      await expect(batch(Array(10_001).fill({ timestamp: now, message: 'a' }))).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: expect.stringContaining('length less than or equal to 10000'),
      });
      await expect(batch([{ timestamp: now, message: '' }])).rejects.toMatchObject({
        name: 'InvalidParameterException',
      });
      expect((await get(ref)).events).toEqual([]);
    });

    it('takes ten thousand events at once', async () => {
      const ref = await makeStream(server, 'many', 's');
      await put(
        server,
        ref,
        Array.from({ length: 10_000 }, (_, index) => `line ${index}`),
      );
      const { events = [] } = await get({ ...ref, startFromHead: true });
      expect(events).toHaveLength(10_000);
      expect(events.at(-1)?.message).toBe('line 9999');
      const { logGroups } = await server.logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: 'many' }));
      expect(logGroups?.[0]?.storedBytes).toBe(10_000 * (5 + 26) + 10 + 90 * 2 + 900 * 3 + 9000 * 4);
    });

    it('leaves too old and too new events out and tells where they are', async () => {
      const ref = await makeStream(server, 'ages', 's');
      const now = Date.now();
      const old = await put(server, ref, ['old 1', 'old 2'], now - 15 * DAY);
      expect(old.rejectedLogEventsInfo).toEqual({ tooOldLogEventEndIndex: 2 });
      const mixed = await server.logs.send(
        new PutLogEventsCommand({
          ...ref,
          logEvents: [
            { timestamp: now, message: 'now' },
            { timestamp: now + 3 * HOUR, message: 'new' },
          ],
        }),
      );
      expect(mixed.rejectedLogEventsInfo).toEqual({ tooNewLogEventStartIndex: 1 });
      expect(messagesOf(await get(ref))).toEqual(['now']);
    });

    it('refuses a stream or group that is not there', async () => {
      await makeStream(server, 'there', 's');
      await expect(put(server, { logGroupName: 'none', logStreamName: 's' }, ['a'])).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
        message: 'The specified log group does not exist.',
      });
      await expect(put(server, { logGroupName: 'there', logStreamName: 'none' }, ['a'])).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
        message: 'The specified log stream does not exist.',
      });
    });
  });

  describe('filter', () => {
    const all = async (input: FilterLogEventsCommandInput): Promise<FilteredLogEvent[]> => {
      const found: FilteredLogEvent[] = [];
      let nextToken: string | undefined;
      do {
        const page = await server.logs.send(new FilterLogEventsCommand({ ...input, nextToken }));
        found.push(...(page.events ?? []));
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      return found;
    };

    beforeAll(async () => {
      const start = Date.now() - HOUR;
      await put(server, await makeStream(server, 'filter', 'web/1'), ['GET /', 'ERROR one', 'ok'], start);
      await put(server, await makeStream(server, 'filter', 'web/2'), ['WARN late', 'ERROR two cats'], start + 1);
      await put(server, await makeStream(server, 'filter', 'db'), ['two  cats'], start);
    });

    it('interleaves streams by time, in pages, each event with an id of its own', async () => {
      const events = await all({ logGroupName: 'filter', limit: 2 });
      expect(events.map(({ message }) => message)).toEqual([
        'GET /',
        'two  cats',
        'ERROR one',
        'WARN late',
        'ok',
        'ERROR two cats',
      ]);
      expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(6);
      expect(events[1]).toMatchObject({ logStreamName: 'db', ingestionTime: expect.any(Number) });
    });

    it('looks at the streams named, or those of a prefix, but not both', async () => {
      expect(await all({ logGroupName: 'filter', logStreamNamePrefix: 'web/' })).toHaveLength(5);
      expect(await all({ logGroupName: 'filter', logStreamNames: ['db', 'web/2'] })).toHaveLength(3);
      const search = (input: object) =>
        server.logs.send(new FilterLogEventsCommand({ logGroupName: 'filter', ...input }));
      await expect(search({ logStreamNames: ['db'], logStreamNamePrefix: 'd' })).rejects.toMatchObject({
        name: 'InvalidParameterException',
      });
      await expect(search({ logStreamNames: ['none'] })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
      await expect(search({ logGroupName: 'none' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
      await expect(search({ nextToken: 'nonsense' })).rejects.toMatchObject({ name: 'InvalidParameterException' });
    });

    it.each([
      ['ERROR', ['ERROR one', 'ERROR two cats']],
      ['error', []],
      ['ERROR two', ['ERROR two cats']],
      ['ERROR -two', ['ERROR one']],
      ['?WARN ?one', ['ERROR one', 'WARN late']],
      ['"two cats"', ['ERROR two cats']],
      ['-"two cats" two', ['two  cats']],
      ['', ['GET /', 'two  cats', 'ERROR one', 'WARN late', 'ok', 'ERROR two cats']],
    ])('matches %s', async (filterPattern, messages) => {
      const events = await all({ logGroupName: 'filter', filterPattern, limit: 1 });
      expect(events.map(({ message }) => message)).toEqual(messages);
    });

    it.each(['{ $.a = 1 }', '[a, b]', '%a.*%', '"open'])('refuses the pattern %s', async (filterPattern) => {
      await expect(
        server.logs.send(new FilterLogEventsCommand({ logGroupName: 'filter', filterPattern })),
      ).rejects.toMatchObject({ name: 'InvalidParameterException' });
    });
  });
});
