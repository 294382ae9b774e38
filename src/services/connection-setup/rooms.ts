import type { Operation } from '../../kernel/operation.ts';
import type { ConnectionSetup } from '../../ports/connections.ts';
import type { Operations } from './shapes.ts';

export interface ConnectionSetupRooms {
  readonly setup: ConnectionSetup;
  /** Base URL under which git hosts reach the server; undefined: the one their caller used. */
  readonly publicUrl: string | undefined;
}

export type ConnectionSetupOperation<Name extends keyof Operations> = Operation<
  Operations[Name]['input'],
  Operations[Name]['output'],
  ConnectionSetupRooms
>;
