import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Keys } from './wire/signature.ts';

/** What `velocius agent` can be told on the command line; everything has a default or another source. */
export interface AgentOptions {
  readonly endpoint?: string;
  readonly region?: string;
  readonly hostIdentifier?: string;
  readonly root?: string;
  readonly destinationRoot?: string;
  readonly maxRevisions?: string;
  readonly s3Endpoint?: string;
  /** codedeployagent.yml of AWS's agent. */
  readonly config?: string;
}

export interface AgentSettings {
  readonly endpoint: URL;
  readonly s3Endpoint: URL;
  readonly region: string;
  /** The ARN this host is registered under. */
  readonly hostIdentifier: string;
  readonly root: string;
  readonly destinationRoot: string | undefined;
  readonly maxRevisions: number;
  readonly keys: Keys;
  /** The environment that scripts inherit. */
  readonly environment: Readonly<Record<string, string>>;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Values = Readonly<Record<string, string | undefined>>;

const DEFAULT_ENDPOINT = 'http://127.0.0.1:4566';
/** Whatever gives away keys or leads to them. */
const SECRETS =
  /^(AWS_(ACCESS_KEY|SECRET|SESSION_TOKEN|SECURITY_TOKEN|CREDENTIAL|SHARED_CREDENTIALS|WEB_IDENTITY|CONTAINER_)|VELOCIUS_)/;

/**
 * Options win over the environment, the environment over AWS's configuration files.
 *
 * Gaps: aws_credentials_file with session credentials that are renewed; an EC2 instance's own identity and role.
 */
export async function readSettings(options: AgentOptions, env: Environment): Promise<AgentSettings> {
  const conf = options.config === undefined ? {} : await readYaml(options.config);
  const premises = conf.on_premises_config_file === undefined ? {} : await readYaml(conf.on_premises_config_file);
  const endpoint = url(options.endpoint ?? env.AWS_ENDPOINT_URL ?? conf.deploy_control_endpoint ?? DEFAULT_ENDPOINT);
  const s3Endpoint = options.s3Endpoint ?? env.AWS_ENDPOINT_URL_S3 ?? conf.s3_endpoint_override;
  const region = options.region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? premises.region;
  const hostIdentifier =
    options.hostIdentifier ?? env.AWS_HOST_IDENTIFIER ?? premises.iam_user_arn ?? premises.iam_session_arn;
  if (region === undefined) throw new Error('No region: give --region, or set AWS_REGION');
  if (hostIdentifier === undefined) {
    throw new Error('No host identifier: give --host-identifier with the IAM user ARN this host is registered under');
  }
  return {
    endpoint,
    s3Endpoint: s3Endpoint === undefined ? endpoint : url(s3Endpoint),
    region,
    hostIdentifier,
    root: resolve(options.root ?? conf.root_dir ?? 'codedeploy-agent'),
    destinationRoot: options.destinationRoot === undefined ? undefined : resolve(options.destinationRoot),
    maxRevisions: count(options.maxRevisions ?? conf.max_revisions ?? '5'),
    keys: readKeys(env, premises, endpoint),
    environment: withoutSecrets(env),
  };
}

function readKeys(env: Environment, premises: Values, endpoint: URL): Keys {
  const accessKeyId = env.AWS_ACCESS_KEY_ID ?? premises.aws_access_key_id;
  const secretAccessKey = env.AWS_SECRET_ACCESS_KEY ?? premises.aws_secret_access_key;
  if (accessKeyId !== undefined && secretAccessKey !== undefined) {
    return { accessKeyId, secretAccessKey, sessionToken: env.AWS_SESSION_TOKEN };
  }
  if (/^(127\.|localhost$|\[::1\]$)/.test(endpoint.hostname)) {
    return { accessKeyId: 'test', secretAccessKey: 'test', sessionToken: undefined };
  }
  throw new Error('No keys: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
}

/** Ruby writes the names of settings with a colon before them. */
async function readYaml(file: string): Promise<Values> {
  const { parse } = await import('yaml');
  const values: unknown = parse(await readFile(file, 'utf8')) ?? {};
  if (typeof values !== 'object' || values === null) throw new Error(`${file} must hold names and values`);
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null && value !== '')
      .map(([name, value]) => [name.replace(/^:/, ''), String(value)]),
  );
}

function url(text: string): URL {
  if (!URL.canParse(text) || !/^https?:/.test(text)) throw new Error(`${text} is no http or https URL`);
  return new URL(text);
}

function count(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`Revisions to keep must be a number from 1 on, not ${text}`);
  return Number(text);
}

function withoutSecrets(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined || SECRETS.test(name) ? [] : [[name, value]])),
  );
}
