import {
  CreateTopicCommand,
  DeleteTopicCommand,
  GetTopicAttributesCommand,
  ListTagsForResourceCommand,
  ListTopicsCommand,
  PublishCommand,
  SetTopicAttributesCommand,
  SubscribeCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const arnOf = (name: string) => `arn:aws:sns:${REGION}:${ACCOUNT}:${name}`;

describe.each(DIALECTS)('topics on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const create = async (Name: string, more: object = {}) =>
    (await server.sns.send(new CreateTopicCommand({ Name, ...more }))).TopicArn;

  it('are created once, tagged, shown and deleted', async () => {
    const TopicArn = await create('news', { Tags: [{ Key: 'team', Value: 'a' }], Attributes: { DisplayName: 'News' } });
    expect(TopicArn).toBe(arnOf('news'));
    expect(await create('news')).toBe(TopicArn);
    const { Attributes } = await server.sns.send(new GetTopicAttributesCommand({ TopicArn }));
    expect(Attributes).toMatchObject({
      TopicArn,
      Owner: ACCOUNT,
      DisplayName: 'News',
      SubscriptionsConfirmed: '0',
      SubscriptionsPending: '0',
    });
    await server.sns.send(
      new SetTopicAttributesCommand({ TopicArn, AttributeName: 'DisplayName', AttributeValue: 'Old news' }),
    );
    const changed = await server.sns.send(new GetTopicAttributesCommand({ TopicArn }));
    expect(changed.Attributes?.DisplayName).toBe('Old news');
    await server.sns.send(new TagResourceCommand({ ResourceArn: TopicArn, Tags: [{ Key: 'x', Value: 'y' }] }));
    await server.sns.send(new UntagResourceCommand({ ResourceArn: TopicArn, TagKeys: ['team'] }));
    const { Tags } = await server.sns.send(new ListTagsForResourceCommand({ ResourceArn: TopicArn }));
    expect(Tags).toEqual([{ Key: 'x', Value: 'y' }]);
    await server.sns.send(new DeleteTopicCommand({ TopicArn }));
    await server.sns.send(new DeleteTopicCommand({ TopicArn }));
    await expect(server.sns.send(new GetTopicAttributesCommand({ TopicArn }))).rejects.toMatchObject({
      name: 'NotFoundException',
    });
    await expect(server.sns.send(new ListTagsForResourceCommand({ ResourceArn: TopicArn }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('are listed in pages of a hundred', async () => {
    const names = Array.from({ length: 101 }, (_, index) => `paged-${String(index).padStart(3, '0')}`);
    await Promise.all(names.map((name) => create(name)));
    const first = await server.sns.send(new ListTopicsCommand({}));
    expect(first.Topics).toHaveLength(100);
    const second = await server.sns.send(new ListTopicsCommand({ NextToken: first.NextToken }));
    expect(second.NextToken).toBeUndefined();
    const listed = [...(first.Topics ?? []), ...(second.Topics ?? [])].map(({ TopicArn }) => TopicArn);
    expect(listed).toEqual(names.map(arnOf));
  });

  it.each([
    ['a name that is none', { Name: 'no good' }],
    ['a FIFO topic', { Name: 'orders.fifo', Attributes: { FifoTopic: 'true' } }],
    ['an attribute that is not built', { Name: 'secret', Attributes: { KmsMasterKeyId: 'alias/aws/sns' } }],
    ['a policy that is no JSON', { Name: 'strict', Attributes: { Policy: '{' } }],
    ['retries beyond their limits', { Name: 'stubborn', Attributes: { DeliveryPolicy: policy({ numRetries: 101 }) } }],
    ['tags with one key twice', { Name: 'twice', Tags: [1, 2].map((n) => ({ Key: 'k', Value: `${n}` })) }],
  ])('are refused with %s', async (_what, input) => {
    await expect(server.sns.send(new CreateTopicCommand(input))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    const { Topics = [] } = await server.sns.send(new ListTopicsCommand({}));
    expect(Topics.map(({ TopicArn }) => TopicArn)).not.toContain(arnOf(input.Name));
  });

  it('are asked for again with the same attributes only', async () => {
    await create('same', { Attributes: { DisplayName: 'One' } });
    await expect(create('same', { Attributes: { DisplayName: 'Two' } })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  const topic = arnOf('checked');
  it.each([
    ['an empty message', { TopicArn: topic, Message: '' }, 'InvalidParameterException'],
    ['a subject of two lines', { TopicArn: topic, Message: 'm', Subject: 'a\nb' }, 'InvalidParameterException'],
    [
      'a subject that is too long',
      { TopicArn: topic, Message: 'm', Subject: 'a'.repeat(101) },
      'InvalidParameterException',
    ],
    [
      'texts without a default',
      { TopicArn: topic, Message: '{"http":"x"}', MessageStructure: 'json' },
      'InvalidParameterException',
    ],
    [
      'texts that are no JSON',
      { TopicArn: topic, Message: 'x', MessageStructure: 'json' },
      'InvalidParameterException',
    ],
    [
      'a message that is too long',
      { TopicArn: topic, Message: 'x'.repeat(256 * 1024 + 1) },
      'InvalidParameterException',
    ],
    ['a topic that is not there', { TopicArn: arnOf('absent'), Message: 'm' }, 'NotFoundException'],
    [
      'a topic of another region',
      { TopicArn: topic.replace(REGION, 'us-east-1'), Message: 'm' },
      'InvalidParameterException',
    ],
    [
      'a topic of another account',
      { TopicArn: topic.replace(ACCOUNT, '999999999999'), Message: 'm' },
      'AuthorizationErrorException',
    ],
    ['an ARN that is none', { TopicArn: 'checked', Message: 'm' }, 'InvalidParameterException'],
    ['nobody to tell', { Message: 'm' }, 'InvalidParameterException'],
    ['a phone', { PhoneNumber: '+15550100', Message: 'm' }, 'InvalidParameterException'],
  ])('are not published to with %s', async (_what, input, name) => {
    await create('checked');
    await expect(server.sns.send(new PublishCommand(input))).rejects.toMatchObject({ name });
  });

  it.each([
    ['email', 'ann@example.com'],
    ['sqs', 'arn:aws:sqs:eu-west-1:123456789012:q'],
    ['http', 'https://example.com'],
    ['http', 'no url'],
    ['http', undefined],
    ['https', 'https://name:word@example.com/'],
  ])('are not subscribed to by %s with %s', async (Protocol, Endpoint) => {
    await create('checked');
    await expect(server.sns.send(new SubscribeCommand({ TopicArn: topic, Protocol, Endpoint }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});

function policy(defaultHealthyRetryPolicy: object): string {
  return JSON.stringify({ http: { defaultHealthyRetryPolicy } });
}
