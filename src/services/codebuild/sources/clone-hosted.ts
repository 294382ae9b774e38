import { isServiceError } from '../../../kernel/service-error.ts';
import type { GitAccess } from '../../../ports/connections.ts';
import { clientError } from '../phase-failure.ts';
import type { ProjectSource } from '../shapes.ts';
import type { Fetching, Found } from './fetched-source.ts';

/** AWS takes the whole history for more than this, as for 0. */
const MAX_DEPTH = 25;

interface Hosted {
  readonly source: ProjectSource;
  readonly version: string | undefined;
}

/**
 * A clone of a repository at a git host: through a connection, or as nobody where the source has no auth.
 *
 * Gaps: source credentials of other kinds than connections fail by name, for those that ImportSourceCredentials keeps are not there.
 * A connection says itself where its repositories are; of the location only the path counts then.
 */
export async function cloneHosted(fetching: Fetching, { source, version }: Hosted, directory: string): Promise<Found> {
  const { rooms, signal } = fetching;
  const { gitCloneDepth = 0 } = source;
  const depth = gitCloneDepth === 0 || gitCloneDepth > MAX_DEPTH ? undefined : gitCloneDepth;
  const access = await accessTo(fetching, source);
  try {
    const commitId = await rooms.remotes.checkout(access, { revision: version, depth, signal }, directory);
    return { repositoryUrl: source.location ?? access.url, resolvedVersion: commitId };
  } catch (error) {
    signal.throwIfAborted();
    if (isServiceError(error)) throw error;
    // A host that does not answer is named by the project: the build fails, and not the server.
    throw clientError(error instanceof Error ? error.message : String(error));
  }
}

async function accessTo({ rooms, row }: Fetching, { auth, location = '' }: ProjectSource): Promise<GitAccess> {
  const url = URL.parse(location);
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw clientError(`The source location ${location} is not the HTTPS address of a repository`);
  if (url.username !== '' || url.password !== '') throw clientError('A source location holds no credentials');
  if (auth === undefined) return { url: location, credentials: undefined, commitPages: undefined };
  if (auth.type !== 'CODECONNECTIONS' || auth.resource === undefined)
    throw clientError(`Source auth of the type ${auth.type} is not implemented by this server: use a connection`);
  const repository = decodeURIComponent(url.pathname)
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.git$/, '');
  return rooms.connections.access(row.account, auth.resource, repository);
}
