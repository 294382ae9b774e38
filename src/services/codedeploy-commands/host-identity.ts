import type { Call, Principal } from '../../kernel/operation.ts';
import type { HostCommand } from '../../ports/host-commands.ts';
import { notTheHost, unknownCommand } from './errors.ts';
import type { CommandRooms } from './rooms.ts';

/** The part of a call that says who speaks. */
export interface Speaker {
  readonly principal: Principal;
  readonly account: string;
}

/** A host speaks for itself; the account's root may speak for every host of the account. */
export function checkSpeaker({ principal, account }: Speaker, host: string): void {
  if (principal.arn === host || principal.arn === `arn:aws:iam::${account}:root`) return;
  throw notTheHost(principal.arn, host);
}

/** The command of that id, if it was given to a host that the caller speaks for. */
export async function theCommand(call: Call<CommandRooms>, id: string): Promise<HostCommand> {
  const command = await call.rooms.commands.find(call, id);
  if (command === undefined) throw unknownCommand(id);
  checkSpeaker(call, command.host);
  return command;
}
