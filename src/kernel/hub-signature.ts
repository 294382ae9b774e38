import { createHmac, timingSafeEqual } from 'node:crypto';

/** Headers of a delivery, by lower-case name. */
export type HeaderOf = (name: string) => string | undefined;

/**
 * Whether a delivery is signed with the secret, as GitHub and Bitbucket sign: HMAC over the raw body, `sha256=...` in
 * X-Hub-Signature-256 or in X-Hub-Signature, where older ones write `sha1=...`. The stronger signature decides when both are there.
 */
export function isSignedBy(secret: string, body: Uint8Array, header: HeaderOf): boolean {
  const signature = header('x-hub-signature-256') ?? header('x-hub-signature');
  const [, algorithm, digest = ''] = /^(sha1|sha256)=([0-9a-f]+)$/i.exec(signature ?? '') ?? [];
  if (algorithm === undefined) return false;
  const expected = createHmac(algorithm.toLowerCase(), secret).update(body).digest();
  return isSameSecret(Buffer.from(digest, 'hex'), expected);
}

/** Compares without telling by its time where the difference is. */
export function isSameSecret(given: Uint8Array, expected: Uint8Array): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}
