import type { HostCommand } from '../../ports/host-commands.ts';
import type { CommandStatus } from './shapes.ts';

/** A command taken back is told as Failed: the agent then runs nothing. */
export function answeredStatus({ status }: HostCommand): CommandStatus {
  return status === 'Skipped' ? 'Failed' : status;
}
