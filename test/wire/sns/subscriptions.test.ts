import { createVerify } from 'node:crypto';
import { PutEventsCommand, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  ConfirmSubscriptionCommand,
  CreateTopicCommand,
  DeleteTopicCommand,
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListSubscriptionsCommand,
  PublishCommand,
  SetSubscriptionAttributesCommand,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';
import { waitFor } from '../../harness/wait.ts';
import { type Post, startWebListener, type WebListener } from '../../harness/web-listener.ts';

const AT_ONCE = JSON.stringify({
  http: { defaultHealthyRetryPolicy: { minDelayTarget: 0, maxDelayTarget: 0, numRetries: 2 } },
});

describe.each(DIALECTS)('subscriptions on %s', (dialect) => {
  let server: TestServer;
  let listener: WebListener;
  beforeAll(async () => {
    server = await startTestServer(dialect);
    listener = await startWebListener();
  });
  afterAll(async () => {
    await listener.close();
    await server.close();
  });

  async function topic(Name: string, Attributes: Record<string, string> = {}): Promise<string> {
    return (await server.sns.send(new CreateTopicCommand({ Name, Attributes }))).TopicArn ?? '';
  }

  const subscribe = (TopicArn: string, path: string, more: object = {}) =>
    server.sns.send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: `${listener.url}${path}`, ...more }));
  const of = (path: string) => (post: Post) => post.path === path;

  /** Does what an endpoint does that wants to be told: it visits the URL it was sent, unsigned. */
  async function confirmed(TopicArn: string, path: string, more: object = {}): Promise<string> {
    const { SubscriptionArn = '' } = await subscribe(TopicArn, path, { ReturnSubscriptionArn: true, ...more });
    const asked = await listener.until('SubscriptionConfirmation', of(path));
    const answer = await fetch(JSON.parse(asked.body).SubscribeURL);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(`<SubscriptionArn>${SubscriptionArn}</SubscriptionArn>`);
    return SubscriptionArn;
  }

  it('an endpoint confirms, is told what is published, and ends it, all without a signature', async () => {
    const TopicArn = await topic('handshake');
    const { SubscriptionArn } = await subscribe(TopicArn, '/handshake');
    expect(SubscriptionArn).toBe('pending confirmation');
    const asked = await listener.until('SubscriptionConfirmation', of('/handshake'));
    const confirmation = JSON.parse(asked.body);
    expect(confirmation).toMatchObject({
      Type: 'SubscriptionConfirmation',
      TopicArn,
      Message: expect.stringContaining('You have chosen to subscribe to the topic'),
      Token: expect.any(String),
    });
    expect(await pendingAndConfirmed(TopicArn)).toEqual(['1', '0']);
    await server.sns.send(new PublishCommand({ TopicArn, Message: 'too early' }));
    expect((await fetch(confirmation.SubscribeURL)).status).toBe(200);
    expect(await pendingAndConfirmed(TopicArn)).toEqual(['0', '1']);

    const { MessageId } = await server.sns.send(
      new PublishCommand({
        TopicArn,
        Message: 'Grüße',
        Subject: 'News',
        MessageAttributes: {
          colour: { DataType: 'String', StringValue: 'red' },
          bytes: { DataType: 'Binary', BinaryValue: Buffer.from('abc') },
        },
      }),
    );
    const told = await listener.until('Notification', of('/handshake'));
    const message = JSON.parse(told.body);
    expect(told.headers).toMatchObject({
      'content-type': 'text/plain; charset=UTF-8',
      'x-amz-sns-message-id': MessageId,
      'x-amz-sns-topic-arn': TopicArn,
    });
    expect(message).toMatchObject({
      Type: 'Notification',
      MessageId,
      TopicArn,
      Subject: 'News',
      Message: 'Grüße',
      MessageAttributes: { colour: { Type: 'String', Value: 'red' }, bytes: { Type: 'Binary', Value: 'YWJj' } },
    });
    const signed = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'];
    expect(await isSigned(message, signed, 'RSA-SHA1')).toBe(true);
    expect(await isSigned({ ...message, Message: 'Lies' }, signed, 'RSA-SHA1')).toBe(false);
    expect((await fetch(message.UnsubscribeURL)).status).toBe(200);
    expect(await arnsOf(TopicArn)).toEqual(['Deleted']);
    await server.sns.send(new PublishCommand({ TopicArn, Message: 'too late' }));
    const ended = await listener.until('UnsubscribeConfirmation', of('/handshake'));
    const texts = listener.posts.filter(of('/handshake')).map(({ body }) => JSON.parse(body).Message);
    expect(texts).not.toContain('too early');
    expect(texts).not.toContain('too late');
    const notice = JSON.parse(ended.body);
    expect(notice).toMatchObject({
      Type: 'UnsubscribeConfirmation',
      TopicArn,
      Message: expect.stringContaining(`You have chosen to deactivate subscription ${TopicArn}:`),
    });
    const names = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];
    expect(await isSigned(notice, names, 'RSA-SHA1')).toBe(true);
  });

  it('an endpoint that was ended without a signature can restore itself, or be subscribed anew', async () => {
    const TopicArn = await topic('restored');
    const SubscriptionArn = await confirmed(TopicArn, '/restored');
    const unsubscribe = `${server.endpoint}/?Action=Unsubscribe&Version=2010-03-31&SubscriptionArn=${SubscriptionArn}`;
    expect((await fetch(unsubscribe)).status).toBe(200);
    await expect(server.sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))).rejects.toMatchObject({
      name: 'NotFoundException',
    });
    const { Attributes } = await server.sns.send(new GetTopicAttributesCommand({ TopicArn }));
    expect(Attributes?.SubscriptionsDeleted).toBe('1');
    const notice = await listener.until('UnsubscribeConfirmation', of('/restored'));
    expect(notice.headers['x-amz-sns-subscription-arn']).toBe(SubscriptionArn);
    expect((await fetch(JSON.parse(notice.body).SubscribeURL)).status).toBe(200);
    expect(await arnsOf(TopicArn)).toEqual([SubscriptionArn]);
    await fetch(unsubscribe);
    expect((await fetch(unsubscribe)).status).toBe(200);
    await subscribe(TopicArn, '/restored');
    expect(await arnsOf(TopicArn)).toEqual(['PendingConfirmation']);
    await server.sns.send(new DeleteTopicCommand({ TopicArn }));
  });

  it('what its owner ends is gone, and nobody is told', async () => {
    const TopicArn = await topic('ended');
    const SubscriptionArn = await confirmed(TopicArn, '/ended');
    await server.sns.send(new UnsubscribeCommand({ SubscriptionArn }));
    expect(await arnsOf(TopicArn)).toEqual([]);
    expect(listener.posts.filter(of('/ended'))).toHaveLength(1);
  });

  it('event rules publish to topics, the event as it is or what they make of it', async () => {
    const TopicArn = await topic('ruled');
    await confirmed(TopicArn, '/ruled');
    const InputTransformer = { InputPathsMap: { what: '$.detail.what' }, InputTemplate: '"It is <what>"' };
    await server.events.send(new PutRuleCommand({ Name: 'telling', EventPattern: '{"source":["my.app"]}' }));
    const Targets = [
      { Id: 'whole', Arn: TopicArn },
      { Id: 'words', Arn: TopicArn, InputTransformer },
    ];
    await server.events.send(new PutTargetsCommand({ Rule: 'telling', Targets }));
    const Entries = [{ Source: 'my.app', DetailType: 'Done', Detail: '{"what":"done"}' }];
    await server.events.send(new PutEventsCommand({ Entries }));
    const messages = await waitFor('both messages', async () => {
      const told = listener.posts.filter(of('/ruled')).map(({ body }) => JSON.parse(body));
      const notes = told.filter(({ Type }) => Type === 'Notification').map(({ Message }) => Message as string);
      return notes.length === 2 && notes;
    });
    expect(messages).toContain('It is done');
    const event = JSON.parse(messages.find((message) => message !== 'It is done') ?? '');
    expect(event).toMatchObject({ source: 'my.app', 'detail-type': 'Done', detail: { what: 'done' } });
  });

  it('signatures of version 2 are of SHA-256', async () => {
    const TopicArn = await topic('second-version', { SignatureVersion: '2' });
    await confirmed(TopicArn, '/second');
    await server.sns.send(new PublishCommand({ TopicArn, Message: 'm' }));
    const message = JSON.parse((await listener.until('Notification', of('/second'))).body);
    expect(message.SignatureVersion).toBe('2');
    expect(await isSigned(message, ['Message', 'MessageId', 'Timestamp', 'TopicArn', 'Type'], 'RSA-SHA256')).toBe(true);
  });

  it('raw messages come as they are, in the words for their protocol', async () => {
    const TopicArn = await topic('raw');
    const SubscriptionArn = await confirmed(TopicArn, '/raw', { Attributes: { RawMessageDelivery: 'true' } });
    const Message = JSON.stringify({ default: 'for all', http: 'for http' });
    await server.sns.send(new PublishCommand({ TopicArn, Message, MessageStructure: 'json' }));
    const told = await listener.until('Notification', of('/raw'));
    expect(told.body).toBe('for http');
    expect(told.headers['x-amz-sns-rawdelivery']).toBe('true');
    await server.sns.send(
      new SetSubscriptionAttributesCommand({
        SubscriptionArn,
        AttributeName: 'RawMessageDelivery',
        AttributeValue: 'false',
      }),
    );
    const { Attributes } = await server.sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }));
    expect(Attributes).toMatchObject({
      RawMessageDelivery: 'false',
      PendingConfirmation: 'false',
      Protocol: 'http',
      Endpoint: `${listener.url}/raw`,
      TopicArn,
    });
  });

  it('what an endpoint cannot take is posted again; redirects are not followed, and what is refused is not repeated', async () => {
    const TopicArn = await topic('stubborn', { DeliveryPolicy: AT_ONCE });
    await confirmed(TopicArn, '/stubborn');
    listener.answerNext(503, 429);
    await server.sns.send(new PublishCommand({ TopicArn, Message: 'again' }));
    const attempts = (text: string) =>
      listener.posts.filter(({ path, body }) => path === '/stubborn' && JSON.parse(body).Message === text).length;
    await waitFor('the third attempt', async () => attempts('again') === 3);
    listener.answerNext(302);
    await server.sns.send(new PublishCommand({ TopicArn, Message: 'elsewhere' }));
    await waitFor('the loss to be told', async () => server.errors.some((error) => error.includes('not delivered')));
    listener.answerNext(500, 500, 500);
    await server.sns.send(new PublishCommand({ TopicArn, Message: 'in vain' }));
    await waitFor('the second loss', async () => server.errors.filter((e) => e.includes('not delivered')).length === 2);
    expect([attempts('again'), attempts('elsewhere'), attempts('in vain')]).toEqual([3, 1, 3]);
    expect(listener.posts.some(({ path }) => path === '/elsewhere')).toBe(false);
  });

  it('a subscription that needs a signature to be ended is not ended without', async () => {
    const TopicArn = await topic('guarded');
    await subscribe(TopicArn, '/guarded');
    const { Token } = JSON.parse((await listener.until('SubscriptionConfirmation', of('/guarded'))).body);
    const { SubscriptionArn } = await server.sns.send(
      new ConfirmSubscriptionCommand({ TopicArn, Token, AuthenticateOnUnsubscribe: 'true' }),
    );
    const url = `${server.endpoint}/?Action=Unsubscribe&Version=2010-03-31&SubscriptionArn=${SubscriptionArn}`;
    const refused = await fetch(url);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('<Code>AuthorizationError</Code>');
    await server.sns.send(new UnsubscribeCommand({ SubscriptionArn }));
    await expect(server.sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))).rejects.toMatchObject({
      name: 'NotFoundException',
    });
  });

  it('nothing else is open to strangers, and a wrong token confirms nothing', async () => {
    const TopicArn = await topic('strangers');
    const url = (action: string) =>
      `${server.endpoint}/?Action=${action}&Version=2010-03-31&TopicArn=${TopicArn}&Message=m&Token=wrong`;
    expect((await fetch(url('Publish'))).status).toBe(403);
    expect((await fetch(url('DeleteTopic'))).status).toBe(403);
    const wrong = await fetch(url('ConfirmSubscription'));
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('<Code>InvalidParameter</Code>');
    expect((await fetch(`${server.endpoint}/SimpleNotificationService-${'0'.repeat(32)}.pem`)).status).toBe(404);
  });

  it('subscribing again asks again while it is pending, answers the same when it is not, and goes with its topic', async () => {
    const TopicArn = await topic('again');
    await subscribe(TopicArn, '/again');
    await subscribe(TopicArn, '/again');
    const asked = () => listener.posts.filter(({ path }) => path === '/again');
    await waitFor('two requests', async () => asked().length === 2);
    const SubscriptionArn = await confirmed(TopicArn, '/again');
    expect((await subscribe(TopicArn, '/again')).SubscriptionArn).toBe(SubscriptionArn);
    await expect(subscribe(TopicArn, '/again', { Attributes: { RawMessageDelivery: 'true' } })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    const { Subscriptions = [] } = await server.sns.send(new ListSubscriptionsCommand({}));
    expect(Subscriptions.map((one) => one.SubscriptionArn)).toContain(SubscriptionArn);
    await server.sns.send(new DeleteTopicCommand({ TopicArn }));
    const left = await server.sns.send(new ListSubscriptionsCommand({}));
    expect(left.Subscriptions?.map((one) => one.SubscriptionArn)).not.toContain(SubscriptionArn);
  });

  async function arnsOf(TopicArn: string) {
    const { Subscriptions } = await server.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
    return Subscriptions?.map(({ SubscriptionArn }) => SubscriptionArn);
  }

  async function pendingAndConfirmed(TopicArn: string) {
    const { Attributes } = await server.sns.send(new GetTopicAttributesCommand({ TopicArn }));
    return [Attributes?.SubscriptionsPending, Attributes?.SubscriptionsConfirmed];
  }
});

async function isSigned(message: Record<string, string>, names: readonly string[], algorithm: string) {
  const certificate = await (await fetch(message.SigningCertURL ?? '')).text();
  const text = names.map((name) => `${name}\n${message[name]}\n`).join('');
  return createVerify(algorithm)
    .update(text)
    .verify(certificate, message.Signature ?? '', 'base64');
}
