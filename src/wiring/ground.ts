import type { ActionProvider } from '../actions/action.ts';
import { type Config, DEFAULT_ROOT_KEY } from '../config.ts';
import { createKeys } from '../credentials/keys.ts';
import { createGitEvents } from '../engine/git-events.ts';
import { createSourceChanges } from '../engine/source-changes.ts';
import { createEvents } from '../events/events.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { Log } from '../kernel/log.ts';
import type { RuleTarget } from '../ports/rule-target.ts';
import type { RuleProvider } from '../rules/rule.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { DeploymentTimeouts } from '../services/codedeploy/timeouts.ts';
import type { Database } from '../store/database.ts';
import type { Worker } from '../work/worker.ts';

/** What the outside lends to the server: replaced in tests. */
export interface Outside {
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly log?: Log;
  readonly deploymentTimeouts?: Partial<DeploymentTimeouts>;
  /** Milliseconds after which the work of a server that shows no life is another's. */
  readonly leaseMs?: number;
  /** Kinds of targets of event rules beside our own. */
  readonly ruleTargets?: readonly RuleTarget[];
  /** Kinds of action beside our own. */
  readonly providers?: readonly ActionProvider[];
  /** Executions of a QUEUED or PARALLEL pipeline that may be under way; undefined: as many as AWS allows. */
  readonly maxConcurrent?: number;
  /** Kinds of rule beside our own. */
  readonly rules?: readonly RuleProvider[];
}

/** What rooms stand on: made, or lent, by whoever wires them. */
export interface Ground {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly database: Database;
  readonly worker: Worker;
}

/** What nearly every room is handed, and the ways on which they tell each other what happened. */
export type Base = ReturnType<typeof wireBase>;

export function wireBase(config: Config, { clock, ids, log, secrets, database, worker }: Ground) {
  const root = { ...(config.rootKey ?? DEFAULT_ROOT_KEY), account: config.account };
  const keys = createKeys({ database, clock, ids, root });
  const events = createEvents({ ids, work: worker });
  const changes = createSourceChanges({ work: worker });
  const gitEvents = createGitEvents({ database, clock, ids, work: worker });
  return { keys, secrets, changes, gitEvents, rooms: { database, clock, ids, log, events, work: worker } };
}
