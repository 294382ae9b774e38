import { GIT_DELIVERY_PATH } from '../../../kernel/delivery-paths.ts';
import type { ConnectionSetupOperation } from '../rooms.ts';

/** WebhookUrl is where the git host is to deliver its events, as JSON, with the webhook secret. */
export const CompleteConnection: ConnectionSetupOperation<'CompleteConnection'> = async (input, call) => {
  const { setup, publicUrl } = call.rooms;
  const { id, arn, status } = await setup.complete(call, input.ConnectionArn, {
    cloneUrl: input.CloneUrl,
    username: input.Username,
    password: input.Password,
    webhookSecret: input.WebhookSecret,
  });
  const WebhookUrl = `${publicUrl ?? call.endpoint}${GIT_DELIVERY_PATH}${id}`;
  return { ConnectionArn: arn, ConnectionStatus: status, WebhookUrl };
};
