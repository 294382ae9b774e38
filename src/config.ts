import { join, resolve } from 'node:path';
import type { AwsSettings } from './aws/aws.ts';
import { type IpRange, parseRange } from './kernel/ip-range.ts';
import { RunnerError } from './runners/runner.ts';
import { type RunnerOptions, readRunnerOptions } from './runners/runner-options.ts';
import { SECRET_KEY_BYTES } from './secrets/secret-key.ts';

/** Every setting of the server, read once. */
export interface Config {
  /** Address to bind; loopback unless told otherwise. */
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Directory of everything the server keeps. */
  readonly data: string;
  /** `postgres://...`, or undefined for SQLite in the data directory. */
  readonly database: string | undefined;
  /** Account of the root key: 12 digits. */
  readonly account: string;
  readonly runner: 'auto' | 'docker' | 'bubblewrap' | 'process';
  /** Of the places builds run in; undefined: as they are by themselves. */
  readonly runnerOptions?: RunnerOptions | undefined;
  /** The root key; undefined takes the public default, which only a server bound to loopback accepts. */
  readonly rootKey: RootKey | undefined;
  /** What secrets are sealed with: 32 bytes; undefined takes the key that is kept in the data directory. */
  readonly secretKey?: Uint8Array | undefined;
  /** Base URL under which git hosts reach the server, such as `https://ci.example.com`; undefined: the one their caller used. */
  readonly publicUrl?: string | undefined;
  /** Proxies that are believed whom they speak for in X-Forwarded-For; undefined: none. */
  readonly trustedProxies?: readonly IpRange[] | undefined;
  /** Base URL of GitHub's API; undefined: that of github.com. */
  readonly githubApi?: string | undefined;
  /** Base URL of the repositories of GitHub source actions; undefined: that of github.com. */
  readonly githubUrl?: string | undefined;
  /** Base URL of the container registry that ECR source actions read, and images are pushed to. */
  readonly registryUrl?: string | undefined;
  readonly registryLogin?: { readonly username: string; readonly password: string } | undefined;
  /** Pipelines that an account can have in a region; undefined: as many as AWS allows. */
  readonly maxPipelines?: number | undefined;
  /** Those of them that poll for changes of a source; undefined: as many as AWS allows. */
  readonly maxPolledPipelines?: number | undefined;
  /** Days for which executions of pipelines are kept after their end; undefined: as long as AWS keeps them. */
  readonly historyDays?: number | undefined;
  /** Days for which artifacts are kept after their execution's end; undefined: as long as their bucket. */
  readonly artifactDays?: number | undefined;
  /** Where services are that this server does not have: Lambda, CloudFormation, ECS, Step Functions, CloudWatch, Secrets Manager, SSM. */
  readonly aws?: AwsSettings | undefined;
  /** Answers that break the model are errors: for tests. */
  readonly strict: boolean;
}

export interface RootKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export const DEFAULT_PORT = 4566;
export const DEFAULT_ACCOUNT = '000000000000';
export const DEFAULT_ROOT_KEY: RootKey = { accessKeyId: 'test', secretAccessKey: 'test' };

/** AWS's own quotas. */
export const DEFAULT_MAX_PIPELINES = 1000;
export const DEFAULT_MAX_POLLED_PIPELINES = 300;
/** AWS keeps 12 months. */
export const DEFAULT_HISTORY_DAYS = 365;
export const DEFAULT_GITHUB_API = 'https://api.github.com';
export const DEFAULT_GITHUB_URL = 'https://github.com';

const RUNNERS: readonly string[] = ['auto', 'docker', 'bubblewrap', 'process'] satisfies Config['runner'][];

