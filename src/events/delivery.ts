import { parseArn } from '../kernel/arn.ts';
import { isServiceError } from '../kernel/service-error.ts';
import type { RuleTarget } from '../ports/rule-target.ts';
import { type DeliveryRow, dropDelivery, dueDeliveries, nextDue, postponeDelivery } from '../store/deliveries.ts';
import { again, done, type Verdict } from '../work/work.ts';
import type { RelayRooms } from './relay.ts';
import { shapeInput } from './shape-input.ts';
import { ruleArn, type StoredTarget } from './target.ts';

export interface DeliveryRooms extends RelayRooms {
  readonly targets: readonly RuleTarget[];
}

/** Deliveries of one look at a lane. */
const BATCH = 20;
const MAX_ATTEMPTS = 185;
const MAX_AGE_SECONDS = 86_400;
const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 10 * 60_000;

/**
 * Makes the deliveries of a lane that are due, one after the other: a target hears of a pipeline in the order in which things
 * happened. What fails is tried again later and holds up nothing behind it.
 */
export async function deliver(lane: string, rooms: DeliveryRooms): Promise<Verdict> {
  const { database, clock } = rooms;
  const due = await database.read((reader) => dueDeliveries(reader, lane, clock.now(), BATCH));
  for (const delivery of due) await deliverOne(delivery, rooms);
  const next = await database.read((reader) => nextDue(reader, lane));
  return next === undefined ? done : again(next);
}

/** What the target refuses for good, and what fails for too long, is logged and dropped. */
async function deliverOne(delivery: DeliveryRow, rooms: DeliveryRooms): Promise<void> {
  const target: StoredTarget = JSON.parse(delivery.target);
  try {
    await send(delivery, target, rooms);
  } catch (error) {
    const retryAt = retryTime(delivery, target, rooms.clock.now());
    if (isWorthRetrying(error) && retryAt !== undefined) {
      await rooms.database.write((tx) => postponeDelivery(tx, delivery.id, retryAt));
      return;
    }
    logLoss('an event was not delivered', { delivery, target, error }, rooms);
  }
  await rooms.database.write((tx) => dropDelivery(tx, delivery.id));
}

async function send(delivery: DeliveryRow, target: StoredTarget, rooms: DeliveryRooms): Promise<void> {
  const rule = ruleArn(delivery, delivery.rule);
  const payload = shapeInput(target, {
    event: delivery.event,
    ruleArn: rule,
    ruleName: delivery.rule,
    ingested: delivery.created,
  });
  if (payload === undefined) {
    logLoss('an event was not delivered: its input is not JSON', { delivery, target }, rooms);
    return;
  }
  const { Arn, RoleArn, Input, InputPath, InputTransformer } = target;
  const arn = parseArn(Arn);
  const kind = rooms.targets.find((each) => arn !== undefined && each.service === arn.service && each.accepts(arn));
  if (arn === undefined || kind === undefined) {
    logLoss('an event was not delivered: its target is of a kind that is not there', { delivery, target }, rooms);
    return;
  }
  await kind.deliver({
    account: delivery.account,
    region: delivery.region,
    ruleArn: rule,
    roleArn: RoleArn,
    target: { ...arn, text: Arn },
    payload,
    shaped: Input !== undefined || InputPath !== undefined || InputTransformer !== undefined,
    id: delivery.id,
  });
}

/** A target that is missing, or does not take the input, will not take it later either. */
function isWorthRetrying(error: unknown): boolean {
  return !isServiceError(error) || error.status >= 500 || /Throttl|TooManyRequests|LimitExceeded/.test(error.code);
}

/** Later and later; undefined when the target's retry policy gives the event up before. */
function retryTime({ id, attempts, created }: DeliveryRow, target: StoredTarget, now: number): number | undefined {
  const { MaximumRetryAttempts = MAX_ATTEMPTS, MaximumEventAgeInSeconds = MAX_AGE_SECONDS } = target.RetryPolicy ?? {};
  const backoff = Math.min(FIRST_BACKOFF_MS * 2 ** Math.min(attempts, 20), MAX_BACKOFF_MS);
  const at = now + backoff * (0.5 + spread(id) / 2);
  return attempts < MaximumRetryAttempts && at <= created + MaximumEventAgeInSeconds * 1000
    ? Math.round(at)
    : undefined;
}

/** Between 0 and 1, from the digits of the delivery's id: what failed together does not come back together. */
function spread(id: string): number {
  return Number.parseInt(id.slice(-4), 16) / 0x10000 || 0;
}

interface Loss {
  readonly delivery: DeliveryRow;
  readonly target: StoredTarget;
  readonly error?: unknown;
}

function logLoss(message: string, { delivery, target, error }: Loss, { log }: DeliveryRooms): void {
  const { rule, attempts, event } = delivery;
  log.error(message, { rule, target: target.Arn, targetId: target.Id, attempts, event, ...(error ? { error } : {}) });
}
