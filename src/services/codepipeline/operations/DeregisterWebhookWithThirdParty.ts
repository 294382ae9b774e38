import { setThirdParty } from '../../../store/codepipeline/webhooks.ts';
import type { CodePipelineCall } from '../find.ts';
import type { DeregisterWebhookWithThirdPartyInput, DeregisterWebhookWithThirdPartyOutput } from '../shapes.ts';
import { GithubHooks } from '../webhooks/github-hooks.ts';
import { hookAtHost } from '../webhooks/third-party.ts';

/** Takes the webhook out of the repository where it was registered. One that is registered nowhere needs nothing. */
export async function DeregisterWebhookWithThirdParty(
  { webhookName }: DeregisterWebhookWithThirdPartyInput,
  call: CodePipelineCall,
): Promise<DeregisterWebhookWithThirdPartyOutput> {
  const { rooms } = call;
  const { row, repository } = await hookAtHost(webhookName, call);
  if (row.thirdParty === null) return {};
  const { owner, name, url }: { owner: string; name: string; url: string } = JSON.parse(row.thirdParty);
  await new GithubHooks(rooms.outward.githubApi).remove({ ...repository, owner, repository: name }, url);
  await rooms.database.write((tx) => setThirdParty(tx, row.token, null));
  return {};
}
