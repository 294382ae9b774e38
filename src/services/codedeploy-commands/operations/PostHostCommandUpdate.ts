import { answeredStatus } from '../answered-status.ts';
import { theCommand } from '../host-identity.ts';
import type { CommandOperation } from '../rooms.ts';

/** A sign of life from a command under way; agents are given no more time for it. No known agent calls it. */
export const PostHostCommandUpdate: CommandOperation<'PostHostCommandUpdate'> = async (input, call) => ({
  CommandStatus: answeredStatus(await theCommand(call, input.HostCommandIdentifier)),
});
