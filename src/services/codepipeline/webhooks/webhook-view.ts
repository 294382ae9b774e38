import { arn } from '../../../kernel/arn.ts';
import { WEBHOOK_PATH } from '../../../kernel/delivery-paths.ts';
import type { WebhookName, WebhookRow } from '../../../store/codepipeline/webhooks.ts';
import type { Reader } from '../../../store/database.ts';
import { listTags } from '../../../store/tags.ts';
import type { CodePipelineCall } from '../find.ts';
import type { ListWebhookItem } from '../shapes.ts';
import { redactedDefinition } from './webhook-definition.ts';

/** A webhook as answers show it: without its secret token. */
export async function webhookItem(reader: Reader, row: WebhookRow, call: CodePipelineCall): Promise<ListWebhookItem> {
  const resource = webhookArn(row);
  return {
    definition: redactedDefinition(row),
    url: webhookUrl(row, call),
    errorMessage: row.errorMessage ?? undefined,
    errorCode: row.errorCode ?? undefined,
    lastTriggered: row.lastTriggered === null ? undefined : new Date(row.lastTriggered),
    arn: resource,
    tags: await listTags(reader, resource),
  };
}

export function webhookUrl({ token }: WebhookRow, { endpoint, rooms }: CodePipelineCall): string {
  return `${rooms.outward.publicUrl ?? endpoint}${WEBHOOK_PATH}${token}`;
}

export function webhookArn({ account, region, name }: WebhookName): string {
  return arn('codepipeline', region, account, `webhook:${name}`);
}
