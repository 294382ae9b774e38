import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Destinations } from './install/destinations.ts';
import type { Places } from './places.ts';
import type { Specification } from './specification.ts';
import type { Remote } from './wire/signed-request.ts';

/** A deployment on this host, and what the host has for performing it. */
export interface Deployment extends Host {
  readonly specification: Specification;
  readonly log: Log;
  readonly stop: AbortSignal;
}

export interface Host {
  readonly places: Places;
  readonly destinations: Destinations;
  readonly s3: Remote;
  /** Revisions kept of each deployment group. */
  readonly maxRevisions: number;
  /** What scripts inherit; without the keys of the agent. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where scripts start. */
  readonly directory: string;
  readonly clock: Clock;
}
