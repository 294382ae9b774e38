import { parseArn } from '../../../kernel/arn.ts';
import type { Principal } from '../../../kernel/operation.ts';

/** Who started a build: `root`, a user's name, or `Role/session`. */
export function initiatorOf({ arn }: Pick<Principal, 'arn'>): string {
  const resource = parseArn(arn)?.resource ?? arn;
  return resource.replace(/^(?:user|assumed-role)\//, '');
}
