import { text } from 'node:stream/consumers';
import { type CloneReference, isCloneReference, readCloneReference } from '../../../artifacts/clone-reference.ts';
import type { ObjectLocation } from '../../../ports/objects.ts';
import { clientError } from '../phase-failure.ts';
import type { Fetching, Found } from './fetched-source.ts';

/** Bytes: names and ids. */
const MAX_REFERENCE = 16 * 1024;

/** What an input artifact refers to; undefined when it holds files itself. */
export async function findCloneReference(
  { objects }: Fetching['rooms'],
  location: ObjectLocation,
): Promise<CloneReference | undefined> {
  const info = await objects.head(location);
  if (!isCloneReference(info)) return undefined;
  if (info.size > MAX_REFERENCE) throw clientError('The reference to a repository is too long');
  const { body } = await objects.read(location);
  const reference = readCloneReference(await text(body));
  if (reference === undefined) throw clientError('The reference to a repository cannot be read');
  return reference;
}

/**
 * A whole clone, with .git and all history, checked out at the commit of the pipeline. Gaps: builds get
 * no credentials of connections to fetch more with.
 */
export async function cloneReferred(
  { rooms, row, signal }: Fetching,
  reference: CloneReference,
  directory: string,
): Promise<Found> {
  const { commitId } = reference;
  if (reference.kind === 'codecommit') {
    const { repositoryName } = reference;
    const { account, region } = row;
    const origin = `${rooms.endpoint()}/v1/repos/${repositoryName}`;
    await rooms.repositories.checkout({ account, region, repositoryName }, { revision: commitId, origin }, directory);
    return { repositoryUrl: origin, resolvedVersion: commitId };
  }
  const access = await rooms.connections.access(row.account, reference.connectionArn, reference.fullRepositoryId);
  await rooms.remotes.clone(access, { branch: reference.branchName, commitId, signal }, directory);
  return { repositoryUrl: access.url, resolvedVersion: commitId };
}
