import type { ConnectionSetupOperation } from '../rooms.ts';

export const CompleteConnection: ConnectionSetupOperation<'CompleteConnection'> = async (input, call) => {
  const { arn, status } = await call.rooms.setup.complete(call, input.ConnectionArn, {
    cloneUrl: input.CloneUrl,
    username: input.Username,
    password: input.Password,
    webhookSecret: input.WebhookSecret,
  });
  return { ConnectionArn: arn, ConnectionStatus: status };
};
