import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { Call, Operation } from '../../kernel/operation.ts';
import type { ConnectionService } from '../../store/codeconnections/connections.ts';
import type { Database } from '../../store/database.ts';
import type { Operations } from './shapes.ts';

export interface CodeConnectionsRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The name under which the service is called: what is made has it in its ARN. */
  readonly calledAs: ConnectionService;
}

export type CodeConnectionsCall = Call<CodeConnectionsRooms>;

/** An operation of the service, by its name in the model. */
export type CodeConnectionsOperation<Name extends keyof Operations> = Operation<
  Operations[Name]['input'],
  Operations[Name]['output'],
  CodeConnectionsRooms
>;
