import { parseArn } from '../../kernel/arn.ts';
import type { Reader, Tx } from '../../store/database.ts';
import { listTags, putTags } from '../../store/tags.ts';
import { invalidResourceArn, invalidSystemTagUsage, invalidTagsMap, tooManyTags } from './errors.ts';
import { requireRepository } from './find.ts';
import type { CodeCommitCall } from './rooms.ts';

const MAX_TAGS = 50;

export async function addTags(tx: Tx, resource: string, tags: Readonly<Record<string, string>>): Promise<void> {
  checkTags(tags);
  await putTags(
    tx,
    resource,
    Object.entries(tags).map(([key, value]) => ({ key, value })),
  );
  if ((await listTags(tx, resource)).length > MAX_TAGS) throw tooManyTags();
}

export function checkTags(tags: Readonly<Record<string, string>>): void {
  const entries = Object.entries(tags);
  if (entries.length > MAX_TAGS) throw tooManyTags();
  if (entries.some(([key]) => key.toLowerCase().startsWith('aws:'))) throw invalidSystemTagUsage();
  const wellFormed = /^[\p{L}\p{N}\s+\-=._:/@]*$/u;
  if (
    entries.some(
      ([key, value]) => key === '' || key.length > 128 || value.length > 256 || !wellFormed.test(key + value),
    )
  )
    throw invalidTagsMap();
}

export async function requireTaggable(reader: Reader, call: CodeCommitCall, text: string): Promise<void> {
  const arn = parseArn(text);
  if (arn === undefined || arn.service !== 'codecommit' || arn.account !== call.account || arn.region !== call.region)
    throw invalidResourceArn(text);
  await requireRepository(reader, call, arn.resource);
}