/** A setting that cannot be; the message tells what to do. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

export interface Options {
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly data?: string | undefined;
  readonly database?: string | undefined;
  readonly account?: string | undefined;
  readonly runner?: string | undefined;
}

/** Options of the command line, completed by the environment (VELOCIUS_*) and the defaults. What is empty counts as not given. */
export function readConfig(given: Options, variables: Readonly<Record<string, string | undefined>>): Config {
  const options: Options = withoutEmpty({ ...given });
  const environment = withoutEmpty(variables);
  const host = options.host ?? environment.VELOCIUS_HOST ?? '127.0.0.1';
  const rootKey = readRootKey(environment);
  if (!isLoopback(host) && rootKey === undefined) {
    throw new ConfigError(
      `Bound to ${host}, the server would be open to everybody with the public key test/test. Set VELOCIUS_ACCESS_KEY_ID and VELOCIUS_SECRET_ACCESS_KEY to keys of your own, or bind to 127.0.0.1.`,
    );
  }
  return {
    host,
    port: readPort(options.port ?? environment.VELOCIUS_PORT),
    data: resolve(options.data ?? environment.VELOCIUS_DATA ?? 'velocius-data'),
    database: readDatabase(options.database ?? environment.VELOCIUS_DATABASE),
    account: readAccount(options.account ?? environment.VELOCIUS_ACCOUNT),
    runner: readRunner(options.runner ?? environment.VELOCIUS_RUNNER),
    runnerOptions: readPlaces(environment),
    rootKey,
    secretKey: readSecretKey(environment.VELOCIUS_SECRET_KEY),
    publicUrl: readUrl('VELOCIUS_PUBLIC_URL', environment.VELOCIUS_PUBLIC_URL),
    trustedProxies: readProxies(environment.VELOCIUS_TRUSTED_PROXIES),
    githubApi: readUrl('VELOCIUS_GITHUB_API', environment.VELOCIUS_GITHUB_API),
    githubUrl: readUrl('VELOCIUS_GITHUB_URL', environment.VELOCIUS_GITHUB_URL),
    registryUrl: readUrl('VELOCIUS_REGISTRY_URL', environment.VELOCIUS_REGISTRY_URL),
    registryLogin: readRegistryLogin(environment),
    maxPipelines: readCount('VELOCIUS_MAX_PIPELINES', environment.VELOCIUS_MAX_PIPELINES),
    maxPolledPipelines: readCount('VELOCIUS_MAX_POLLED_PIPELINES', environment.VELOCIUS_MAX_POLLED_PIPELINES),
    historyDays: readCount('VELOCIUS_HISTORY_DAYS', environment.VELOCIUS_HISTORY_DAYS),
    artifactDays: readCount('VELOCIUS_ARTIFACT_DAYS', environment.VELOCIUS_ARTIFACT_DAYS),
    aws: readAws(environment),
    strict: false,
  };
}

function withoutEmpty(texts: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** Base URL of a server bound there. */
export function endpointOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

export function sqliteFile(config: Config): string {
  return join(config.data, 'velocius.db');
}

function readRootKey(environment: Readonly<Record<string, string | undefined>>): RootKey | undefined {
  const accessKeyId = environment.VELOCIUS_ACCESS_KEY_ID;
  const secretAccessKey = environment.VELOCIUS_SECRET_ACCESS_KEY;
  if (accessKeyId === undefined && secretAccessKey === undefined) return undefined;
  if (!accessKeyId || !secretAccessKey) {
    throw new ConfigError('VELOCIUS_ACCESS_KEY_ID and VELOCIUS_SECRET_ACCESS_KEY go together: set both.');
  }
  if (!/^\w{3,128}$/.test(accessKeyId))
    throw new ConfigError('VELOCIUS_ACCESS_KEY_ID must be 3 to 128 letters, digits or _.');
  if (secretAccessKey === DEFAULT_ROOT_KEY.secretAccessKey) {
    throw new ConfigError('VELOCIUS_SECRET_ACCESS_KEY must not be the public default.');
  }
  return { accessKeyId, secretAccessKey };
}

function readPlaces(environment: Readonly<Record<string, string | undefined>>): RunnerOptions {
  try {
    return readRunnerOptions(environment);
  } catch (error) {
    throw error instanceof RunnerError ? new ConfigError(error.message) : error;
  }
}

/** `aws` is AWS itself, which wants keys; emulators are content with any. */
function readAws(environment: Readonly<Record<string, string | undefined>>): AwsSettings | undefined {
  const {
    VELOCIUS_AWS_ENDPOINT: endpoint = '',
    VELOCIUS_AWS_REGION: region,
    VELOCIUS_AWS_BUCKET: bucket,
  } = environment;
  if (endpoint === '') return undefined;
  const accessKeyId = environment.VELOCIUS_AWS_ACCESS_KEY_ID;
  const secretAccessKey = environment.VELOCIUS_AWS_SECRET_ACCESS_KEY;
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined))
    throw new ConfigError('VELOCIUS_AWS_ACCESS_KEY_ID and VELOCIUS_AWS_SECRET_ACCESS_KEY go together: set both.');
  if (endpoint === 'aws' && !accessKeyId)
    throw new ConfigError(
      'VELOCIUS_AWS_ENDPOINT=aws needs VELOCIUS_AWS_ACCESS_KEY_ID and VELOCIUS_AWS_SECRET_ACCESS_KEY.',
    );
  return {
    endpoint: endpoint === 'aws' ? undefined : readUrl('VELOCIUS_AWS_ENDPOINT', endpoint),
    region: region || undefined,
    bucket: bucket || undefined,
    credentials: {
      accessKeyId: accessKeyId ?? 'test',
      secretAccessKey: secretAccessKey ?? 'test',
      sessionToken: environment.VELOCIUS_AWS_SESSION_TOKEN || undefined,
    },
  };
}

