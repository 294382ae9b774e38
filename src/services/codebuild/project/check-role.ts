import { parseArn } from '../../../kernel/arn.ts';
import { invalidInput } from '../errors.ts';

export function checkRole(role: string, account: string): void {
  const found = parseArn(role);
  if (found === undefined || found.service !== 'iam' || !found.resource.startsWith('role/'))
    throw invalidInput('Invalid service role');
  if (found.account !== account)
    throw invalidInput("Invalid service role: Service role account ID does not match caller's account");
}
