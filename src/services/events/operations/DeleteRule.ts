import { ruleArn } from '../../../events/target.ts';
import { deleteRule, lockRule, targetsOfRule } from '../../../store/rules.ts';
import { dropTags } from '../../../store/tags.ts';
import { requireDefaultBus } from '../bus.ts';
import { validation } from '../errors.ts';
import type { EventsOperation } from '../rooms.ts';

/** A rule that is not there is deleted already. */
export const DeleteRule: EventsOperation<'DeleteRule'> = async ({ Name, EventBusName }, call) => {
  requireDefaultBus(call, EventBusName);
  await call.rooms.database.write(async (tx) => {
    const rule = await lockRule(tx, call, Name);
    if (rule === undefined) return;
    if ((await targetsOfRule(tx, rule.id)).length > 0) throw validation("Rule can't be deleted since it has targets.");
    await deleteRule(tx, rule);
    await dropTags(tx, ruleArn(call, Name));
  });
  return {};
};
