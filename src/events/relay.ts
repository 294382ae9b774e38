import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { Log } from '../kernel/log.ts';
import type { Database, Tx } from '../store/database.ts';
import { insertDelivery } from '../store/deliveries.ts';
import { type EventToKeep, keepEvents } from '../store/kept-events.ts';
import { hasEvents, type OutboxRow, takeEvents, tryLockOutbox } from '../store/outbox.ts';
import type { BusPlace } from '../store/rules.ts';
import type { Work } from '../work/work.ts';
import { laneOf } from './lane.ts';
import { announceLive } from './live-events.ts';
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

const OF_PIPELINE = /^\{"version":"0","id":"[^"]*","detail-type":"[^"\\]*","source":"aws\.codepipeline",/;
const EXECUTION = /"execution-id":"([^"]*)"/;
/** Events of one transaction. */
const BATCH = 100;

/**
 * Takes events off the outbox in their order, keeps them for those who ask later, tells those who watch, and leaves one delivery for
 * each target of each rule they match, in one transaction: no event is lost between, and none is matched twice. One node at a time,
 * for deliveries keep the order of the events. Who finds another at it leaves what there is to that one, which looks again when it is
 * through: what was committed before this node came is seen then at the latest.
 */
export async function relay(rooms: RelayRooms, book: RuleBook): Promise<'more' | 'empty'> {
  if (!(await rooms.database.read(hasEvents))) return 'empty';
  const hadLock = await rooms.database.write(async (tx) => {
    if (!(await tryLockOutbox(tx))) return false;
    const events = await takeEvents(tx, BATCH);
    for (const event of events) announceLive(tx, event, event.event);
    await keepEvents(tx, events.map(withExecution), rooms.clock.now());
    for (const [bus, ofBus] of Map.groupBy(events, ({ account, region }) => `${account}/${region}`)) {
      const [account = '', region = ''] = bus.split('/');
      // Read after the events: a rule that was there when an event was emitted is never missed.
      const rules = await book.rulesOf(tx, { account, region });
      if (rules.length > 0) for (const event of ofBus) await match(tx, event, rules, rooms);
    }
    return true;
  });
  // Also when it took nothing: others may have left for its lock alone.
  return hadLock ? 'more' : 'empty';
}

/**
 * Only what is CodePipeline's own tells of an execution: nobody else can put this source on the bus, and envelopes begin as
 * `envelope` writes them. Read without parsing: that would be a third of what keeping an event costs.
 */
function withExecution({ account, region, event }: OutboxRow): EventToKeep {
  const executionId = OF_PIPELINE.test(event) ? EXECUTION.exec(event)?.[1] : undefined;
  return { account, region, event, executionId: executionId ?? null };
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
