import type { SigningKey } from '../../credentials/signing-key.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { Log } from '../../kernel/log.ts';
import type { Call, Operation } from '../../kernel/operation.ts';
import type { Database } from '../../store/database.ts';
import type { Work } from '../../work/work.ts';
import type { Operations } from './shapes.ts';

export interface SnsRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly work: Work;
  readonly signingKey: () => Promise<SigningKey>;
  /** Base URL of this server as subscribers reach it; known only once the port is open. */
  readonly endpoint: () => string;
}

export type SnsCall = Call<SnsRooms>;

/** An operation of the service, by its name in the model. */
export type SnsOperation<Name extends keyof Operations> = Operation<
  Operations[Name]['input'],
  Operations[Name]['output'],
  SnsRooms
>;
