import { listWebhooks } from '../../../store/codepipeline/webhooks.ts';
import type { CodePipelineCall } from '../find.ts';
import type { ListWebhookItem, ListWebhooksInput, ListWebhooksOutput } from '../shapes.ts';
import { nameIn, tokenOf } from '../views/list-token.ts';
import { webhookItem } from '../webhooks/webhook-view.ts';

const LIST = 'webhooks';
const PAGE = 100;

export async function ListWebhooks(input: ListWebhooksInput, call: CodePipelineCall): Promise<ListWebhooksOutput> {
  const { account, region, rooms } = call;
  const limit = input.MaxResults ?? PAGE;
  const after = nameIn(LIST, input.NextToken);
  return rooms.database.read(async (reader) => {
    const rows = await listWebhooks(reader, { account, region, after, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const webhooks: ListWebhookItem[] = [];
    for (const row of page) webhooks.push(await webhookItem(reader, row, call));
    return { webhooks, NextToken: rows.length > limit ? tokenOf(LIST, page.at(-1)?.name ?? '') : undefined };
  });
}
