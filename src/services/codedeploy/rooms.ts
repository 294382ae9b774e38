import type { Events } from '../../events/events.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { Call, Operation } from '../../kernel/operation.ts';
import type { Database } from '../../store/database.ts';
import type { Work } from '../../work/work.ts';
import type { Operations } from './shapes.ts';
import type { DeploymentTimeouts } from './timeouts.ts';

export interface CodeDeployRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly work: Work;
  /** AWS's own unless told otherwise, for tests. */
  readonly timeouts?: Partial<DeploymentTimeouts> | undefined;
}

/** What moves deployments on. */
export type EngineRooms = Pick<CodeDeployRooms, 'clock' | 'ids' | 'events' | 'work' | 'timeouts'>;

/** An operation of CodeDeploy by its name. */
export type CodeDeployOperation<Name extends keyof Operations> = Operation<
  Operations[Name]['input'],
  Operations[Name]['output'],
  CodeDeployRooms
>;

export type CodeDeployCall = Call<CodeDeployRooms>;
