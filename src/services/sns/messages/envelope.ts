import { createSign } from 'node:crypto';
import type { SigningKey } from '../../../credentials/signing-key.ts';
import type { SubscriptionRow } from '../../../store/sns/subscriptions.ts';
import { certificatePath } from './certificate.ts';
import type { ConfirmationMessage, Message, PublishedMessage } from './message.ts';

export interface Sealing {
  readonly key: SigningKey;
  readonly signatureVersion: '1' | '2';
  /** Base URL of this server. */
  readonly endpoint: string;
  readonly subscription: SubscriptionRow;
}

/** The JSON that is posted to a subscriber, signed. */
export function envelope(message: Message, sealing: Sealing): string {
  const { key, signatureVersion, endpoint } = sealing;
  const signed = message.type === 'Notification' ? notification(message, sealing) : confirmation(message, sealing);
  return JSON.stringify({
    ...signed,
    Timestamp: timestamp(message),
    SignatureVersion: signatureVersion,
    Signature: sign({ ...signed, Timestamp: timestamp(message) }, key, signatureVersion),
    SigningCertURL: `${endpoint}${certificatePath(key)}`,
    ...unsigned(message, sealing),
  });
}

function notification(message: PublishedMessage, { subscription }: Sealing): Record<string, string> {
  const { type, messageId, topicArn, subject } = message;
  const about = { Type: type, MessageId: messageId, TopicArn: topicArn };
  return { ...about, ...(subject === undefined ? {} : { Subject: subject }), Message: textFor(message, subscription) };
}

/** What the protocol is told. */
export function textFor({ texts }: PublishedMessage, { protocol }: SubscriptionRow): string {
  return (Object.hasOwn(texts, protocol) ? texts[protocol] : texts.default) ?? '';
}

function confirmation(message: ConfirmationMessage, { endpoint, subscription }: Sealing): Record<string, string> {
  const { type, messageId, topicArn, token } = message;
  return {
    Type: type,
    MessageId: messageId,
    Token: token,
    TopicArn: topicArn,
    Message:
      type === 'SubscriptionConfirmation'
        ? `You have chosen to subscribe to the topic ${topicArn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`
        : `You have chosen to deactivate subscription ${subscription.arn}.\nTo cancel this operation and restore the subscription, visit the SubscribeURL included in this message.`,
    SubscribeURL: actionUrl(endpoint, { Action: 'ConfirmSubscription', TopicArn: topicArn, Token: token }),
  };
}

function unsigned(message: Message, { endpoint, subscription }: Sealing): object {
  if (message.type !== 'Notification') return {};
  const { attributes } = message;
  return {
    UnsubscribeURL: actionUrl(endpoint, { Action: 'Unsubscribe', SubscriptionArn: subscription.arn }),
    ...(Object.keys(attributes).length === 0 ? {} : { MessageAttributes: attributes }),
  };
}

function actionUrl(endpoint: string, parameters: Readonly<Record<string, string>>): string {
  return `${endpoint}/?${new URLSearchParams({ ...parameters, Version: '2010-03-31' })}`;
}

function timestamp({ published }: Message): string {
  return new Date(published).toISOString();
}

const SIGNED = ['Message', 'MessageId', 'Subject', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];

/** Names and values in the order of the names, a line each. */
function sign(
  members: Readonly<Record<string, string>>,
  { privateKey }: SigningKey,
  version: Sealing['signatureVersion'],
): string {
  const text = SIGNED.flatMap((name) => (members[name] === undefined ? [] : [`${name}\n${members[name]}\n`])).join('');
  return createSign(version === '1' ? 'RSA-SHA1' : 'RSA-SHA256')
    .update(text)
    .sign(privateKey, 'base64');
}
