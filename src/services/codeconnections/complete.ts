import { ServiceError } from '../../kernel/service-error.ts';
import type { Completion, ConnectionInfo, ConnectionSetup } from '../../ports/connections.ts';
import { requireSameKey } from '../../secrets/same-key.ts';
import { type Secrets, WrongSecretKey } from '../../secrets/secrets.ts';
import { availableConnectionHost } from '../../store/codeconnections/connection-hosts.ts';
import {
  type CompletedConnection,
  type ConnectionPlace,
  type ConnectionRow,
  completeConnection,
  lockConnection,
} from '../../store/codeconnections/connections.ts';
import { checkCloneUrl, isPublic } from './clone-url.ts';
import { type ConnectionRooms, infoOf } from './connections.ts';
import { connectionNotFound } from './errors.ts';
import { requireConnection } from './find.ts';
import { placeOf } from './secret-place.ts';

export function createConnectionSetup(rooms: ConnectionRooms): ConnectionSetup {
  return { complete: (place, arn, completion) => complete(rooms, { place, arn, completion }) };
}

interface Wanted {
  readonly place: ConnectionPlace;
  readonly arn: string;
  readonly completion: Completion;
}

async function complete(
  { database, secrets }: ConnectionRooms,
  { place, arn, completion }: Wanted,
): Promise<ConnectionInfo> {
  check(completion);
  try {
    return await database.write(async (tx) => {
      const { id } = await requireConnection(tx, place, arn);
      const row = await lockConnection(tx, id);
      if (row === undefined) throw connectionNotFound(arn);
      await requireSameKey(tx, secrets);
      await completeConnection(tx, id, completed(row, completion, secrets));
      if (row.hostId !== null) await availableConnectionHost(tx, row.hostId);
      return infoOf({ ...row, status: 'AVAILABLE' });
    });
  } catch (error) {
    // Whoever runs the command is who can set the key.
    throw error instanceof WrongSecretKey ? new ServiceError('InternalServerException', error.message, 500) : error;
  }
}

function completed(row: ConnectionRow, completion: Completion, secrets: Secrets): CompletedConnection {
  const cloneUrl = changed(row.cloneUrl, completion.cloneUrl);
  if (cloneUrl === null && row.hostId === null && !isPublic(row.providerType))
    throw invalidInput(`A connection to ${row.providerType} needs a clone URL`);
  const seal = (what: 'password' | 'webhook-secret', plain: string | undefined) =>
    plain ? secrets.seal(plain, placeOf(row, what)) : plain;
  const password = changed(row.password, seal('password', completion.password));
  const username = changed(row.username, completion.username) ?? TOKEN_USERS[row.providerType] ?? 'git';
  return {
    cloneUrl,
    username: password === null ? null : username,
    password,
    webhookSecret: changed(row.webhookSecret, seal('webhook-secret', completion.webhookSecret)),
  };
}

/** The names git hosts expect beside a token. */
const TOKEN_USERS: Readonly<Record<string, string>> = {
  GitHub: 'x-access-token',
  GitHubEnterpriseServer: 'x-access-token',
  GitLab: 'oauth2',
  GitLabSelfManaged: 'oauth2',
  Bitbucket: 'x-token-auth',
};

function changed(before: string | null, now: string | undefined): string | null {
  if (now === undefined) return before;
  return now === '' ? null : now;
}

/** A line break would become a line of its own where git is told credentials. */
function check({ cloneUrl, username, password, webhookSecret }: Completion): void {
  if (cloneUrl) {
    const problem = checkCloneUrl(cloneUrl);
    if (problem !== undefined) throw invalidInput(problem);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if ([username, password, webhookSecret].some((text) => /[\u0000-\u001f\u007f]/.test(text ?? '')))
    throw invalidInput('User name, password and webhook secret hold no control characters');
  if (username?.includes(':')) throw invalidInput('A user name holds no colon');
}

function invalidInput(message: string): ServiceError {
  return new ServiceError('InvalidInputException', message);
}
