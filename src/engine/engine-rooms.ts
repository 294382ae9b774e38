import type { Providers } from '../actions/action.ts';
import type { Events } from '../events/events.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { Log } from '../kernel/log.ts';
import type { RuleProvider } from '../rules/rule.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Database } from '../store/database.ts';
import type { Work } from '../work/work.ts';
import type { Declarations } from './facts/declarations.ts';
import type { FreshAttempts } from './facts/fresh-attempts.ts';

/** What the engine works with. It knows providers of actions and rules by their interfaces only. */
export interface EngineRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly events: Events;
  readonly work: Work;
  readonly declarations: Declarations;
  readonly fresh: FreshAttempts;
  readonly providers: Providers;
  readonly rules: readonly RuleProvider[];
  readonly secrets: Secrets;
  /** Executions of a QUEUED or PARALLEL pipeline that may be under way. */
  readonly maxConcurrent: number;
}

/** Kind of the durable work that performs an action; its key is the action execution id. */
export const ACTION_WORK = 'codepipeline.action';

/** Kind of the durable work that evaluates a rule; its key is the rule execution id. */
export const RULE_WORK = 'codepipeline.rule';

/** AWS leaves owner and version out of a declaration where there is one of each. */
export function findRule(
  rules: readonly RuleProvider[],
  type: { readonly provider: string; readonly owner?: string | undefined; readonly version?: string | undefined },
): RuleProvider | undefined {
  const { provider, owner = 'AWS', version = '1' } = type;
  return rules.find(
    (candidate) =>
      candidate.type.provider === provider && candidate.type.owner === owner && candidate.type.version === version,
  );
}
