import { join } from 'node:path';
import type { Reader, Tx } from '../../store/database.ts';
import { findRepository, lockRepository, type RepositoryRow } from '../../store/repositories.ts';
import { repositoryDoesNotExist } from './errors.ts';
import type { CodeCommitCall, CodeCommitRooms } from './rooms.ts';

type Place = Pick<CodeCommitCall, 'account' | 'region'>;

export async function requireRepository(
  reader: Reader,
  { account, region }: Place,
  name: string,
): Promise<RepositoryRow> {
  const repository = await findRepository(reader, { account, region, name });
  if (repository === undefined) throw repositoryDoesNotExist(name);
  return repository;
}

export async function requireLockedRepository(
  tx: Tx,
  { account, region }: Place,
  name: string,
): Promise<RepositoryRow> {
  const repository = await lockRepository(tx, { account, region, name });
  if (repository === undefined) throw repositoryDoesNotExist(name);
  return repository;
}

/** Outside any transaction: what git is asked for comes after. */
export function lookUp(call: Place & { readonly rooms: CodeCommitRooms }, name: string): Promise<RepositoryRow> {
  return call.rooms.database.read((reader) => requireRepository(reader, call, name));
}

/** Directories are named by ids, never by what somebody chose. */
export function gitDirectory(
  { directory }: Pick<CodeCommitRooms, 'directory'>,
  { id }: Pick<RepositoryRow, 'id'>,
): string {
  return join(directory, `${id}.git`);
}
