import { isServiceError } from '../../../kernel/service-error.ts';
import { recordWebhookError, setThirdParty } from '../../../store/codepipeline/webhooks.ts';
import type { CodePipelineCall } from '../find.ts';
import type { RegisterWebhookWithThirdPartyInput, RegisterWebhookWithThirdPartyOutput } from '../shapes.ts';
import { GithubHooks } from '../webhooks/github-hooks.ts';
import { hookAtHost } from '../webhooks/third-party.ts';
import { webhookUrl } from '../webhooks/webhook-view.ts';

/** Writes the webhook's URL and secret into the repository at GitHub. What fails there is told, and kept with the webhook. */
export async function RegisterWebhookWithThirdParty(
  { webhookName }: RegisterWebhookWithThirdPartyInput,
  call: CodePipelineCall,
): Promise<RegisterWebhookWithThirdPartyOutput> {
  const { rooms } = call;
  const { row, definition, repository } = await hookAtHost(webhookName, call);
  const url = webhookUrl(row, call);
  const hook = { url, secret: definition.authenticationConfiguration.SecretToken };
  try {
    await new GithubHooks(rooms.outward.githubApi).put(repository, hook);
  } catch (error) {
    if (isServiceError(error))
      await rooms.database.write((tx) => recordWebhookError(tx, row.token, error.code, error.message));
    throw error;
  }
  const { owner, repository: name } = repository;
  await rooms.database.write((tx) => setThirdParty(tx, row.token, JSON.stringify({ owner, name, url })));
  return {};
}
