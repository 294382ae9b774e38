import type { HostScope } from './host-commands.ts';

/**
 * `LATE` when it has missed polls that it should have made, `LOST` when a lifecycle event offered to it at its last poll would have
 * failed by now because nobody took it.
 */
export type AgentHealth = 'HEALTHY' | 'LATE' | 'LOST' | 'NEVER_SEEN';

/** The agent of an on-premises instance, as its polls show it. */
export interface AgentView {
  readonly instance: string;
  /** The IAM ARN it names itself by. */
  readonly host: string;
  readonly health: AgentHealth;
  /** Milliseconds since the epoch; undefined when it has never polled. */
  readonly lastPolled: number | undefined;
  /** What it says it is; not every agent does. */
  readonly version: string | undefined;
}

/** Agents of registered on-premises instances. */
export interface Agents {
  /** In the order of the instances' names, from the one after `after`; of `names` only, when given. */
  list(
    scope: HostScope,
    page: { readonly names?: readonly string[] | undefined; readonly after: string; readonly limit: number },
  ): Promise<readonly AgentView[]>;
}
