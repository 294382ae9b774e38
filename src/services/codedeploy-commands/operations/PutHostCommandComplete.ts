import { readReport } from '../diagnostics.ts';
import { clientException } from '../errors.ts';
import { theCommand } from '../host-identity.ts';
import type { CommandOperation } from '../rooms.ts';

/** The first report of an end counts. AWS's agent sends a failure twice: whatever comes later is accepted and changes nothing. */
export const PutHostCommandComplete: CommandOperation<'PutHostCommandComplete'> = async (input, call) => {
  const { HostCommandIdentifier: id, CommandStatus: status, Diagnostics } = input;
  if (status !== 'Succeeded' && status !== 'Failed') {
    throw clientException(`A command is completed as Succeeded or Failed, not as ${status}`);
  }
  const command = await theCommand(call, id);
  await call.rooms.commands.complete(command, readReport(Diagnostics, status));
  return {};
};
