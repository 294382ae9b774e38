import { DEFAULT_RETRIES, type RetryPolicy, readDeliveryPolicy } from './delivery-policy.ts';
import { invalidParameter } from './errors.ts';

/** Attributes as they are kept: name and text. */
export type Attributes = Readonly<Record<string, string>>;

/** Gaps: policies are kept and not evaluated. FIFO topics, encryption, tracing and delivery logging are refused by name. */
export function checkTopicAttribute(name: string, value: string): void {
  switch (name) {
    case 'DisplayName':
      if (value.length > 100 || /[\r\n]/.test(value)) throw invalidParameter('DisplayName');
      return;
    case 'Policy':
      checkJson(name, value);
      return;
    case 'DeliveryPolicy':
      if (value !== '') readDeliveryPolicy(value, 'topic');
      return;
    case 'SignatureVersion':
      if (value !== '1' && value !== '2') throw invalidParameter('SignatureVersion must be 1 or 2');
      return;
    case 'FifoTopic':
    case 'ContentBasedDeduplication':
      if (value === 'false') return;
      throw invalidParameter(`Attributes Reason: ${name} is not implemented by this server`);
    default:
      if (!isSwitchedOff(name, value))
        throw invalidParameter(`AttributeName Reason: ${name} is not implemented by this server`);
  }
}

/** Terraform sets what it has no setting for to what AWS does by itself. */
function isSwitchedOff(name: string, value: string): boolean {
  if (name === 'TracingConfig') return value === 'PassThrough';
  return /^(Application|Firehose|HTTP|Lambda|SQS)SuccessFeedbackSampleRate$/.test(name) && value === '0';
}

/** What filter policies must be is checked with all attributes together. Gaps: dead-letter queues and replays are refused by name. */
export function checkSubscriptionAttribute(name: string, value: string): void {
  switch (name) {
    case 'RawMessageDelivery':
      if (value !== 'true' && value !== 'false') throw invalidParameter('RawMessageDelivery must be true or false');
      return;
    case 'DeliveryPolicy':
      if (value !== '') readDeliveryPolicy(value, 'subscription');
      return;
    case 'FilterPolicy':
    case 'FilterPolicyScope':
      return;
    default:
      throw invalidParameter(`AttributeName Reason: ${name} is not implemented by this server`);
  }
}

function checkJson(name: string, text: string): void {
  try {
    JSON.parse(text);
  } catch {
    throw invalidParameter(`${name}: not JSON`);
  }
}

export function readAttributes({ attributes }: { readonly attributes: string }): Attributes {
  const kept: Attributes = JSON.parse(attributes);
  return kept;
}

/** An empty text takes an attribute away. */
export function withAttribute(attributes: Attributes, name: string, value: string): Attributes {
  const { [name]: _, ...others } = attributes;
  return value === '' ? others : { ...others, [name]: value };
}

/** The subscription's own policy wins over that of its topic. */
export function retryPolicyOf(topic: Attributes, subscription: Attributes = {}): RetryPolicy {
  if (subscription.DeliveryPolicy !== undefined) return readDeliveryPolicy(subscription.DeliveryPolicy, 'subscription');
  return topic.DeliveryPolicy === undefined ? DEFAULT_RETRIES : readDeliveryPolicy(topic.DeliveryPolicy, 'topic');
}
