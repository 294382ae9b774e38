import { readFile } from 'node:fs/promises';
import { json, text } from 'node:stream/consumers';
import { call } from '../agent/wire/signed-request.ts';
import { ConfigError, DEFAULT_ROOT_KEY, endpointOf, isLoopback, readConfig } from '../config.ts';
import { parseArn } from '../kernel/arn.ts';
import { systemClock } from '../kernel/clock.ts';
import { randomIds } from '../kernel/ids.ts';

export interface ConnectionOptions {
  readonly endpoint?: string | undefined;
  readonly cloneUrl?: string | undefined;
  readonly username?: string | undefined;
  readonly passwordFile?: string | undefined;
  readonly webhookSecretFile?: string | undefined;
  readonly newWebhookSecret?: boolean | undefined;
}

const TIMEOUT = 30_000;
const WEBHOOK_SECRET_BYTES = 32;

/**
 * Completes a connection, as AWS does in its console: tells the server where the git host is and as whom to sign in. Secrets come
 * from files (`-` is standard input), for a command line can be read by everybody on the machine.
 */
export async function completeConnection(arn: string, options: ConnectionOptions): Promise<void> {
  const webhookSecret = options.newWebhookSecret
    ? randomIds.secret(WEBHOOK_SECRET_BYTES)
    : await readSecret(options.webhookSecretFile);
  const input = {
    ConnectionArn: arn,
    CloneUrl: options.cloneUrl,
    Username: options.username,
    Password: await readSecret(options.passwordFile),
    WebhookSecret: webhookSecret,
  };
  const { ConnectionStatus, WebhookUrl } = await send(arn, options.endpoint, input);
  process.stdout.write(`${arn} is ${ConnectionStatus}\n`);
  process.stdout.write(`webhook URL: ${WebhookUrl}\n`);
  if (options.newWebhookSecret) process.stdout.write(`webhook secret: ${webhookSecret}\n`);
}

async function readSecret(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const content = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  return content.replace(/\r?\n$/, '');
}

type Answer = Readonly<Record<string, unknown>>;

async function send(arn: string, given: string | undefined, input: object): Promise<Answer> {
  const region = parseArn(arn)?.region;
  if (region === undefined) throw new ConfigError(`${arn} is not the ARN of a connection.`);
  const endpoint = endpointFrom(given);
  const answer = await call(
    { endpoint, service: 'codeconnections', region, keys: () => keysFor(endpoint), clock: systemClock },
    {
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'VelociusConnectionSetup_20261125.CompleteConnection',
      },
      body: JSON.stringify(input),
      idleTimeout: TIMEOUT,
    },
  ).catch((error: NodeJS.ErrnoException) => {
    if (error.syscall !== 'connect' && error.syscall !== 'getaddrinfo') throw error;
    throw new Error(
      `No server answers at ${endpoint.origin} (${error.code}): start it, or say where it is with --endpoint.`,
    );
  });
  const body: unknown = await json(answer).catch(() => ({}));
  const fields: Answer = typeof body === 'object' && body !== null ? { ...body } : {};
  if (answer.statusCode === 200) return fields;
  throw new Error(`${fields.__type ?? `HTTP ${answer.statusCode}`}: ${fields.message ?? 'no reason given'}`);
}

function endpointFrom(given: string | undefined): URL {
  const text = given ?? process.env.AWS_ENDPOINT_URL ?? defaultEndpoint();
  if (!URL.canParse(text)) throw new ConfigError(`--endpoint ${text} is not a URL: give http://host:port.`);
  return new URL(text);
}

function defaultEndpoint(): string {
  const { host, port } = readConfig({}, process.env);
  return endpointOf(host, port);
}

/** The public default key is for servers on this machine alone. */
function keysFor({ hostname }: URL) {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
  if (accessKeyId && secretAccessKey)
    return { accessKeyId, secretAccessKey, sessionToken: process.env.AWS_SESSION_TOKEN };
  if (isLoopback(hostname.replace(/^\[(.*)\]$/, '$1')) || hostname.endsWith('.localhost'))
    return { ...DEFAULT_ROOT_KEY, sessionToken: undefined };
  throw new ConfigError('Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to a key of the server.');
}
