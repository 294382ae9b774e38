import { createHash } from 'node:crypto';
import type { BuildToken } from '../../../store/codebuild/begun.ts';

const FIVE_MINUTES = 5 * 60 * 1000;

/** What makes two requests one: the same token, with the same input, within five minutes. */
export function requestToken(now: number, token: string | undefined, input: object): BuildToken | undefined {
  if (token === undefined) return undefined;
  const digest = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  return { token: `request/${token}`, input: digest, expires: now + FIVE_MINUTES };
}
