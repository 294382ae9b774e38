import { deleteWebhook } from '../../../store/codepipeline/webhooks.ts';
import { dropTags } from '../../../store/tags.ts';
import type { CodePipelineCall } from '../find.ts';
import type { DeleteWebhookInput, DeleteWebhookOutput } from '../shapes.ts';
import { webhookArn } from '../webhooks/webhook-view.ts';

/** Idempotent. Its URL is worth nothing any more; a git host that knows it is told by DeregisterWebhookWithThirdParty, before. */
export async function DeleteWebhook(
  { name }: DeleteWebhookInput,
  { account, region, rooms }: CodePipelineCall,
): Promise<DeleteWebhookOutput> {
  const webhook = { account, region, name };
  await rooms.database.write(async (tx) => {
    await deleteWebhook(tx, webhook);
    await dropTags(tx, webhookArn(webhook));
  });
  return {};
}
