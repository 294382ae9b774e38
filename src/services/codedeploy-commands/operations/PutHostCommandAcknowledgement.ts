import type { Tx } from '../../../store/database.ts';
import { lockDeployment } from '../../../store/deployments.ts';
import { endCommand, type HostCommand, startCommand } from '../../../store/host-commands.ts';
import { advanceDeployment } from '../../codedeploy/advance-deployment.ts';
import { SUCCESS } from '../../codedeploy/lifecycle.ts';
import { TIMEOUTS } from '../../codedeploy/timeouts.ts';
import { answeredStatus } from '../answered-status.ts';
import { saysNoop } from '../diagnostics.ts';
import { theCommand } from '../host-identity.ts';
import type { CommandOperation, CommandRooms } from '../rooms.ts';

/**
 * The agent has the command and is about to run it. A command that has nothing to do there is ended at once, which spares the
 * agent its report: told Succeeded, it drops the command.
 */
export const PutHostCommandAcknowledgement: CommandOperation<'PutHostCommandAcknowledgement'> = (input, call) =>
  call.rooms.database.write(async (tx) => {
    const command = await theCommand(tx, call, input.HostCommandIdentifier);
    await lockDeployment(tx, command.deploymentId);
    if (saysNoop(input.Diagnostics)) await endNoop(tx, call.rooms, command);
    else await begin(tx, call.rooms, command);
    return { CommandStatus: answeredStatus(await theCommand(tx, call, command.id)) };
  });

async function begin(tx: Tx, { clock, timeouts }: CommandRooms, { id }: HostCommand): Promise<void> {
  const now = clock.now();
  await startCommand(tx, id, now, now + (timeouts?.running ?? TIMEOUTS.running));
}

async function endNoop(tx: Tx, rooms: CommandRooms, command: HostCommand): Promise<void> {
  const diagnostics = JSON.stringify(SUCCESS);
  await endCommand(tx, command.id, { status: 'Succeeded', diagnostics, now: rooms.clock.now() });
  await advanceDeployment(tx, rooms, command.deploymentId);
}
