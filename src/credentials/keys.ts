import type { Key, Keys } from '../gateway/signature/authenticate.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { CredentialIssuer } from '../ports/credentials.ts';
import { deleteAccessKey, deleteExpiredAccessKeys, findAccessKey, insertAccessKey } from '../store/access-keys.ts';
import type { Database } from '../store/database.ts';

/** The root key from the settings, and the keys the server issued itself. Secrets of the latter are in the store. */
export interface KeyRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly root: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly account: string };
}

export function createKeys(rooms: KeyRooms): Keys & CredentialIssuer {
  const root = rootKey(rooms.root);
  return {
    find: async (accessKeyId) => (accessKeyId === rooms.root.accessKeyId ? root : findIssued(rooms, accessKeyId)),
    issue: async ({ account, arn, userId, seconds, scope }) => {
      const key = {
        accessKeyId: `ASIA${rooms.ids.upperAlphanumeric(16)}`,
        secretAccessKey: rooms.ids.secret(30),
        sessionToken: rooms.ids.secret(64),
        expires: rooms.clock.now() + seconds * 1000,
      };
      await rooms.database.write(async (tx) => {
        await deleteExpiredAccessKeys(tx, rooms.clock.now());
        await insertAccessKey(tx, {
          ...key,
          account,
          arn,
          userId,
          scope: scope === undefined ? null : JSON.stringify(scope),
        });
      });
      return key;
    },
    revoke: (accessKeyId) => rooms.database.write((tx) => deleteAccessKey(tx, accessKeyId)),
  };
}

function rootKey({ accessKeyId, secretAccessKey, account }: KeyRooms['root']): Key {
  return {
    secretAccessKey,
    sessionToken: undefined,
    expires: undefined,
    scope: undefined,
    principal: { account, arn: `arn:aws:iam::${account}:root`, userId: account, accessKeyId },
  };
}

async function findIssued({ database }: KeyRooms, accessKeyId: string): Promise<Key | undefined> {
  const row = await database.read((reader) => findAccessKey(reader, accessKeyId));
  if (row === undefined) return undefined;
  return {
    secretAccessKey: row.secretAccessKey,
    sessionToken: row.sessionToken ?? undefined,
    expires: row.expires ?? undefined,
    scope: row.scope ? JSON.parse(row.scope) : undefined,
    principal: { account: row.account, arn: row.arn, userId: row.userId, accessKeyId },
  };
}
