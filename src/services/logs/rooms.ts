import type { Clock } from '../../kernel/clock.ts';
import type { Operation } from '../../kernel/operation.ts';
import type { Database } from '../../store/database.ts';
import type { Work } from '../../work/work.ts';
import type { Operations } from './shapes.ts';

export interface LogsRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly work: Work;
}

/** An operation of the service, by its name in the model. */
export type LogsOperation<Name extends keyof Operations> = Operation<
  Operations[Name]['input'],
  Operations[Name]['output'],
  LogsRooms
>;
