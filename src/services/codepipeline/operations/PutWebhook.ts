import { requireSameKey } from '../../../secrets/same-key.ts';
import { countWebhooks, findWebhook, putWebhook } from '../../../store/codepipeline/webhooks.ts';
import type { Tx } from '../../../store/database.ts';
import { dropTags } from '../../../store/tags.ts';
import { invalidWebhookFilter, limitExceeded, validation } from '../errors.ts';
import { type CodePipelineCall, requirePipeline } from '../find.ts';
import { secretsAmong } from '../secrets.ts';
import type { PipelineDeclaration, PutWebhookInput, PutWebhookOutput, WebhookDefinition } from '../shapes.ts';
import { addTags, checkTags } from '../tags.ts';
import { checkAuthentication } from '../webhooks/webhook-authentication.ts';
import { sealDefinition } from '../webhooks/webhook-definition.ts';
import { checkFilter, placeholdersIn } from '../webhooks/webhook-filters.ts';
import { webhookArn, webhookItem } from '../webhooks/webhook-view.ts';

/** Webhooks of a region. */
const MAX_WEBHOOKS = 300;
const TOKEN_BYTES = 32;

/** A new webhook gets a URL that nobody can guess; one that is there keeps its own, and its tags. */
export async function PutWebhook(
  { webhook, tags = [] }: PutWebhookInput,
  call: CodePipelineCall,
): Promise<PutWebhookOutput> {
  const { account, region, rooms } = call;
  checkAuthentication(webhook);
  webhook.filters.forEach(checkFilter);
  checkTags(tags);
  const name = { account, region, name: webhook.name };
  return rooms.database.write(async (tx) => {
    await requireSameKey(tx, rooms.secrets);
    await requireTarget(tx, webhook, call);
    const known = await findWebhook(tx, name);
    if (known === undefined) {
      if ((await countWebhooks(tx, account, region)) >= MAX_WEBHOOKS)
        throw limitExceeded(`A region can have ${MAX_WEBHOOKS} webhooks at the most`);
      await dropTags(tx, webhookArn(name));
    }
    const token = known?.token ?? rooms.ids.secret(TOKEN_BYTES);
    await putWebhook(tx, { ...name, token, definition: sealDefinition(webhook, name, rooms.secrets) });
    await addTags(tx, webhookArn(name), tags);
    const row = await findWebhook(tx, name);
    if (row === undefined) throw new Error('The webhook just written is not there');
    return { webhook: await webhookItem(tx, row, call) };
  });
}

async function requireTarget(
  tx: Tx,
  { targetPipeline, targetAction, filters }: WebhookDefinition,
  call: CodePipelineCall,
): Promise<void> {
  const { id, version } = await requirePipeline(tx, call, targetPipeline);
  const { stages } = (await call.rooms.declarations.read(tx, id, version)) as PipelineDeclaration;
  const action = stages[0]?.actions.find(({ name }) => name === targetAction);
  if (action === undefined)
    throw validation(`The first stage of pipeline '${targetPipeline}' does not have an action '${targetAction}'`);
  const [secret] = await secretsAmong(tx, call, action, filters.flatMap(placeholdersIn));
  if (secret !== undefined) {
    throw invalidWebhookFilter(
      `{${secret}} names a secret of action '${targetAction}': deliveries are not compared with secrets`,
    );
  }
}
