import {
  DeleteRuleCommand,
  DescribeEventBusCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  ListEventBusesCommand,
  ListRulesCommand,
  ListTagsForResourceCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const EventPattern = '{"source":["my.app"]}';
const RULE = `arn:aws:events:${REGION}:${ACCOUNT}:rule`;

describe.each(DIALECTS)('event rules on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  const describeRule = (Name: string) => server.events.send(new DescribeRuleCommand({ Name }));
  const putRule = (Name: string) => server.events.send(new PutRuleCommand({ Name, EventPattern }));

  it('are put and described', async () => {
    const { RuleArn } = await server.events.send(
      new PutRuleCommand({ Name: 'described', EventPattern, Description: 'why', RoleArn: 'arn:aws:iam::1:role/r' }),
    );
    expect(RuleArn).toBe(`${RULE}/described`);
    const { $metadata, ...rule } = await describeRule('described');
    expect(rule).toEqual({
      Name: 'described',
      Arn: RuleArn,
      EventPattern,
      State: 'ENABLED',
      Description: 'why',
      RoleArn: 'arn:aws:iam::1:role/r',
      EventBusName: 'default',
      CreatedBy: ACCOUNT,
    });
  });

  it('are replaced by a second put, which forgets what it does not say, and keeps targets and tags', async () => {
    await server.events.send(
      new PutRuleCommand({ Name: 'replaced', EventPattern, Description: 'old', Tags: [{ Key: 'a', Value: '1' }] }),
    );
    const Arn = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:replaced`;
    await server.events.send(new PutTargetsCommand({ Rule: 'replaced', Targets: [{ Id: '1', Arn }] }));
    await server.events.send(
      new PutRuleCommand({ Name: 'replaced', ScheduleExpression: 'rate(1 day)', Tags: [{ Key: 'b', Value: '2' }] }),
    );
    const rule = await describeRule('replaced');
    expect(rule).toMatchObject({ ScheduleExpression: 'rate(1 day)' });
    expect(rule.EventPattern).toBeUndefined();
    expect(rule.Description).toBeUndefined();
    const { Tags } = await server.events.send(new ListTagsForResourceCommand({ ResourceARN: `${RULE}/replaced` }));
    expect(Tags).toEqual([{ Key: 'a', Value: '1' }]);
    await expect(server.events.send(new DeleteRuleCommand({ Name: 'replaced' }))).rejects.toMatchObject({
      name: 'ValidationException',
      message: "Rule can't be deleted since it has targets.",
    });
    await server.events.send(new RemoveTargetsCommand({ Rule: 'replaced', Ids: ['1', 'none'] }));
    await server.events.send(new DeleteRuleCommand({ Name: 'replaced' }));
    await server.events.send(new DeleteRuleCommand({ Name: 'replaced' }));
    await expect(describeRule('replaced')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Rule replaced does not exist on EventBus default.',
    });
  });

  it('are enabled and disabled', async () => {
    await putRule('switched');
    await server.events.send(new DisableRuleCommand({ Name: 'switched' }));
    expect((await describeRule('switched')).State).toBe('DISABLED');
    await server.events.send(new EnableRuleCommand({ Name: 'switched' }));
    expect((await describeRule('switched')).State).toBe('ENABLED');
    for (const command of [new EnableRuleCommand({ Name: 'none' }), new DisableRuleCommand({ Name: 'none' })])
      await expect(server.events.send(command)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('are listed in pages and by prefix', async () => {
    for (const name of ['list-1', 'list-2', 'list-3']) await putRule(name);
    const first = await server.events.send(new ListRulesCommand({ NamePrefix: 'list-', Limit: 2 }));
    expect(first.Rules?.map(({ Name }) => Name)).toEqual(['list-1', 'list-2']);
    expect(first.Rules?.[0]).not.toHaveProperty('CreatedBy');
    const second = await server.events.send(
      new ListRulesCommand({ NamePrefix: 'list-', Limit: 2, NextToken: first.NextToken }),
    );
    expect(second.Rules?.map(({ Name }) => Name)).toEqual(['list-3']);
    expect(second.NextToken).toBeUndefined();
    await expect(server.events.send(new ListRulesCommand({ NextToken: 'nonsense' }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  it('refuse a pattern that is none, in AWS’s words', async () => {
    await expect(
      server.events.send(new PutRuleCommand({ Name: 'bad', EventPattern: '{"source":"my.app"}' })),
    ).rejects.toMatchObject({
      name: 'InvalidEventPatternException',
      message:
        'Event pattern is not valid. Reason: "source" must be an object or an array\n at [Source: (String)"{"source":"my.app"}"; line: 1, column: 19]',
    });
    await expect(server.events.send(new PutRuleCommand({ Name: 'bad' }))).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Parameter(s) EventPattern or ScheduleExpression must be specified.',
    });
    await expect(describeRule('bad')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it.each([
    'rate(1 minutes)',
    'rate(10 minute)',
    'rate(0 minutes)',
    'rate(-1 minutes)',
    'rate(1 MINUTE)',
    'rate( 1 minute)',
    ' rate(1 minute)',
    'rate(1 second)',
    'rate(1 year)',
    'cron(0 1 * * * *)',
    'cron(0 1 ? * ? *)',
    'cron(71 1 * * ? *)',
    'cron(0 1 * * ?)',
    'cron(0 1 * WRONG ? *)',
    'cron(0 1 ? * SAT#3,SUN#1 *)',
    'every day',
  ])('refuse the schedule %s', async (ScheduleExpression) => {
    await expect(
      server.events.send(new PutRuleCommand({ Name: 'bad-schedule', ScheduleExpression })),
    ).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Parameter ScheduleExpression is not valid.',
    });
  });

  it('of another bus than the default one are refused: there is none', async () => {
    await expect(
      server.events.send(new PutRuleCommand({ Name: 'r', EventPattern, EventBusName: 'other' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException', message: 'Event bus other does not exist.' });
    const bus = `arn:aws:events:${REGION}:${ACCOUNT}:event-bus/default`;
    await server.events.send(new PutRuleCommand({ Name: 'by-arn', EventPattern, EventBusName: bus }));
    expect(await server.events.send(new DescribeEventBusCommand({}))).toMatchObject({ Name: 'default', Arn: bus });
    await expect(server.events.send(new DescribeEventBusCommand({ Name: 'other' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    expect((await server.events.send(new ListEventBusesCommand({}))).EventBuses).toEqual([
      { Name: 'default', Arn: bus },
    ]);
    expect((await server.events.send(new ListEventBusesCommand({ NamePrefix: 'x' }))).EventBuses).toEqual([]);
  });

  it('and the bus carry tags', async () => {
    await putRule('tagged');
    for (const ResourceARN of [`${RULE}/tagged`, `arn:aws:events:${REGION}:${ACCOUNT}:event-bus/default`]) {
      const Tags = [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '2' },
      ];
      await server.events.send(new TagResourceCommand({ ResourceARN, Tags }));
      await server.events.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['a'] }));
      const listed = await server.events.send(new ListTagsForResourceCommand({ ResourceARN }));
      expect(listed.Tags).toEqual([{ Key: 'b', Value: '2' }]);
    }
    await expect(
      server.events.send(new ListTagsForResourceCommand({ ResourceARN: `${RULE}/none` })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(
      server.events.send(
        new TagResourceCommand({
          ResourceARN: `${RULE}/tagged`,
          Tags: [
            { Key: 'twice', Value: '1' },
            { Key: 'twice', Value: '2' },
          ],
        }),
      ),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('are three hundred at the most', async () => {
    const other = await startTestServer(dialect);
    try {
      const put = (index: number) => other.events.send(new PutRuleCommand({ Name: `rule-${index}`, EventPattern }));
      for (let index = 0; index < 300; index += 50)
        await Promise.all(Array.from({ length: 50 }, (_, offset) => put(index + offset)));
      await expect(put(300)).rejects.toMatchObject({ name: 'LimitExceededException' });
      await put(299);
    } finally {
      await other.close();
    }
  });
});
