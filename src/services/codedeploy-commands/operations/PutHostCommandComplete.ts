import { lockDeployment } from '../../../store/deployments.ts';
import { endCommand } from '../../../store/host-commands.ts';
import { advanceDeployment } from '../../codedeploy/advance-deployment.ts';
import { readDiagnostics } from '../diagnostics.ts';
import { clientException } from '../errors.ts';
import { theCommand } from '../host-identity.ts';
import type { CommandOperation } from '../rooms.ts';

/** The first report of an end counts. AWS's agent sends a failure twice: whatever comes later is accepted and changes nothing. */
export const PutHostCommandComplete: CommandOperation<'PutHostCommandComplete'> = async (input, call) => {
  const { HostCommandIdentifier: id, CommandStatus: status, Diagnostics } = input;
  if (status !== 'Succeeded' && status !== 'Failed') {
    throw clientException(`A command is completed as Succeeded or Failed, not as ${status}`);
  }
  const { rooms } = call;
  const diagnostics = JSON.stringify(readDiagnostics(Diagnostics, status));
  await rooms.database.write(async (tx) => {
    const command = await theCommand(tx, call, id);
    if (command.ended !== null) return;
    await lockDeployment(tx, command.deploymentId);
    await endCommand(tx, id, { status, diagnostics, now: rooms.clock.now() });
    await advanceDeployment(tx, rooms, command.deploymentId);
  });
  return {};
};
