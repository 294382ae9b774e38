import { CreateLogGroupCommand, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  DisableRuleCommand,
  EnableRuleCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/ports/rule-target.ts';
import { DIALECTS } from '../harness/databases.ts';
import { recordingTarget } from '../harness/recording-target.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

const TAPE = `arn:aws:recorder:${REGION}:${ACCOUNT}:tape`;

describe.each(DIALECTS)('events on their way to targets on %s', (dialect) => {
  const recorder = recordingTarget();
  let ahead = 0;
  let server: TestServer;
  beforeAll(async () => {
    const clock = { now: () => Date.now() + ahead };
    server = await startTestServer(dialect, {}, { clock, ruleTargets: [recorder.kind] });
  });
  afterAll(() => server.close());

  const rule = async (name: string, ...targets: Partial<Target>[]): Promise<void> => {
    await server.events.send(new PutRuleCommand({ Name: name, EventPattern: JSON.stringify({ source: [name] }) }));
    const Targets = targets.map((target, index) => ({ Id: `${index}`, Arn: `${TAPE}-${name}`, ...target }));
    await server.events.send(new PutTargetsCommand({ Rule: name, Targets }));
  };
  const put = async (Source: string, detail: unknown = {}): Promise<string> => {
    const entry = {
      Source,
      DetailType: 'Something',
      Detail: typeof detail === 'string' ? detail : JSON.stringify(detail),
    };
    const { Entries } = await server.events.send(new PutEventsCommand({ Entries: [entry] }));
    return Entries?.[0]?.EventId ?? '';
  };
  const sentTo = (name: string): Delivery[] =>
    recorder.deliveries.filter(({ target }) => target.text === `${TAPE}-${name}`);
  const until = (name: string, count: number): Promise<Delivery[]> =>
    waitFor(`${count} deliveries to ${name}`, async () => sentTo(name).length >= count && sentTo(name));
  const payloads = (deliveries: readonly Delivery[]) => deliveries.map(({ payload }) => payload);

  /** Events are relayed in their order: when a later one has arrived, those before it have been matched. */
  const relayed = async (): Promise<void> => {
    const before = sentTo('probe').length;
    if (before === 0) await rule('probe', {});
    await put('probe');
    await until('probe', before + 1);
  };

  it('arrive whole, once at each target of each rule they match, soon', async () => {
    await rule('whole', {}, { RoleArn: 'arn:aws:iam::123456789012:role/r' });
    await put('other');
    const Time = new Date('2026-02-03T04:05:06Z');
    const started = Date.now();
    const { Entries } = await server.events.send(
      new PutEventsCommand({
        Entries: [
          {
            Source: 'whole',
            DetailType: 'A thing',
            Detail: '{"n": 1.0, "big": 12345678901234567}',
            Time,
            Resources: ['r'],
          },
        ],
      }),
    );
    const deliveries = await until('whole', 2);
    expect(Date.now() - started).toBeLessThan(1500);
    expect(deliveries).toHaveLength(2);
    expect(deliveries[0]?.payload).toBe(
      `{"version":"0","id":"${Entries?.[0]?.EventId}","detail-type":"A thing","source":"whole","account":"${ACCOUNT}",` +
        `"time":"2026-02-03T04:05:06Z","region":"${REGION}","resources":["r"],"detail":{"n": 1.0, "big": 12345678901234567}}`,
    );
    expect(deliveries.find(({ roleArn }) => roleArn !== undefined)).toMatchObject({
      account: ACCOUNT,
      region: REGION,
      ruleArn: `arn:aws:events:${REGION}:${ACCOUNT}:rule/whole`,
      roleArn: 'arn:aws:iam::123456789012:role/r',
      shaped: false,
    });
    expect(new Set(deliveries.map(({ id }) => id)).size).toBe(2);
  });

  it('all arrive when there are many, each once', async () => {
    await rule('many', {});
    const entry = (index: number) => ({ Source: 'many', DetailType: 'd', Detail: JSON.stringify({ index }) });
    await Promise.all(
      Array.from({ length: 20 }, (_, call) =>
        server.events.send(
          new PutEventsCommand({ Entries: Array.from({ length: 10 }, (_, index) => entry(call * 10 + index)) }),
        ),
      ),
    );
    const deliveries = await until('many', 200);
    const indexes = deliveries.map(({ payload }) => JSON.parse(payload).detail.index);
    expect(indexes.sort((one, other) => one - other)).toEqual(Array.from({ length: 200 }, (_, index) => index));
  });

  it('follow rules as they change: disabled, enabled, without the target', async () => {
    await rule('changing', {});
    await put('changing', { step: 1 });
    await until('changing', 1);
    await server.events.send(new DisableRuleCommand({ Name: 'changing' }));
    await put('changing', { step: 2 });
    await relayed();
    await server.events.send(new EnableRuleCommand({ Name: 'changing' }));
    await put('changing', { step: 3 });
    await until('changing', 2);
    await server.events.send(new RemoveTargetsCommand({ Rule: 'changing', Ids: ['0'] }));
    await put('changing', { step: 4 });
    await relayed();
    await rule('changing', {});
    await put('changing', { step: 5 });
    const steps = (await until('changing', 3)).map(({ payload }) => JSON.parse(payload).detail.step);
    expect(steps).toEqual([1, 3, 5]);
  });

  const template = (InputTemplate: string, InputPathsMap: Record<string, string> = {}) => ({
    InputTransformer: { InputTemplate, InputPathsMap },
  });
  const DETAIL = '{"name":"n \\"q\\"","list":["A","B"],"object":{"k":"v"},"number":1.50}';
  const PATHS = {
    name: '$.detail.name',
    list: '$.detail["list"]',
    second: '$.detail.list[1]',
    object: '$.detail.object',
  };

  it.each<[string, Partial<Target>, string]>([
    ['input', { Input: '{"a":1}' }, '{"a":1}'],
    ['path', { InputPath: '$.detail.object' }, '{"k":"v"}'],
    ['scalar', { InputPath: '$.detail.list[0]' }, '"A"'],
    ['digits', { InputPath: "$.detail['number']" }, '1.50'],
    ['values', template('{"l":<list>,"o":<object>,"s":<second>}', PATHS), '{"l":["A","B"],"o":{"k":"v"},"s":"B"}'],
    [
      'quoted',
      template('"<second> <list> <object> <missing>."', { ...PATHS, missing: '$.detail.x' }),
      '"B [A,B] {k:v} ."',
    ],
    ['lines', template('"one <second>"\n"two"', PATHS), '"one B"\n"two"'],
    ['name', template('"<aws.events.rule-name>"'), '"shape-name"'],
    ['arn', template('{"r":<aws.events.rule-arn>}'), `{"r":"arn:aws:events:${REGION}:${ACCOUNT}:rule/shape-arn"}`],
  ])('are shaped as their target wants them: %s', async (name, shape, payload) => {
    await rule(`shape-${name}`, shape);
    await put(`shape-${name}`, DETAIL);
    const [delivery] = await until(`shape-${name}`, 1);
    expect(delivery?.payload).toBe(payload);
    expect(delivery?.shaped).toBe(true);
  });

  it('may be given whole, or without their detail', async () => {
    await rule(
      'shape-event',
      template('{"all":<aws.events.event.json>,"head":<aws.events.event>,"at":<aws.events.event.ingestion-time>}'),
    );
    const id = await put('shape-event', { x: 1 });
    const [delivery] = await until('shape-event', 1);
    const { all, head, at } = JSON.parse(delivery?.payload ?? '');
    expect(all).toMatchObject({ id, 'detail-type': 'Something', detail: { x: 1 } });
    expect(head).toMatchObject({ id, detailType: 'Something' });
    expect(head).not.toHaveProperty('detail');
    expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000);
  });

  it('that are not JSON once they are shaped are not delivered, and logged', async () => {
    await rule('broken', template('{"a":<name>}', { name: '$.detail.name' }));
    await put('broken', {});
    await waitFor('the loss to be logged', async () =>
      server.errors.some((line) => line.includes('input is not JSON')),
    );
    await put('broken', { name: 'x' });
    expect(payloads(await until('broken', 1))).toEqual(['{"a":"x"}']);
  });

  it('come again after a failure, as the same delivery', async () => {
    await rule('flaky', {});
    recorder.fail(2, 'break');
    await put('flaky');
    const [delivery] = await until('flaky', 1);
    const attempts = recorder.attempts.filter(({ target }) => target.text === `${TAPE}-flaky`);
    expect(attempts.map(({ id }) => id)).toEqual(Array(3).fill(delivery?.id));
  });

  it('are given up when the retry policy says so, and logged', async () => {
    await rule('impatient', { RetryPolicy: { MaximumRetryAttempts: 1 } });
    recorder.fail(2, 'break');
    const before = server.errors.length;
    await put('impatient');
    await waitFor('the loss to be logged', async () =>
      server.errors.slice(before).some((line) => line.includes('The connection was reset')),
    );
    expect(recorder.attempts.filter(({ target }) => target.text === `${TAPE}-impatient`)).toHaveLength(2);
    expect(sentTo('impatient')).toEqual([]);
  });

  it('are not tried again when the target refuses them', async () => {
    await rule('refused', {});
    recorder.fail(1, 'refuse');
    const before = server.errors.length;
    await put('refused', { step: 1 });
    await waitFor('the loss to be logged', async () =>
      server.errors.slice(before).some((line) => line.includes('There is no such tape')),
    );
    await put('refused', { step: 2 });
    expect((await until('refused', 1)).map(({ payload }) => JSON.parse(payload).detail.step)).toEqual([2]);
    expect(recorder.attempts.filter(({ target }) => target.text === `${TAPE}-refused`)).toHaveLength(2);
  });

  it('are written into log groups, as they are or as a transformer makes them', async () => {
    const logGroupName = '/aws/events/all';
    await server.logs.send(new CreateLogGroupCommand({ logGroupName }));
    const Arn = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${logGroupName}`;
    const timestamp = Date.now() - 1000;
    await rule(
      'logged',
      { Arn },
      { Arn, ...template(`{"timestamp":${timestamp},"message":"it is <n>"}`, { n: '$.detail.n' }) },
    );
    const id = await put('logged', { n: 7 });
    const events = await waitFor('two lines', async () => {
      const found = await server.logs.send(new FilterLogEventsCommand({ logGroupName }));
      return found.events?.length === 2 && found.events;
    });
    const messages = events.map(({ message = '' }) => message);
    expect(messages).toContain('it is 7');
    expect(messages.some((message) => message.startsWith('{') && JSON.parse(message).id === id)).toBe(true);
    expect(events.find(({ message }) => message === 'it is 7')?.timestamp).toBe(timestamp);
  });

  it('of schedules come when their time has come, and again after it', async () => {
    const name = 'scheduled';
    await server.events.send(new PutRuleCommand({ Name: name, ScheduleExpression: 'rate(1 minute)' }));
    await server.events.send(new PutTargetsCommand({ Rule: name, Targets: [{ Id: '1', Arn: `${TAPE}-${name}` }] }));
    const start = Date.now() + ahead;
    ahead += 61_000;
    const [delivery] = await until(name, 1);
    const event = JSON.parse(delivery?.payload ?? '');
    expect(event).toMatchObject({
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      resources: [`arn:aws:events:${REGION}:${ACCOUNT}:rule/${name}`],
      detail: {},
    });
    expect(Date.parse(event.time)).toBeLessThan(start + 61_000);
    ahead += 60_000;
    await until(name, 2);
    await server.events.send(new DisableRuleCommand({ Name: name }));
    ahead += 60_000;
    await relayed();
    expect(sentTo(name)).toHaveLength(2);
  });
});
