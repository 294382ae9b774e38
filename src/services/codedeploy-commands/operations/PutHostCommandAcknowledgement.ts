import { answeredStatus } from '../answered-status.ts';
import { saysNoop } from '../diagnostics.ts';
import { theCommand } from '../host-identity.ts';
import type { CommandOperation } from '../rooms.ts';

/**
 * The agent has the command and is about to run it. A command that has nothing to do there is ended at once, which spares the
 * agent its report: told Succeeded, it drops the command.
 */
export const PutHostCommandAcknowledgement: CommandOperation<'PutHostCommandAcknowledgement'> = async (input, call) => {
  const command = await theCommand(call, input.HostCommandIdentifier);
  const acknowledged = await call.rooms.commands.acknowledge(command, saysNoop(input.Diagnostics));
  return { CommandStatus: answeredStatus(acknowledged) };
};
