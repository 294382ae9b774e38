/**
 * Gaps: RoleArn is kept, and not checked against the role's trust. A rule that asks for all CloudTrail management events is an
 * enabled one: no service here sends any.
 */
import { ruleArn } from '../../../events/target.ts';
import { countRules, findRule, putRule, type RuleSettings } from '../../../store/rules.ts';
import { requireDefaultBus } from '../bus.ts';
import { checkPattern } from '../check-pattern.ts';
import { limitExceeded, validation } from '../errors.ts';
import type { EventsOperation } from '../rooms.ts';
import { firstRun, wakeAt } from '../scheduling.ts';
import type { PutRuleRequest } from '../shapes.ts';
import { addTags } from '../tags.ts';

const MAX_RULES = 300;

/** Makes a rule, or replaces all of it but its targets and tags. */
export const PutRule: EventsOperation<'PutRule'> = async (input, call) => {
  requireDefaultBus(call, input.EventBusName);
  const settings = settingsOf(input, call.now);
  const arn = ruleArn(call, input.Name);
  await call.rooms.database.write(async (tx) => {
    const known = await findRule(tx, call, input.Name);
    if (known === undefined && (await countRules(tx, call)) >= MAX_RULES) throw limitExceeded();
    const id = await putRule(tx, call, settings);
    if (known === undefined) await addTags(tx, arn, input.Tags ?? []);
    await wakeAt(tx, id, settings.nextRun, call.rooms.work);
  });
  return { RuleArn: arn };
};

function settingsOf(input: PutRuleRequest, now: number): RuleSettings {
  const { EventPattern, ScheduleExpression, State = 'ENABLED' } = input;
  if (!EventPattern && !ScheduleExpression)
    throw validation('Parameter(s) EventPattern or ScheduleExpression must be specified.');
  if (EventPattern) checkPattern(EventPattern);
  return {
    name: input.Name,
    state: State,
    eventPattern: EventPattern || null,
    schedule: ScheduleExpression || null,
    nextRun: firstRun(ScheduleExpression || undefined, State, now),
    description: input.Description ?? null,
    roleArn: input.RoleArn ?? null,
  };
}