function readSecretKey(text: string | undefined): Uint8Array | undefined {
  if (text === undefined) return undefined;
  const key = /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : undefined;
  if (key?.length !== SECRET_KEY_BYTES)
    throw new ConfigError('VELOCIUS_SECRET_KEY is not 32 bytes in base64: `openssl rand -base64 32` makes such a key.');
  return key;
}

function readRegistryLogin(environment: Readonly<Record<string, string | undefined>>): Config['registryLogin'] {
  const { VELOCIUS_REGISTRY_USERNAME: username, VELOCIUS_REGISTRY_PASSWORD: password } = environment;
  if (!username && !password) return undefined;
  if (!username || !password)
    throw new ConfigError('VELOCIUS_REGISTRY_USERNAME and VELOCIUS_REGISTRY_PASSWORD go together: set both.');
  return { username, password };
}

function readPort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new ConfigError(`--port ${text} is not a port: give a number from 0 (any free port) to 65535.`);
  }
  return port;
}

function readCount(variable: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new ConfigError(`${variable} ${text} is not a number: give one from 1.`);
  return Number(text);
}

/** Addresses or CIDRs, separated by commas. */
function readProxies(text: string | undefined): readonly IpRange[] | undefined {
  if (text === undefined) return undefined;
  return text.split(',').map((part) => {
    const address = part.trim();
    const range = parseRange(address.includes('/') ? address : `${address}/${address.includes(':') ? 128 : 32}`);
    if (range === undefined)
      throw new ConfigError(
        `VELOCIUS_TRUSTED_PROXIES ${address} is neither an address nor a range such as 10.0.0.0/8.`,
      );
    return range;
  });
}

/** A base URL without a slash at its end. */
function readUrl(variable: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!/^https?:$/.test(URL.parse(text)?.protocol ?? ''))
    throw new ConfigError(`${variable} ${text} is not a URL: give one such as https://ci.example.com.`);
  return text.replace(/\/+$/, '');
}

function readDatabase(url: string | undefined): string | undefined {
  if (url === undefined || url === 'sqlite') return undefined;
  if (!/^postgres(?:ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new ConfigError(
      `--database ${url} is not a PostgreSQL URL: give postgres://user:password@host/name, or leave it out for SQLite.`,
    );
  }
  return url;
}

function readAccount(account: string | undefined): string {
  if (account === undefined) return DEFAULT_ACCOUNT;
  if (!/^\d{12}$/.test(account)) throw new ConfigError(`--account ${account} is not an account: give 12 digits.`);
  return account;
}

function readRunner(runner: string | undefined): Config['runner'] {
  if (runner === undefined) return 'auto';
  if (!RUNNERS.includes(runner))
    throw new ConfigError(`--runner ${runner} is not known: give one of ${RUNNERS.join(', ')}.`);
  return runner as Config['runner'];
}
