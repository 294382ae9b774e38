import { findPipeline } from '../../../store/codepipeline/pipelines.ts';
import { findWebhook, type WebhookRow } from '../../../store/codepipeline/webhooks.ts';
import { validation, webhookNotFound } from '../errors.ts';
import type { CodePipelineCall } from '../find.ts';
import { openSecrets } from '../secrets.ts';
import type { PipelineDeclaration, WebhookDefinition } from '../shapes.ts';
import type { HookedRepository } from './github-hooks.ts';
import { openDefinition } from './webhook-definition.ts';

/** A webhook and the repository whose host is to call it. */
export interface HookAtHost {
  readonly row: WebhookRow;
  readonly definition: WebhookDefinition;
  readonly repository: HookedRepository;
}

/** Only GitHub (version 1) sources name their repository together with a token that may write hooks. */
export async function hookAtHost(name: string | undefined, call: CodePipelineCall): Promise<HookAtHost> {
  const { account, region, rooms } = call;
  if (name === undefined) throw validation('webhookName is required');
  return rooms.database.read(async (reader) => {
    const row = await findWebhook(reader, { account, region, name });
    if (row === undefined) throw webhookNotFound(name);
    const definition = openDefinition(row, rooms.secrets);
    const pipeline = await findPipeline(reader, { account, region, name: definition.targetPipeline });
    const declaration = pipeline && (await rooms.declarations.find(reader, pipeline.id, pipeline.version));
    if (pipeline === undefined || declaration === undefined)
      throw validation(`The pipeline '${definition.targetPipeline}' of the webhook is gone`);
    const [stage] = openSecrets(declaration as PipelineDeclaration, pipeline.id, rooms.secrets).stages;
    const action = stage?.actions.find((candidate) => candidate.name === definition.targetAction);
    const { Owner, Repo, OAuthToken } = action?.configuration ?? {};
    if (action?.actionTypeId.provider !== 'GitHub' || !Owner || !Repo || !OAuthToken)
      throw validation(`Action '${definition.targetAction}' is not a GitHub source with Owner, Repo and OAuthToken`);
    return { row, definition, repository: { owner: Owner, repository: Repo, token: OAuthToken } };
  });
}
