import { createHash } from 'node:crypto';

/** The canonical user that stands for an account: always the same 64 hex digits. */
export function ownerOf(account: string): { readonly ID: string; readonly DisplayName: string } {
  return { ID: createHash('sha256').update(`canonical user of ${account}`).digest('hex'), DisplayName: account };
}
