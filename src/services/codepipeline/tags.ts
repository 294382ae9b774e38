import { parseArn } from '../../kernel/arn.ts';
import type { Reader, Tx } from '../../store/database.ts';
import { findPipeline } from '../../store/pipelines.ts';
import { listTags, putTags } from '../../store/tags.ts';
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

/** Pipelines are what can be tagged. */
export async function requireTaggable(
  reader: Reader,
  { account, region }: CodePipelineCall,
  text: string,
): Promise<void> {
  const arn = parseArn(text);
  if (arn === undefined || arn.service !== 'codepipeline' || !/^[A-Za-z0-9.@\-_]+$/.test(arn.resource))
    throw invalidArn(text);
  const own = arn.account === account && arn.region === region;
  const pipeline = own ? await findPipeline(reader, { account, region, name: arn.resource }) : undefined;
  if (pipeline === undefined) throw resourceNotFound(text);
}
