import { ruleArn } from '../../events/target.ts';
import type { RuleRow } from '../../store/rules.ts';
import { DEFAULT_BUS } from './bus.ts';
import type { Rule } from './shapes.ts';

export function ruleView(rule: RuleRow): Rule {
  return {
    Name: rule.name,
    Arn: ruleArn(rule, rule.name),
    EventPattern: rule.eventPattern ?? undefined,
    State: rule.state as Rule['State'],
    Description: rule.description ?? undefined,
    ScheduleExpression: rule.schedule ?? undefined,
    RoleArn: rule.roleArn ?? undefined,
    EventBusName: DEFAULT_BUS,
  };
}
