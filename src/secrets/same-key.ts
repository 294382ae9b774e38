import type { Tx } from '../store/database.ts';
import { keepSetting } from '../store/settings.ts';
import { type Secrets, WrongSecretKey } from './secrets.ts';

/** Before anything is sealed into a database: all its nodes have one key, that of the first that sealed. */
export async function requireSameKey(tx: Tx, { keyId }: Secrets): Promise<void> {
  if ((await keepSetting(tx, 'secret-key-id', keyId)) !== keyId) throw new WrongSecretKey();
}
