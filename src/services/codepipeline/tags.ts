import { parseArn } from '../../kernel/arn.ts';
import { findActionType } from '../../store/codepipeline/action-types.ts';
import { findPipeline } from '../../store/codepipeline/pipelines.ts';
import { findWebhook } from '../../store/codepipeline/webhooks.ts';
import type { Reader, Tx } from '../../store/database.ts';
import { listTags, putTags } from '../../store/tags.ts';
import { keyOf, type TypeName, typeInArn } from './action-types/action-types.ts';
import { invalidArn, invalidTags, resourceNotFound, tooManyTags } from './errors.ts';
import type { CodePipelineCall } from './find.ts';
import type { TagList } from './shapes.ts';

const MAX_TAGS = 50;

export function checkTags(tags: TagList): void {
  if (tags.length > MAX_TAGS) throw tooManyTags(MAX_TAGS);
  if (new Set(tags.map(({ key }) => key)).size < tags.length) throw invalidTags('A tag key is given more than once');
  checkTagKeys(tags.map(({ key }) => key));
  const strange = tags.flatMap(({ key, value }) => [key, value]).find((text) => !isWritable(text));
  if (strange !== undefined) {
    throw invalidTags(
      `'${strange}' has characters that tags cannot have: letters, numbers, spaces and + - = . _ : / @ can be, and no space at the end`,
    );
  }
}

/** Those of AWS itself nobody else may touch. */
export function checkTagKeys(keys: readonly string[]): void {
  if (keys.some((key) => key.toLowerCase().startsWith('aws:'))) throw invalidTags('Tag keys must not begin with aws:');
}

function isWritable(text: string): boolean {
  return /^[\p{L}\p{M}\p{N}\p{Zs}+\-=._:/@]*$/u.test(text) && !text.endsWith(' ');
}

/** Adds tags to those a resource has. */
export async function addTags(tx: Tx, resource: string, tags: TagList): Promise<void> {
  checkTags(tags);
  await putTags(tx, resource, tags);
  if ((await listTags(tx, resource)).length > MAX_TAGS) throw tooManyTags(MAX_TAGS);
}

/** Pipelines, webhooks and custom action types are what can be tagged. */
export async function requireTaggable(reader: Reader, call: CodePipelineCall, text: string): Promise<void> {
  const arn = parseArn(text);
  const isThere = arn?.service === 'codepipeline' ? lookFor(arn.resource) : undefined;
  if (arn === undefined || isThere === undefined) throw invalidArn(text);
  if (arn.account !== call.account || arn.region !== call.region || !(await isThere(reader, call)))
    throw resourceNotFound(text);
}

type Look = (reader: Reader, call: CodePipelineCall) => Promise<boolean>;

function lookFor(resource: string): Look | undefined {
  const type = typeInArn(resource);
  if (type !== undefined) return (reader, call) => isCustomType(reader, call, type);
  const [, webhook, name] = /^(webhook:)?([A-Za-z0-9.@\-_]+)$/.exec(resource) ?? [];
  if (name === undefined) return undefined;
  const find = webhook === undefined ? findPipeline : findWebhook;
  return async (reader, { account, region }) => (await find(reader, { account, region, name })) !== undefined;
}

async function isCustomType(reader: Reader, call: CodePipelineCall, type: TypeName): Promise<boolean> {
  const row = type.owner === 'Custom' ? await findActionType(reader, keyOf(call, type)) : undefined;
  return row?.deleted === 0;
}
