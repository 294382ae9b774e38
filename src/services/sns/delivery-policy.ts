import { invalidParameter } from './errors.ts';

/** How deliveries over HTTP are tried again: `healthyRetryPolicy` of a delivery policy. Delays in seconds. */
export interface RetryPolicy {
  readonly minDelayTarget: number;
  readonly maxDelayTarget: number;
  readonly numRetries: number;
  readonly numNoDelayRetries: number;
  readonly numMinDelayRetries: number;
  readonly numMaxDelayRetries: number;
  readonly backoffFunction: 'linear' | 'arithmetic' | 'geometric' | 'exponential';
}

export const DEFAULT_RETRIES: RetryPolicy = {
  minDelayTarget: 20,
  maxDelayTarget: 20,
  numRetries: 3,
  numNoDelayRetries: 0,
  numMinDelayRetries: 0,
  numMaxDelayRetries: 0,
  backoffFunction: 'linear',
};

const BACKOFFS: readonly unknown[] = ['linear', 'arithmetic', 'geometric', 'exponential'];
const MAX_RETRIES = 100;
const MAX_DELAY_SECONDS = 3600;

/**
 * Milliseconds to wait after so many failed attempts; undefined when it was the last. First come the retries without delay, then
 * those at the least delay, then a way up to the greatest, then those at the greatest.
 */
export function delayAfter(attempts: number, policy: RetryPolicy): number | undefined {
  const { numRetries, numNoDelayRetries, numMinDelayRetries, numMaxDelayRetries } = policy;
  if (attempts > numRetries) return undefined;
  if (attempts <= numNoDelayRetries) return 0;
  const risen = attempts - numNoDelayRetries - numMinDelayRetries;
  const rises = numRetries - numNoDelayRetries - numMinDelayRetries - numMaxDelayRetries;
  if (risen <= 0) return policy.minDelayTarget * 1000;
  if (risen >= rises) return policy.maxDelayTarget * 1000;
  return Math.round(between(policy, risen / rises) * 1000);
}

function between({ minDelayTarget: from, maxDelayTarget: to, backoffFunction }: RetryPolicy, way: number): number {
  switch (backoffFunction) {
    case 'linear':
      return from + (to - from) * way;
    case 'arithmetic':
      return from + (to - from) * way ** 2;
    case 'geometric':
      return from * (to / Math.max(from, 1)) ** way;
    case 'exponential':
      return from + (to - from) * ((2 ** (way * 5) - 1) / 31);
  }
}

/** The retry policy in the JSON of a topic's or a subscription's DeliveryPolicy. */
export function readDeliveryPolicy(text: string, of: 'topic' | 'subscription'): RetryPolicy {
  const policy = parse(text);
  const http = of === 'topic' ? member(policy, 'http') : policy;
  const given = member(http, of === 'topic' ? 'defaultHealthyRetryPolicy' : 'healthyRetryPolicy') ?? {};
  const merged = { ...DEFAULT_RETRIES, ...given } as Record<keyof RetryPolicy, unknown>;
  if (!isPolicy(merged)) throw invalidParameter('DeliveryPolicy: healthyRetryPolicy is out of its limits');
  return merged;
}

function isPolicy(
  policy: Record<keyof RetryPolicy, unknown>,
): policy is Record<keyof RetryPolicy, never> & RetryPolicy {
  const { backoffFunction, minDelayTarget, maxDelayTarget, numRetries, ...counts } = policy;
  const phases = Object.values(counts);
  return (
    BACKOFFS.includes(backoffFunction) &&
    isWithin(minDelayTarget, MAX_DELAY_SECONDS) &&
    isWithin(maxDelayTarget, MAX_DELAY_SECONDS) &&
    minDelayTarget <= maxDelayTarget &&
    isWithin(numRetries, MAX_RETRIES) &&
    phases.every((count) => isWithin(count, MAX_RETRIES)) &&
    phases.reduce<number>((sum, count) => sum + Number(count), 0) <= numRetries
  );
}

function isWithin(value: unknown, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidParameter('DeliveryPolicy: not JSON');
  }
}

function member(value: unknown, name: string): object | undefined {
  if (typeof value !== 'object' || value === null) throw invalidParameter('DeliveryPolicy: not an object');
  const found = (value as Record<string, unknown>)[name];
  if (found === undefined || found === null) return undefined;
  if (typeof found !== 'object') throw invalidParameter(`DeliveryPolicy: ${name} is not an object`);
  return found;
}
