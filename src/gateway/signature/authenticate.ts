import type { Clock } from '../../kernel/clock.ts';
import type { Principal } from '../../kernel/operation.ts';
import type { Scope } from '../../ports/credentials.ts';
import type { HttpRequest } from '../http.ts';
import { claimTime, expectedSignature, readClaim, type SignatureClaim, sameSignature } from './sigv4.ts';

/** A key as the gateway needs it: the secret to check with, and who holds it. */
export interface Key {
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
  /** Milliseconds since the epoch; undefined for keys that do not expire. */
  readonly expires: number | undefined;
  readonly principal: Principal;
  /** All that the key is good for; undefined when that is whatever its account may do. */
  readonly scope: Scope | undefined;
}

export interface Keys {
  find(accessKeyId: string): Promise<Key | undefined>;
}

/** Why a signature was not accepted. Each protocol has its own words for it: see failure. */
export type AuthenticationFault =
  | 'missing'
  | 'malformed'
  | 'unknown-key'
  | 'wrong-token'
  | 'expired-token'
  | 'expired'
  | 'skewed'
  | 'wrong-scope'
  | 'wrong-signature';

export class AuthenticationError extends Error {
  readonly fault: AuthenticationFault;

  constructor(fault: AuthenticationFault, message: string) {
    super(message);
    this.name = 'AuthenticationError';
    this.fault = fault;
  }
}

export interface Verified {
  readonly principal: Principal;
  readonly claim: SignatureClaim;
  /** For the signatures of the chunks of a streamed upload. */
  readonly secretAccessKey: string;
  readonly scope: Scope | undefined;
}

export interface AuthenticationRooms {
  readonly keys: Keys;
  readonly clock: Clock;
}

export interface Expectation {
  readonly signingNames: readonly string[];
  /** Hex SHA-256 of the body, or the word that stands for it. */
  readonly payloadHash: string;
  /** How far the client's clock may be off, in milliseconds. */
  readonly maxSkew: number;
  /** Said by those who have `authorize` decide next: nobody else takes a key of limited scope. */
  readonly takesLimitedKeys?: boolean;
}

const MAX_PRESIGNED_SECONDS = 7 * 24 * 3600;

/** Checks who signed the request, or throws an AuthenticationError. */
export async function authenticate(
  request: HttpRequest,
  rooms: AuthenticationRooms,
  expectation: Expectation,
): Promise<Verified> {
  const claim = readClaim(request);
  if (claim === undefined) throw new AuthenticationError('missing', 'Missing Authentication Token');
  if (claim === null) throw new AuthenticationError('malformed', 'The Authorization header or query is not complete');
  checkScope(claim, expectation.signingNames);
  checkTime(claim, rooms.clock.now(), expectation.maxSkew);
  const key = await findKey(claim, rooms);
  if (key.scope !== undefined && expectation.takesLimitedKeys !== true)
    throw new AuthenticationError('unknown-key', 'The access key is not good for this.');
  const expected = expectedSignature(request, claim, key.secretAccessKey, expectation.payloadHash);
  if (!sameSignature(expected, claim.signature)) {
    throw new AuthenticationError(
      'wrong-signature',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    );
  }
  return { principal: key.principal, claim, secretAccessKey: key.secretAccessKey, scope: key.scope };
}

function checkScope(claim: SignatureClaim, signingNames: readonly string[]): void {
  if (!signingNames.includes(claim.service)) {
    throw new AuthenticationError(
      'wrong-scope',
      `Credential should be scoped to correct service: '${signingNames[0]}'. `,
    );
  }
  if (!/^[a-z0-9-]{1,32}$/.test(claim.region)) {
    throw new AuthenticationError('wrong-scope', 'Credential should be scoped to a valid region. ');
  }
  if (!claim.timestamp.startsWith(claim.date)) {
    throw new AuthenticationError(
      'wrong-scope',
      'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP',
    );
  }
}

function checkTime(claim: SignatureClaim, now: number, maxSkew: number): void {
  const signed = claimTime(claim);
  if (Number.isNaN(signed)) throw new AuthenticationError('malformed', 'The date of the signature is not a date');
  if (signed - now > maxSkew) {
    throw new AuthenticationError(
      'skewed',
      `Signature not yet current: ${claim.timestamp} is still later than ${stamp(now)}`,
    );
  }
  if (claim.expiresIn === undefined) {
    if (now - signed > maxSkew) {
      throw new AuthenticationError(
        'skewed',
        `Signature expired: ${claim.timestamp} is now earlier than ${stamp(now - maxSkew)} (${stamp(now)} - ${maxSkew / 60_000} min.)`,
      );
    }
    return;
  }
  if (claim.expiresIn < 1 || claim.expiresIn > MAX_PRESIGNED_SECONDS) {
    throw new AuthenticationError('malformed', 'X-Amz-Expires must be between 1 and 604800 seconds');
  }
  if (now > signed + claim.expiresIn * 1000) throw new AuthenticationError('expired', 'Request has expired');
}

/** The key of a claim, while it is good. */
export async function findKey(claim: SignatureClaim, rooms: AuthenticationRooms): Promise<Key> {
  const key = await rooms.keys.find(claim.accessKeyId);
  if (key === undefined) {
    throw new AuthenticationError('unknown-key', 'The security token included in the request is invalid.');
  }
  if (key.expires !== undefined && key.expires <= rooms.clock.now()) {
    throw new AuthenticationError('expired-token', 'The security token included in the request is expired');
  }
  if ((key.sessionToken ?? '') !== (claim.sessionToken ?? '')) {
    throw new AuthenticationError('wrong-token', 'The security token included in the request is invalid.');
  }
  return key;
}

function stamp(time: number): string {
  return new Date(time).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}
