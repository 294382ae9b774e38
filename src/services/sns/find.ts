import { parseArn } from '../../kernel/arn.ts';
import type { Reader, Tx } from '../../store/database.ts';
import { findSubscription, lockSubscription, type SubscriptionRow } from '../../store/sns/subscriptions.ts';
import { findTopic, lockTopic, type TopicRow } from '../../store/sns/topics.ts';
import { invalidParameter, mayNot, subscriptionNotFound, topicNotFound } from './errors.ts';
import type { SnsCall } from './rooms.ts';

const TOPIC = /^[A-Za-z0-9_-]{1,256}$/;
const SUBSCRIPTION = /^[A-Za-z0-9_-]{1,256}:[0-9a-f-]{36}$/;

type Owner = Pick<SnsCall, 'account' | 'region'>;

export async function requireTopic(reader: Reader, owner: Owner, arn: string): Promise<TopicRow> {
  checkArn(arn, 'TopicArn', TOPIC);
  checkOwner(arn, owner);
  const topic = await findTopic(reader, arn);
  if (topic === undefined) throw topicNotFound();
  return topic;
}

export async function requireLockedTopic(tx: Tx, owner: Owner, arn: string): Promise<TopicRow> {
  checkArn(arn, 'TopicArn', TOPIC);
  checkOwner(arn, owner);
  const topic = await lockTopic(tx, arn);
  if (topic === undefined) throw topicNotFound();
  return topic;
}

export async function requireSubscription(reader: Reader, owner: Owner, arn: string): Promise<SubscriptionRow> {
  checkArn(arn, 'SubscriptionArn', SUBSCRIPTION);
  checkOwner(arn, owner);
  const subscription = await findSubscription(reader, arn);
  if (subscription === undefined || subscription.state === 'ended') throw subscriptionNotFound();
  return subscription;
}

export async function requireLockedSubscription(tx: Tx, owner: Owner, arn: string): Promise<SubscriptionRow> {
  checkArn(arn, 'SubscriptionArn', SUBSCRIPTION);
  checkOwner(arn, owner);
  const subscription = await lockSubscription(tx, arn);
  if (subscription === undefined || subscription.state === 'ended') throw subscriptionNotFound();
  return subscription;
}

export function checkTopicArn(arn: string): void {
  checkArn(arn, 'TopicArn', TOPIC);
}

export function checkSubscriptionArn(arn: string): void {
  checkArn(arn, 'SubscriptionArn', SUBSCRIPTION);
}

function checkArn(text: string, name: string, form: RegExp): void {
  const arn = parseArn(text);
  if (arn === undefined || arn.service !== 'sns' || !form.test(arn.resource)) throw invalidParameter(name);
}

/** No topic is shared between accounts here, and a request is served in the region it was signed for. */
function checkOwner(text: string, { account, region }: Owner): void {
  const arn = parseArn(text);
  if (arn?.region !== region) throw invalidParameter('TopicArn Reason: the ARN is of another region');
  if (arn.account !== account) throw mayNot('The topic belongs to another account');
}
