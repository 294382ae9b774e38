import type { Call, Operation } from '../../kernel/operation.ts';
import type { Agents } from '../../ports/agents.ts';
import type { Database } from '../../store/database.ts';
import type { Operations } from './shapes.ts';

export interface WatchRooms {
  readonly database: Database;
  readonly agents: Agents;
}

export type WatchOperation<Name extends keyof Operations> = Operation<
  Operations[Name]['input'],
  Operations[Name]['output'],
  WatchRooms
>;

export type WatchCall = Call<WatchRooms>;
