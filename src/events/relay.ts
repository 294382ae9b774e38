import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { Log } from '../kernel/log.ts';
import type { Database, Tx } from '../store/database.ts';
import { insertDelivery } from '../store/deliveries.ts';
import { type OutboxRow, takeEvents } from '../store/outbox.ts';
import type { BusPlace } from '../store/rules.ts';
import { again, done, type Verdict, type Work } from '../work/work.ts';
import { laneOf } from './lane.ts';
import { parseJson } from './pattern/json-node.ts';
import type { ListeningRule, RuleBook } from './rule-book.ts';

export interface RelayRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly work: Work;
}

/** Delivers what waits in a lane; the key is the lane. */
export const DELIVERY_WORK = 'events.delivery';

/** Events of one transaction. */
const BATCH = 50;

/**
 * Takes events off the outbox in their order and leaves one delivery for each target of each rule they match, in one
 * transaction: no event is lost between, and none is matched twice. The key is `account/region`.
 */
export async function relay(key: string, rooms: RelayRooms, book: RuleBook): Promise<Verdict> {
  const [account = '', region = ''] = key.split('/');
  const taken = await rooms.database.write(async (tx) => {
    const events = await takeEvents(tx, account, region, BATCH);
    // Read after the events: a rule that was there when an event was emitted is never missed.
    const rules = await book.rulesOf(tx, { account, region });
    if (rules.length > 0) for (const event of events) await match(tx, event, rules, rooms);
    return events.length;
  });
  return taken === BATCH ? again(rooms.clock.now()) : done;
}

async function match(
  tx: Tx,
  { account, region, event }: OutboxRow,
  rules: readonly ListeningRule[],
  rooms: RelayRooms,
): Promise<void> {
  const parsed = parseJson(event);
  for (const rule of rules) {
    if (!rule.matches(parsed)) continue;
    for (const target of rule.targets)
      await orderDelivery(tx, { account, region }, { rule: rule.name, target, event }, rooms);
  }
}

export async function orderDelivery(
  tx: Tx,
  place: BusPlace,
  what: { readonly rule: string; readonly target: string; readonly event: string },
  { ids, clock, work }: RelayRooms,
): Promise<void> {
  const id = ids.uuid();
  const { account, region } = place;
  const lane = laneOf(place, what);
  await insertDelivery(tx, { id, account, region, ...what, lane, created: clock.now() });
  await work.schedule(tx, DELIVERY_WORK, lane);
}
