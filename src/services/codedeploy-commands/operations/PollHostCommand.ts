import { unknownHost } from '../errors.ts';
import { executionId } from '../execution-id.ts';
import { checkSpeaker } from '../host-identity.ts';
import type { CommandOperation } from '../rooms.ts';

/** Answers the next command of the host as soon as there is one, or `{}` after some seconds without. */
export const PollHostCommand: CommandOperation<'PollHostCommand'> = async (input, call) => {
  const { HostIdentifier: host, AgentVersion: version } = input;
  const { commands } = call.rooms;
  checkSpeaker(call, host);
  if (!(await commands.isRegistered(call, host))) throw unknownHost(host);
  await commands.heard(call, host, version);
  const command = await commands.next(call, host, call.signal);
  if (command === undefined) return {};
  return {
    HostCommand: {
      HostCommandIdentifier: command.id,
      HostIdentifier: command.host,
      DeploymentExecutionId: executionId(command),
      CommandName: command.name,
    },
  };
};
