import { answeredStatus } from '../answered-status.ts';
import { theCommand } from '../host-identity.ts';
import type { CommandOperation } from '../rooms.ts';

/** A sign of life from a command under way; agents are given no more time for it. No known agent calls it. */
export const PostHostCommandUpdate: CommandOperation<'PostHostCommandUpdate'> = (input, call) =>
  call.rooms.database.read(async (reader) => ({
    CommandStatus: answeredStatus(await theCommand(reader, call, input.HostCommandIdentifier)),
  }));
