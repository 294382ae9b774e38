import { Hindrance } from '../kernel/hindrance.ts';
import { ServiceError } from '../kernel/service-error.ts';
import { get } from './get.ts';

export interface RegistryLogin {
  readonly username: string;
  readonly password: string;
}

export interface Refusal {
  readonly challenge: string | undefined;
  readonly repository: string;
  readonly login: RegistryLogin | undefined;
}

/**
 * The Authorization header that a registry asks for: the login itself, or a token that its realm gives for it. Undefined when
 * nothing can be done about the refusal.
 */
export async function authorize(url: URL, { challenge = '', repository, login }: Refusal): Promise<string | undefined> {
  const basic = login && `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
  const [, scheme = '', parameters = ''] = /^(\w+)\s+(.*)$/s.exec(challenge) ?? [];
  if (scheme.toLowerCase() !== 'bearer') return basic;
  const { realm, service } = readParameters(parameters);
  const place = realmOf(realm, url);
  if (service !== undefined) place.searchParams.set('service', service);
  place.searchParams.set('scope', `repository:${repository}:pull`);
  const answer = await get(place, basic === undefined ? {} : { authorization: basic });
  const token = answer.status === 200 ? readToken(answer.body) : undefined;
  if (token !== undefined) return `Bearer ${token}`;
  if (answer.status < 500) return undefined;
  throw new Hindrance(`${place.host} answered ${answer.status}`);
}

/** The login goes to a realm that is as safe as the registry itself: over TLS, or the very host that was set. */
function realmOf(text: string | undefined, registry: URL): URL {
  const realm = text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
  if (realm === undefined || (realm.protocol !== 'https:' && realm.origin !== registry.origin))
    throw new ServiceError('ConfigurationError', `The registry ${registry.host} names no realm that can be trusted`);
  return realm;
}

function readParameters(text: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries([...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}

/** Registries call it `token` or `access_token`. */
function readToken(body: Uint8Array): string | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    const fields: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
    const token = fields.token ?? fields.access_token;
    return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : undefined;
  } catch {
    return undefined;
  }
}
