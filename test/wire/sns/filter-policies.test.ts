import {
  CreateTopicCommand,
  GetSubscriptionAttributesCommand,
  type MessageAttributeValue,
  PublishCommand,
  SetSubscriptionAttributesCommand,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';
import { startWebListener, type WebListener } from '../../harness/web-listener.ts';

const text = (StringValue: string): MessageAttributeValue => ({ DataType: 'String', StringValue });
const number = (StringValue: string): MessageAttributeValue => ({ DataType: 'Number', StringValue });
const array = (values: unknown[]): MessageAttributeValue => ({
  DataType: 'String.Array',
  StringValue: JSON.stringify(values),
});

describe.each(DIALECTS)('filter policies on %s', (dialect) => {
  let server: TestServer;
  let listener: WebListener;
  let made = 0;
  beforeAll(async () => {
    server = await startTestServer(dialect);
    listener = await startWebListener();
  });
  afterAll(async () => {
    await listener.close();
    await server.close();
    expect(server.errors).toEqual([]);
  });

  async function topic(): Promise<string> {
    made += 1;
    return (await server.sns.send(new CreateTopicCommand({ Name: `filtered-${made}` }))).TopicArn ?? '';
  }

  /** A subscription that was confirmed, at a path of its own. */
  async function subscribed(TopicArn: string, Attributes: Record<string, string>) {
    made += 1;
    const path = `/${made}`;
    const { SubscriptionArn = '' } = await server.sns.send(
      new SubscribeCommand({
        TopicArn,
        Protocol: 'http',
        Endpoint: `${listener.url}${path}`,
        ReturnSubscriptionArn: true,
        Attributes: { RawMessageDelivery: 'true', ...Attributes },
      }),
    );
    const asked = await listener.until('SubscriptionConfirmation', (post) => post.path === path);
    expect((await fetch(JSON.parse(asked.body).SubscribeURL)).status).toBe(200);
    return { SubscriptionArn, path };
  }

  const publish = (TopicArn: string, Message: string, MessageAttributes: Record<string, MessageAttributeValue> = {}) =>
    server.sns.send(new PublishCommand({ TopicArn, Message, MessageAttributes }));

  /** What a subscriber was told beside "the end", which nobody's policy keeps from it: nothing, where `wanted` is undefined. */
  async function told(path: string, wanted: string | undefined): Promise<string[]> {
    if (wanted !== undefined)
      await listener.until('Notification', (post) => post.path === path && post.body === wanted);
    await listener.until('Notification', (post) => post.path === path && post.body.includes('the end'));
    const notes = listener.posts.filter((post) => post.path === path && !post.body.includes('the end'));
    return notes.filter(({ headers }) => headers['x-amz-sns-message-type'] === 'Notification').map(({ body }) => body);
  }

  async function endFor(TopicArn: string, SubscriptionArn: string): Promise<void> {
    await server.sns.send(
      new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName: 'FilterPolicy', AttributeValue: '{}' }),
    );
    await publish(TopicArn, 'the end');
  }

  const byAttributes: readonly [string, object, Record<string, MessageAttributeValue>, boolean][] = [
    ['a value that is wanted', { shop: ['books', 'toys'] }, { shop: text('toys') }, true],
    ['a value that is not', { shop: ['books'] }, { shop: text('Books') }, false],
    ['no value', { shop: ['books'] }, {}, false],
    ['all keys', { shop: ['books'], size: [1] }, { shop: text('books'), size: number('1.0') }, true],
    ['one key of two', { shop: ['books'], size: [1] }, { shop: text('books'), size: number('2') }, false],
    ['a number where a text is', { size: [1] }, { size: text('1') }, false],
    ['an element of an array', { sizes: ['b', true] }, { sizes: array(['a', true]) }, true],
    ['no element of an array', { sizes: ['b'] }, { sizes: array(['a', null]) }, false],
    ['a prefix', { shop: [{ prefix: 'bo' }] }, { shop: text('books') }, true],
    ['a suffix', { shop: [{ suffix: 'ks' }] }, { shop: text('toys') }, false],
    ['anything but', { shop: [{ 'anything-but': ['toys'] }] }, { shop: text('books') }, true],
    ['anything but a prefix', { shop: [{ 'anything-but': { prefix: 'bo' } }] }, { shop: text('books') }, false],
    ['ignoring case', { shop: [{ 'equals-ignore-case': 'BOOKS' }] }, { shop: text('books') }, true],
    ['a range', { price: [{ numeric: ['>', 0, '<=', 150] }] }, { price: number('150') }, true],
    ['out of a range', { price: [{ numeric: ['<', 10] }] }, { price: number('10.5') }, false],
    ['an address', { from: [{ cidr: '10.0.0.0/24' }] }, { from: text('10.0.0.7') }, true],
    ['an attribute that is there', { shop: [{ exists: true }] }, { shop: text('x') }, true],
    ['an attribute that is not', { shop: [{ exists: false }] }, { other: text('x') }, true],
    ['a binary one, which is as if it were not', { bytes: [{ exists: true }] }, binary('bytes'), false],
    ['a name with a dot', { 'shop.size': [1] }, { 'shop.size': number('1'), shop: text('books') }, true],
    ['one of two ways', { $or: [{ shop: ['books'] }, { size: [1] }] }, { size: number('1') }, true],
  ];

  it('by attributes, a subscriber is told what it wants and nothing else', async () => {
    const TopicArn = await topic();
    for (const [what, policy, attributes, wanted] of byAttributes) {
      const { SubscriptionArn, path } = await subscribed(TopicArn, { FilterPolicy: JSON.stringify(policy) });
      await publish(TopicArn, what, attributes);
      await endFor(TopicArn, SubscriptionArn);
      expect(await told(path, wanted ? what : undefined), what).toEqual(wanted ? [what] : []);
      await server.sns.send(
        new SetSubscriptionAttributesCommand({
          SubscriptionArn,
          AttributeName: 'FilterPolicy',
          AttributeValue: '{"never":["told"]}',
        }),
      );
    }
  });

  const byBody: readonly [object, string, boolean][] = [
    [{ shop: { name: ['books'] } }, '{"shop":{"name":"books"}}', true],
    [{ shop: { name: ['books'] } }, '{"shop":{"name":"toys"}}', false],
    [{ items: { price: [{ numeric: ['>', 5] }] } }, '{"items":[{"price":1},{"price":6}]}', true],
    [{ gone: [null] }, '{"gone":null}', true],
    [{ gone: [{ exists: false }] }, '{"here":1}', true],
    [{ gone: [{ exists: false }] }, 'no JSON', false],
    [{ gone: [{ exists: false }] }, '[1]', false],
  ];

  it('by bodies, a subscriber is told what it wants, and nothing that is no JSON object', async () => {
    const TopicArn = await topic();
    for (const [policy, body, wanted] of byBody) {
      const attributes = { FilterPolicy: JSON.stringify(policy), FilterPolicyScope: 'MessageBody' };
      const { SubscriptionArn, path } = await subscribed(TopicArn, attributes);
      await publish(TopicArn, body, { shop: text('books') });
      await endFor(TopicArn, SubscriptionArn);
      expect(await told(path, wanted ? body : undefined), body).toEqual(wanted ? [body] : []);
    }
  });

  it('a policy is shown with its scope, and an empty one is taken away', async () => {
    const FilterPolicy = '{"shop":["books"]}';
    const { SubscriptionArn } = await subscribed(await topic(), { FilterPolicy });
    const shown = async () =>
      (await server.sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))).Attributes;
    expect(await shown()).toMatchObject({ FilterPolicy, FilterPolicyScope: 'MessageAttributes' });
    await server.sns.send(new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName: 'FilterPolicy' }));
    expect(await shown()).not.toHaveProperty('FilterPolicy');
  });

  const many = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`key${index}`, ['a']]));
  const complex = { a: Array.from({ length: 13 }, String), b: Array.from({ length: 12 }, String) };
  it.each([
    ['no JSON', { FilterPolicy: '{' }, 'FilterPolicy: '],
    ['no object', { FilterPolicy: '["a"]' }, 'Filter is not an object'],
    ['a value that is no list', { FilterPolicy: '{"a":"b"}' }, '"a" must be an object or an array'],
    ['an operator nobody knows', { FilterPolicy: '{"a":[{"like":"b"}]}' }, 'Unrecognized match type like'],
    ['nested keys of attributes', { FilterPolicy: '{"a":{"b":["c"]}}' }, 'does not support nested filter policy'],
    ['six keys', { FilterPolicy: JSON.stringify(many) }, 'can not have more than 5 keys'],
    ['156 combinations', { FilterPolicy: JSON.stringify(complex) }, 'too complex'],
    ['a scope nobody knows', { FilterPolicyScope: 'Everything' }, 'Invalid value [Everything]'],
  ])('is refused: %s', async (_what, Attributes, message) => {
    const TopicArn = await topic();
    const subscribe = new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: listener.url, Attributes });
    await expect(server.sns.send(subscribe)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining(message),
    });
  });

  it('a policy that is refused leaves the one that was there, and nested keys need bodies first', async () => {
    const TopicArn = await topic();
    const { SubscriptionArn } = await subscribed(TopicArn, { FilterPolicy: '{"a":["b"]}' });
    const set = (AttributeName: string, AttributeValue: string) =>
      server.sns.send(new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName, AttributeValue }));
    await expect(set('FilterPolicy', '{"a":{"b":["c"]}}')).rejects.toMatchObject({ name: 'InvalidParameterException' });
    const { Attributes } = await server.sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }));
    expect(Attributes?.FilterPolicy).toBe('{"a":["b"]}');
    await set('FilterPolicyScope', 'MessageBody');
    await set('FilterPolicy', '{"a":{"b":["c"]}}');
    await expect(set('FilterPolicyScope', 'MessageAttributes')).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});

function binary(name: string): Record<string, MessageAttributeValue> {
  return { [name]: { DataType: 'Binary', BinaryValue: Buffer.from('abc') } };
}
