import { createHash } from 'node:crypto';
import { parseArn } from '../../kernel/arn.ts';
import { validationError } from './errors.ts';

export interface Role {
  readonly account: string;
  /** Without its path. */
  readonly name: string;
  /** Unique id, such as `AROAEXAMPLEEXAMPLE12`. */
  readonly id: string;
}

export function roleOf(arn: string): Role {
  const { service, account, resource } = parseArn(arn) ?? {};
  const [, name] = /^role\/(?:[\x21-\x7e]*\/)?([\w+=,.@-]{1,64})$/.exec(resource ?? '') ?? [];
  if (service !== 'iam' || account === undefined || !/^\d{12}$/.test(account) || name === undefined) {
    throw validationError(`${arn} is invalid`);
  }
  return { account, name, id: roleId(arn) };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The same role has the same id every time. */
function roleId(arn: string): string {
  const digest = createHash('sha256').update(arn).digest().subarray(0, 17);
  return `AROA${[...digest].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}
