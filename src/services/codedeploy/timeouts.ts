/** How long an agent may take, in milliseconds. */
export interface DeploymentTimeouts {
  /** From the offer of a lifecycle event until an agent acknowledges it. */
  readonly unclaimed: number;
  /** From the acknowledgement until the report of its end. */
  readonly running: number;
  /** How long a command that was handed out is kept from other polls when no acknowledgement comes. */
  readonly handOut: number;
  /** How long a poll is held while there is nothing to do. */
  readonly poll: number;
  /** How long a deployment that was stopped waits for the events under way. */
  readonly stopping: number;
}

/** AWS's own, as far as they can be seen from outside. */
export const TIMEOUTS: DeploymentTimeouts = {
  unclaimed: 5 * 60_000,
  running: 70 * 60_000,
  handOut: 60_000,
  poll: 20_000,
  stopping: 5 * 60_000,
};
