import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The signed password of `aws codecommit credential-helper` and git-remote-codecommit: a signature of the verb GIT. */
export interface GitLogin {
  readonly accessKeyId: string;
  readonly sessionToken: string | undefined;
  /** `YYYYMMDDTHHMMSS`, in UTC. */
  readonly timestamp: string;
  readonly signature: string;
}

/** What stands in the Authorization header; undefined when it is not such a login. */
export function readGitLogin(authorization: string): GitLogin | undefined {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(authorization.trim()) ?? [];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const [user, password] = [text.slice(0, colon), text.slice(colon + 1)];
  const [, timestamp, signature] = /^(\d{8}T\d{6})Z([0-9a-f]{64})$/.exec(password) ?? [];
  if (timestamp === undefined || signature === undefined) return undefined;
  const percent = user.indexOf('%');
  if (percent < 0) return { accessKeyId: user, sessionToken: undefined, timestamp, signature };
  return { accessKeyId: user.slice(0, percent), sessionToken: user.slice(percent + 1), timestamp, signature };
}

export interface GitSigning {
  readonly secretAccessKey: string;
  readonly timestamp: string;
  readonly region: string;
  /** As in the URL, with the port or without. */
  readonly host: string;
  /** `/v1/repos/NAME`. */
  readonly path: string;
}

export function signGit({ secretAccessKey, timestamp, region, host, path }: GitSigning): string {
  const date = timestamp.slice(0, 8);
  const canonical = `GIT\n${path}\n\nhost:${host}\n\nhost\n`;
  const scope = `${date}/${region}/codecommit/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', timestamp, scope, createHash('sha256').update(canonical).digest('hex')].join(
    '\n',
  );
  const key = [date, region, 'codecommit', 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part),
    `AWS4${secretAccessKey}`,
  );
  return hmac(key, toSign).toString('hex');
}

/** Whether the login was signed for the host, which some clients sign with its port and some without. */
export function isSignedBy(login: GitLogin, signing: Omit<GitSigning, 'timestamp'>): boolean {
  const hosts = [signing.host, signing.host.replace(/:\d+$/, '')];
  return hosts.some((host) => same(signGit({ ...signing, host, timestamp: login.timestamp }), login.signature));
}

/** Milliseconds since the epoch. */
export function loginTime({ timestamp: t }: GitLogin): number {
  return Date.parse(
    `${t.slice(0, 4)}-${t.slice(4, 6)}-${t.slice(6, 8)}T${t.slice(9, 11)}:${t.slice(11, 13)}:${t.slice(13, 15)}Z`,
  );
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function same(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
