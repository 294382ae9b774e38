import { isServiceError } from '../../../kernel/service-error.ts';
import type { GitAccess } from '../../../ports/connections.ts';
import { findSourceCredential } from '../../../store/codebuild/source-credentials.ts';
import { clientError } from '../phase-failure.ts';
import type { ProjectSource } from '../shapes.ts';
import type { Fetching, Found } from './fetched-source.ts';
import { gitCredentialsOf, isMeantFor } from './source-credential.ts';

/** AWS takes the whole history for more than this, as for 0. */
const MAX_DEPTH = 25;

interface Hosted {
  readonly source: ProjectSource;
  readonly version: string | undefined;
}

/**
 * A clone of a repository at a git host: through the connection that the source names, else with what ImportSourceCredentials keeps for
 * such hosts, else as nobody. A connection says itself where its repositories are; of the location only the path counts then.
 *
 * Gaps: auth of the type SECRETS_MANAGER fails by name.
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

async function accessTo(fetching: Fetching, { type, auth, location = '' }: ProjectSource): Promise<GitAccess> {
  const url = URL.parse(location);
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw clientError(`The source location ${location} is not the HTTPS address of a repository`);
  if (url.username !== '' || url.password !== '') throw clientError('A source location holds no credentials');
  if (auth?.type === 'CODECONNECTIONS' && auth.resource !== undefined)
    return throughConnection(fetching, auth.resource, url);
  if (auth !== undefined && auth.type !== 'OAUTH')
    throw clientError(`Source auth of the type ${auth.type} is not implemented by this server: use a connection`);
  return withKept(fetching, type, { location, url });
}

function throughConnection({ rooms, row }: Fetching, connectionArn: string, { pathname }: URL): Promise<GitAccess> {
  const repository = decodeURIComponent(pathname)
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.git$/, '');
  return rooms.connections.access(row.account, connectionArn, repository);
}

interface Place {
  readonly location: string;
  readonly url: URL;
}

async function withKept(fetching: Fetching, serverType: string, { location, url }: Place): Promise<GitAccess> {
  const { rooms, row } = fetching;
  const kept = await rooms.database.read((reader) => findSourceCredential(reader, row, serverType));
  if (kept?.authType === 'CODECONNECTIONS') return throughConnection(fetching, kept.token, url);
  const isMeant = kept !== undefined && isMeantFor(serverType, url, rooms.githubUrl);
  const credentials = isMeant ? gitCredentialsOf(kept, rooms.secrets) : undefined;
  return { url: location, credentials, commitPages: undefined };
}
