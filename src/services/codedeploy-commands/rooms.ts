import type { SigningKey } from '../../credentials/signing-key.ts';
import type { Operation } from '../../kernel/operation.ts';
import type { HostCommands } from '../../ports/host-commands.ts';
import type { Operations } from './shapes.ts';

export interface CommandRooms {
  readonly commands: HostCommands;
  readonly signingKey: () => Promise<SigningKey>;
}

export type CommandOperation<Name extends keyof Operations> = Operation<
  Operations[Name]['input'],
  Operations[Name]['output'],
  CommandRooms
>;
