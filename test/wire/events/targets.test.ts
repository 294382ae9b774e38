import {
  ListRuleNamesByTargetCommand,
  ListTargetsByRuleCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const GROUP = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/aws/events/x`;
const PIPELINE = `arn:aws:codepipeline:${REGION}:${ACCOUNT}:my-pipeline`;

describe.each(DIALECTS)('targets of event rules on %s', (dialect) => {
  let server: TestServer;
  let rules = 0;
  let Rule: string;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    rules += 1;
    Rule = `rule-${rules}`;
    await server.events.send(new PutRuleCommand({ Name: Rule, EventPattern: '{"source":["my.app"]}' }));
  });

  const put = (...Targets: Target[]) => server.events.send(new PutTargetsCommand({ Rule, Targets }));
  const list = async () => (await server.events.send(new ListTargetsByRuleCommand({ Rule }))).Targets;

  it('are put, replaced, listed in pages and removed', async () => {
    const answer = await put({ Id: 'a', Arn: GROUP }, { Id: 'b', Arn: GROUP, Input: '{}' });
    expect(answer).toMatchObject({ FailedEntryCount: 0, FailedEntries: [] });
    await put({ Id: 'b', Arn: GROUP, InputPath: '$.detail' });
    expect(await list()).toEqual([
      { Id: 'a', Arn: GROUP },
      { Id: 'b', Arn: GROUP, InputPath: '$.detail' },
    ]);
    const first = await server.events.send(new ListTargetsByRuleCommand({ Rule, Limit: 1 }));
    expect(first.Targets).toHaveLength(1);
    const second = await server.events.send(
      new ListTargetsByRuleCommand({ Rule, Limit: 1, NextToken: first.NextToken }),
    );
    expect(second).toMatchObject({ Targets: [{ Id: 'b' }] });
    expect(second.NextToken).toBeUndefined();
    await server.events.send(new RemoveTargetsCommand({ Rule, Ids: ['a', 'unknown'] }));
    expect(await list()).toEqual([{ Id: 'b', Arn: GROUP, InputPath: '$.detail' }]);
  });

  it('name the rules they belong to', async () => {
    const Arn = `${GROUP}-named`;
    await put({ Id: 'a', Arn }, { Id: 'b', Arn });
    const byTarget = (TargetArn: string) => server.events.send(new ListRuleNamesByTargetCommand({ TargetArn }));
    expect((await byTarget(Arn)).RuleNames).toEqual([Rule]);
    expect((await byTarget(`${Arn}-other`)).RuleNames).toEqual([]);
  });

  it('are five at the most', async () => {
    const five = ['1', '2', '3', '4', '5'].map((Id) => ({ Id, Arn: GROUP }));
    await put(...five);
    await expect(put({ Id: '6', Arn: GROUP })).rejects.toMatchObject({
      name: 'LimitExceededException',
      message: 'The requested resource exceeds the maximum number allowed.',
    });
    expect(await list()).toHaveLength(5);
    await put({ Id: '5', Arn: GROUP, Input: '1' });
  });

  it('of a rule that is not there are not found', async () => {
    for (const command of [
      new PutTargetsCommand({ Rule: 'none', Targets: [{ Id: '1', Arn: GROUP }] }),
      new ListTargetsByRuleCommand({ Rule: 'none' }),
      new RemoveTargetsCommand({ Rule: 'none', Ids: ['1'] }),
    ])
      await expect(server.events.send(command as PutTargetsCommand)).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
        message: 'Rule none does not exist on EventBus default.',
      });
  });

  const map = (paths: Record<string, string>, InputTemplate: string) => ({
    InputTransformer: { InputPathsMap: paths, InputTemplate },
  });

  it.each<[string, Target, string]>([
    ['a bad id', { Id: 'a b', Arn: GROUP }, "at 'targets.1.member.id' failed to satisfy constraint"],
    [
      'no ARN',
      { Id: '1', Arn: 'nonsense' },
      'Parameter ARN is not valid. Reason: Provided Arn is not in correct format.',
    ],
    [
      'a kind that is not built',
      { Id: '1', Arn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:f` },
      'function:f is not implemented',
    ],
    ['a pipeline without a role', { Id: '1', Arn: PIPELINE }, `RoleArn is required for target ${PIPELINE}.`],
    [
      'a pipeline of another account',
      { Id: '1', Arn: PIPELINE.replace(ACCOUNT, '999999999999'), RoleArn: 'arn:aws:iam::1:role/r' },
      'another account or region',
    ],
    [
      'two inputs',
      { Id: '1', Arn: GROUP, Input: '{}', InputPath: '$' },
      'Only one of Input, InputPath, or InputTransformer must be provided for target 1.',
    ],
    ['an input that is not JSON', { Id: '1', Arn: GROUP, Input: 'x' }, 'JSON syntax error in input for target 1.'],
    ['a path that is none', { Id: '1', Arn: GROUP, InputPath: 'detail' }, 'not a valid JSON path'],
    [
      'an unknown placeholder',
      { Id: '1', Arn: GROUP, ...map({ a: '$.a' }, '"<a> <b>"') },
      'InputTemplate for target 1 contains invalid placeholder b.',
    ],
    ['a key that begins with AWS', { Id: '1', Arn: GROUP, ...map({ 'AWS.x': '$.a' }, '"x"') }, 'AWS.x'],
    [
      'parameters of another kind',
      { Id: '1', Arn: GROUP, SqsParameters: { MessageGroupId: 'g' } },
      'SqsParameters of target 1 is not implemented',
    ],
    [
      'a dead-letter queue',
      { Id: '1', Arn: GROUP, DeadLetterConfig: { Arn: 'arn:aws:sqs:x:1:q' } },
      'DeadLetterConfig of target 1 is not implemented',
    ],
    [
      'too many retries',
      { Id: '1', Arn: GROUP, RetryPolicy: { MaximumRetryAttempts: 186 } },
      'value less than or equal to 185',
    ],
    [
      'too short an age',
      { Id: '1', Arn: GROUP, RetryPolicy: { MaximumEventAgeInSeconds: 59 } },
      'value greater than or equal to 60',
    ],
  ])('with %s are refused, and none of the call is put', async (_, target, message) => {
    await expect(put({ Id: 'good', Arn: GROUP }, target)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(
        new RegExp(message.replace('1.member', '2.member').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
      ),
    });
    expect(await list()).toEqual([]);
  });

  it('may be pipelines and builds with a role, and templates may name what is predefined', async () => {
    await put(
      { Id: '1', Arn: PIPELINE, RoleArn: 'arn:aws:iam::123456789012:role/r' },
      { Id: '2', Arn: GROUP, ...map({}, '{"timestamp": 1, "message": "<aws.events.rule-name> <aws.events.event>"}') },
      { Id: '3', Arn: `${GROUP}:*` },
    );
    expect(await list()).toHaveLength(3);
  });
});
