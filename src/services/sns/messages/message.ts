import { invalidParameter } from '../errors.ts';
import type { PublishInput } from '../shapes.ts';

/** A message as it waits for its delivery. */
export type Message = PublishedMessage | ConfirmationMessage;

export interface PublishedMessage {
  readonly type: 'Notification';
  readonly messageId: string;
  readonly topicArn: string;
  /** Text per protocol; `default` where it has none of its own. */
  readonly texts: Readonly<Record<string, string>>;
  readonly subject: string | undefined;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
  /** Milliseconds. */
  readonly published: number;
}

export interface ConfirmationMessage {
  readonly type: 'SubscriptionConfirmation' | 'UnsubscribeConfirmation';
  readonly messageId: string;
  readonly topicArn: string;
  readonly token: string;
  readonly published: number;
}

export interface MessageAttribute {
  readonly Type: string;
  /** Binary values in base64. */
  readonly Value: string;
}

const MAX_BYTES = 256 * 1024;
/** Printable ASCII, beginning with a letter, a digit or punctuation. */
const SUBJECT = /^[\x21-\x7e][\x20-\x7e]{0,99}$/;
const ATTRIBUTE_NAME = /^(?!\.)(?!.*\.\.)(?!(?:aws|amazon)\.)[\w.-]{1,256}(?<!\.)$/i;
const DATA_TYPE = /^(?:String|String\.Array|Number|Binary)(?:\.[\w.-]+)?$/;

/** What Publish says, once it is found to be a message. */
export function readMessage(
  input: PublishInput,
  about: Pick<PublishedMessage, 'messageId' | 'topicArn' | 'published'>,
): PublishedMessage {
  const { Message: text, Subject: subject, MessageStructure: structure } = input;
  if (text === '') throw invalidParameter('Empty message');
  if (subject !== undefined && !SUBJECT.test(subject)) throw invalidParameter('Subject');
  const attributes = readMessageAttributes(input.MessageAttributes ?? {});
  if (Buffer.byteLength(text) + Buffer.byteLength(JSON.stringify(attributes)) > MAX_BYTES)
    throw invalidParameter('Message too long');
  return { ...about, type: 'Notification', texts: readTexts(text, structure), subject, attributes };
}

function readTexts(text: string, structure: string | undefined): Record<string, string> {
  if (structure === undefined) return { default: text };
  if (structure !== 'json') throw invalidParameter('MessageStructure');
  const texts = Object.entries(parse(text)).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (!texts.some(([protocol]) => protocol === 'default'))
    throw invalidParameter('Message Structure - No default entry in JSON message body');
  return Object.fromEntries(texts);
}

function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below.
  }
  throw invalidParameter('Message Structure - JSON message body failed to parse');
}

function readMessageAttributes(
  given: NonNullable<PublishInput['MessageAttributes']>,
): Record<string, MessageAttribute> {
  return Object.fromEntries(
    Object.entries(given).map(([name, { DataType, StringValue, BinaryValue }]) => {
      if (!ATTRIBUTE_NAME.test(name)) throw invalidParameter(`The message attribute name '${name}' is not valid`);
      if (!DATA_TYPE.test(DataType)) throw invalidParameter(`The message attribute '${name}' has an invalid DataType`);
      const value = DataType.startsWith('Binary')
        ? BinaryValue && Buffer.from(BinaryValue).toString('base64')
        : StringValue;
      if (value === undefined || value === '')
        throw invalidParameter(`The message attribute '${name}' must contain a value of its type`);
      return [name, { Type: DataType, Value: value }];
    }),
  );
}
