import { parseArn } from '../../kernel/arn.ts';
import type { Reader, Tx } from '../../store/database.ts';
import { findPipeline } from '../../store/pipelines.ts';
import { listTags, putTags } from '../../store/tags.ts';
import { findWebhook } from '../../store/webhooks.ts';
import { invalidArn, invalidTags, resourceNotFound, tooManyTags } from './errors.ts';
import type { CodePipelineCall } from './find.ts';
import type { TagList } from './shapes.ts';

const MAX_TAGS = 50;

export function checkTags(tags: TagList): void {
  if (tags.length > MAX_TAGS) throw tooManyTags(MAX_TAGS);
  if (new Set(tags.map(({ key }) => key)).size < tags.length) throw invalidTags('A tag key is given more than once');
  if (tags.some(({ key }) => key.toLowerCase().startsWith('aws:')))
    throw invalidTags('Tag keys must not begin with aws:');
}

/** Adds tags to those a resource has. */
export async function addTags(tx: Tx, resource: string, tags: TagList): Promise<void> {
  checkTags(tags);
  await putTags(tx, resource, tags);
  if ((await listTags(tx, resource)).length > MAX_TAGS) throw tooManyTags(MAX_TAGS);
}

/** Pipelines and webhooks are what can be tagged. */
export async function requireTaggable(
  reader: Reader,
  { account, region }: CodePipelineCall,
  text: string,
): Promise<void> {
  const arn = parseArn(text);
  const [, webhook, name] = /^(webhook:)?([A-Za-z0-9.@\-_]+)$/.exec(arn?.resource ?? '') ?? [];
  if (arn === undefined || arn.service !== 'codepipeline' || name === undefined) throw invalidArn(text);
  if (arn.account !== account || arn.region !== region) throw resourceNotFound(text);
  const find = webhook === undefined ? findPipeline : findWebhook;
  if ((await find(reader, { account, region, name })) === undefined) throw resourceNotFound(text);
}
