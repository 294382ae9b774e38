import type { Principal } from '../../kernel/operation.ts';
import type { Scope } from '../../store/applications.ts';
import type { Reader } from '../../store/database.ts';
import { findCommand, type HostCommand } from '../../store/host-commands.ts';
import { findInstanceOfHost } from '../../store/on-premises-instances.ts';
import { notTheHost, unknownCommand, unknownHost } from './errors.ts';

/** The part of a call that says who speaks. */
export interface Speaker extends Scope {
  readonly principal: Principal;
}

/** A host speaks for itself; the account's root may speak for every host of the account. */
export function checkSpeaker({ principal, account }: Speaker, host: string): void {
  if (principal.arn === host || principal.arn === `arn:aws:iam::${account}:root`) return;
  throw notTheHost(principal.arn, host);
}

export async function checkHost(reader: Reader, speaker: Speaker, host: string): Promise<void> {
  checkSpeaker(speaker, host);
  if ((await findInstanceOfHost(reader, speaker, host)) === undefined) throw unknownHost(host);
}

/** The command of that id, if it was given to a host that the caller speaks for. */
export async function theCommand(reader: Reader, speaker: Speaker, id: string): Promise<HostCommand> {
  const command = await findCommand(reader, id);
  if (command === undefined || command.account !== speaker.account || command.region !== speaker.region) {
    throw unknownCommand(id);
  }
  checkSpeaker(speaker, command.host);
  return command;
}
