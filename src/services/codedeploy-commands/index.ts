import { signingKeys } from '../../credentials/signing-key.ts';
import type { Clock } from '../../kernel/clock.ts';
import { loadModel, type Model } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import type { HostCommands } from '../../ports/host-commands.ts';
import type { Database } from '../../store/database.ts';
import { refuse } from './errors.ts';
import { GetDeploymentSpecification } from './operations/GetDeploymentSpecification.ts';
import { PollHostCommand } from './operations/PollHostCommand.ts';
import { PostHostCommandUpdate } from './operations/PostHostCommandUpdate.ts';
import { PutHostCommandAcknowledgement } from './operations/PutHostCommandAcknowledgement.ts';
import { PutHostCommandComplete } from './operations/PutHostCommandComplete.ts';
import type { CommandRooms } from './rooms.ts';

export const operations = {
  GetDeploymentSpecification,
  PollHostCommand,
  PostHostCommandUpdate,
  PutHostCommandAcknowledgement,
  PutHostCommandComplete,
};

/** Agents check neither the key nor its certificate. */
const SIGNING_KEY = { setting: 'codedeploy.signing-key', commonName: 'Velocius deployment specifications' };

export interface CodeDeployCommandsRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly commands: HostCommands;
}

/**
 * The service that deployment agents ask for work, in the form AWS's own agent speaks: undocumented by AWS, so its model is
 * written from what agents send and accept. The agent's `enable_auth_policy` asks for the same under another name.
 */
export function createCodeDeployCommands(rooms: CodeDeployCommandsRooms): readonly Service<CommandRooms>[] {
  const model = loadModel('codedeploy-commands');
  const signingKey = signingKeys(rooms, SIGNING_KEY);
  const shared = { operations, refuse, rooms: { commands: rooms.commands, signingKey } };
  return [
    { ...shared, name: 'codedeploy-commands', signingNames: ['codedeploy-commands'], model },
    {
      ...shared,
      name: 'codedeploy-commands-secure',
      signingNames: ['codedeploy-commands-secure'],
      model: secure(model),
    },
  ];
}

function secure(model: Model): Model {
  return { ...model, metadata: { ...model.metadata, targetPrefix: 'CodeDeployCommandService' } };
}
