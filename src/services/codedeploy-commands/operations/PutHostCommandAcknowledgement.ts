import type { Tx } from '../../../store/database.ts';
import { lockDeployment } from '../../../store/deployments.ts';
import { endCommand, type HostCommand, startCommand } from '../../../store/host-commands.ts';
import { advanceDeployment } from '../../codedeploy/advance-deployment.ts';
import { lookBy } from '../../codedeploy/deployment-timer.ts';
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
    if (saysNoop(input.Diagnostics)) await endNoop(tx, call.rooms, command);
    else await begin(tx, call.rooms, command);
    return { CommandStatus: answeredStatus(await theCommand(tx, call, command.id)) };
  });

async function begin(tx: Tx, rooms: CommandRooms, { id, deploymentId }: HostCommand): Promise<void> {
  const deployment = await lockDeployment(tx, deploymentId);
  const now = rooms.clock.now();
  const deadline = now + (rooms.timeouts?.running ?? TIMEOUTS.running);
  const begun = await startCommand(tx, id, now, deadline);
  if (begun && deployment !== undefined) await lookBy({ tx, rooms, deployment }, deadline);
}

async function endNoop(tx: Tx, rooms: CommandRooms, command: HostCommand): Promise<void> {
  const diagnostics = JSON.stringify(SUCCESS);
  await lockDeployment(tx, command.deploymentId);
  await endCommand(tx, command.id, { status: 'Succeeded', diagnostics, now: rooms.clock.now() });
  await advanceDeployment(tx, rooms, command.deploymentId);
}
