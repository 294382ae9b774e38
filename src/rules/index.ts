import type { ActionProvider } from '../actions/action.ts';
import type { Aws } from '../aws/aws.ts';
import type { Clock } from '../kernel/clock.ts';
import { asAction } from './as-action.ts';
import { cloudWatchAlarm } from './cloudwatch-alarm.ts';
import { deploymentWindow } from './deployment-window.ts';
import type { RuleProvider } from './rule.ts';
import { variableCheck } from './variable-check.ts';

export interface RuleRooms {
  readonly clock: Clock;
  readonly aws: Aws;
  /** Some rules do what an action does. */
  readonly actions: readonly ActionProvider[];
}

/** Every kind of rule that works, one row each. A pipeline that names another is refused. */
export function createRuleProviders({ clock, aws, actions }: RuleRooms): readonly RuleProvider[] {
  return [
    variableCheck(),
    deploymentWindow({ clock }),
    asAction('CodeBuild', action(actions, 'Build', 'CodeBuild')),
    asAction('Commands', action(actions, 'Compute', 'Commands')),
    asAction('LambdaInvoke', action(actions, 'Invoke', 'Lambda')),
    cloudWatchAlarm({ aws, clock }),
  ];
}

function action(actions: readonly ActionProvider[], category: string, provider: string): ActionProvider {
  const found = actions.find(({ type }) => type.category === category && type.provider === provider);
  if (found === undefined) throw new Error(`There is no action ${category}/${provider}`);
  return found;
}
