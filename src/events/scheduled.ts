import type { Tx } from '../store/database.ts';
import { lockRuleById, type RuleRow, setNextRun, targetsOfRule } from '../store/rules.ts';
import { again, done, type Verdict } from '../work/work.ts';
import { envelope } from './events.ts';
import { orderDelivery, type RelayRooms } from './relay.ts';
import { parseSchedule } from './schedule/schedule.ts';
import { ruleArn } from './target.ts';

/** Fires a scheduled rule; the key is the rule's id. */
export const SCHEDULE_WORK = 'events.schedule';

/** Sends the Scheduled Event to the rule's own targets and sets the next time, in one transaction. */
export async function fire(key: string, rooms: RelayRooms): Promise<Verdict> {
  const now = rooms.clock.now();
  const next = await rooms.database.write(async (tx) => {
    const rule = await lockRuleById(tx, Number(key));
    if (rule?.nextRun === undefined || rule.nextRun === null || rule.schedule === null) return undefined;
    if (rule.nextRun > now) return rule.nextRun;
    const following = parseSchedule(rule.schedule)?.following(rule.nextRun, now);
    await orderDeliveries(tx, rule, rule.nextRun, rooms);
    await setNextRun(tx, rule.id, following ?? null);
    return following;
  });
  return next === undefined ? done : again(next);
}

async function orderDeliveries(tx: Tx, rule: RuleRow, time: number, rooms: RelayRooms): Promise<void> {
  const { account, region } = rule;
  const head = {
    source: 'aws.events',
    detailType: 'Scheduled Event',
    account,
    region,
    time,
    resources: [ruleArn(rule, rule.name)],
  };
  const event = envelope(head, rooms.ids.uuid(), '{}');
  for (const { settings } of await targetsOfRule(tx, rule.id))
    await orderDelivery(tx, rule, { rule: rule.name, target: settings, event }, rooms);
}
