import { createInterface } from 'node:readline';
import { isLoopback } from '../config.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import { signGit } from '../services/codecommit/http/git-password.ts';

/**
 * A credential helper of git which needs no AWS CLI:
 * `git config credential.helper '!velocius git-credential'` and `git config credential.UseHttpPath true`.
 * Says nothing about hosts and paths that are not repositories of CodeCommit, so that git goes on to its next helper.
 * Gaps: keys are read from the environment alone, not from profiles.
 */
export async function gitCredential(deed: string): Promise<void> {
  if (deed !== 'get') return;
  const asked = await readAttributes(process.stdin);
  const answer = credentialFor(asked, process.env, systemClock);
  if (answer !== undefined) process.stdout.write(`username=${answer.username}\npassword=${answer.password}\n`);
}

export interface Credential {
  readonly username: string;
  /** Good for 15 minutes. */
  readonly password: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What git tells: `protocol`, `host` with its port, and `path` when credential.UseHttpPath is on. */
export type Attributes = Readonly<Record<string, string>>;

/** Undefined when the place is not a repository of CodeCommit, or there is no key for it. */
export function credentialFor(
  { host = '', path = '' }: Attributes,
  environment: Environment,
  clock: Clock,
): Credential | undefined {
  const key = keyFor(host, environment);
  if (key === undefined || !/^v1\/repos\/[\w.-]+$/.test(path)) return undefined;
  const timestamp = new Date(clock.now()).toISOString().replaceAll(/[-:]|\.\d+Z$/g, '');
  const { secretAccessKey } = key;
  const signature = signGit({
    secretAccessKey,
    timestamp,
    region: regionFor(host, environment),
    host,
    path: `/${path}`,
  });
  const token = key.sessionToken ? `%${key.sessionToken}` : '';
  return { username: `${key.accessKeyId}${token}`, password: `${timestamp}Z${signature}` };
}

function keyFor(host: string, environment: Environment) {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  if (accessKeyId && secretAccessKey) {
    return { accessKeyId, secretAccessKey, sessionToken: environment.AWS_SESSION_TOKEN };
  }
  return isHere(host) ? { accessKeyId: 'test', secretAccessKey: 'test', sessionToken: undefined } : undefined;
}

/** The public default key is for servers on this machine alone. */
function isHere(host: string): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return isLoopback(name) || name.endsWith('.localhost');
}

function regionFor(host: string, environment: Environment): string {
  const [, named] = /(?:^|\.)git-codecommit(?:-fips)?\.([a-z0-9-]+)\./.exec(host) ?? [];
  return named ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? 'us-east-1';
}

/** Lines of `name=value` up to an empty one or the end. */
async function readAttributes(input: NodeJS.ReadableStream): Promise<Attributes> {
  const attributes: Record<string, string> = {};
  for await (const line of createInterface({ input })) {
    if (line === '') break;
    const equals = line.indexOf('=');
    if (equals > 0) attributes[line.slice(0, equals)] = line.slice(equals + 1);
  }
  return attributes;
}
