import type { Clock } from '../../kernel/clock.ts';
import type { Operation } from '../../kernel/operation.ts';
import type { Database } from '../../store/database.ts';
import type { EngineRooms } from '../codedeploy/rooms.ts';
import type { Operations } from './shapes.ts';
import type { SigningKey } from './signing-key.ts';

export interface CommandRooms extends EngineRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly signingKey: () => Promise<SigningKey>;
}

export type CommandOperation<Name extends keyof Operations> = Operation<
  Operations[Name]['input'],
  Operations[Name]['output'],
  CommandRooms
>;
