import { PutEventsCommand, type PutEventsRequestEntry, TestEventPatternCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const GOOD = { Source: 'my.app', DetailType: 'Something', Detail: '{}' };

describe.each(DIALECTS)('putting events on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  const put = (...Entries: PutEventsRequestEntry[]) => server.events.send(new PutEventsCommand({ Entries }));

  it('answers an id for each, also for a bus that is not there', async () => {
    const answer = await put(GOOD, { ...GOOD, EventBusName: 'nowhere' });
    expect(answer.FailedEntryCount).toBe(0);
    expect(answer.Entries).toEqual([{ EventId: expect.any(String) }, { EventId: expect.any(String) }]);
  });

  it('refuses entries one by one', async () => {
    const missing = (name: string) => ({
      ErrorCode: 'InvalidArgument',
      ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
    });
    const malformed = { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
    const { Source, DetailType, Detail } = GOOD;
    const answer = await put(
      { DetailType, Detail },
      { Source, Detail },
      { Source, DetailType },
      { ...GOOD, Source: 'aws.s3' },
      { ...GOOD, Detail: '"text"' },
      { ...GOOD, Detail: '[1]' },
      { ...GOOD, Detail: '{"a":' },
      { ...GOOD, Detail: '{"a":9223372036854775808}' },
      { ...GOOD, Detail: `{"a":${'['.repeat(1100)}${']'.repeat(1100)}}` },
      GOOD,
    );
    expect(answer.FailedEntryCount).toBe(9);
    expect(answer.Entries).toEqual([
      missing('Source'),
      missing('DetailType'),
      missing('Detail'),
      { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' },
      malformed,
      malformed,
      malformed,
      malformed,
      malformed,
      { EventId: expect.any(String) },
    ]);
  });

  it('refuses more than ten, more than a mebibyte, and a global endpoint', async () => {
    await expect(put(...Array(11).fill(GOOD))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('length less than or equal to 10'),
    });
    const large = { ...GOOD, Detail: JSON.stringify({ text: 'x'.repeat(600_000) }) };
    await expect(put(large, large)).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Total size of the entries in the request is over the limit.',
    });
    expect((await put(large)).FailedEntryCount).toBe(0);
  });
});

describe('TestEventPattern', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const EVENT = {
    id: '1',
    account: '2',
    source: 'my.app',
    time: '2026-01-01T00:00:00Z',
    region: 'eu-west-1',
    resources: [],
    'detail-type': 'x',
    detail: { state: 'on' },
  };
  const test = (EventPattern: string, Event: string = JSON.stringify(EVENT)) =>
    server.events.send(new TestEventPatternCommand({ EventPattern, Event }));

  it('tells whether an event matches', async () => {
    expect((await test('{"detail":{"state":["on"]}}')).Result).toBe(true);
    expect((await test('{"detail":{"state":["off"]}}')).Result).toBe(false);
  });

  it('refuses a bad pattern and a bad event', async () => {
    await expect(test('{"a":[]}')).rejects.toMatchObject({
      name: 'InvalidEventPatternException',
      message: expect.stringContaining('Event pattern is not valid. Reason: Empty arrays are not allowed'),
    });
    for (const event of ['nonsense', '[]', '{}', JSON.stringify({ ...EVENT, resources: undefined })])
      await expect(test('{"a":["x"]}', event)).rejects.toMatchObject({
        name: 'ValidationException',
        message: 'Parameter Event is not valid.',
      });
  });
});
