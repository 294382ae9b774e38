import { type ActionTypeRow, findActionType, listActionTypes } from '../store/codepipeline/action-types.ts';
import { type ActionProvider, findProvider, type Providers } from './action.ts';
import type { FunctionRooms } from './function-job.ts';
import { customJob } from './providers/custom-job.ts';
import type { RegisteredType } from './registered-type.ts';

/** Kinds of action that every account has, and after them those it registered in a region. */
export function createProviders(builtIn: readonly ActionProvider[], rooms: FunctionRooms): Providers {
  return {
    builtIn,
    list: async (reader, { account, region }) => {
      const rows = await listActionTypes(reader, account, region);
      const registered = rows.filter(mayBeUsed).map((row) => providerOf(row, rooms));
      return [...builtIn, ...registered];
    },
    find: async (reader, { account, region }, type) => {
      const own = findProvider(builtIn, type);
      if (own !== undefined || type.owner === 'AWS') return own;
      const { owner, category, provider, version } = type;
      const row = await findActionType(reader, { account, region, owner, category, provider, version });
      return row && providerOf(row, rooms);
    },
  };
}

function mayBeUsed({ account, declaration }: ActionTypeRow): boolean {
  const { allowedAccounts = ['*'] }: RegisteredType = JSON.parse(declaration);
  return allowedAccounts.includes('*') || allowedAccounts.includes(account);
}

function providerOf({ declaration, clientId, deleted }: ActionTypeRow, rooms: FunctionRooms): ActionProvider {
  return customJob({ type: JSON.parse(declaration), clientId, deleted: deleted === 1 }, rooms);
}
