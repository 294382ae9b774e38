import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type RawAnswer, sendRaw } from './raw-http.ts';

/** A delivery as its host documents it; of long ones the members that nobody reads are left out. */
export function recording(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../recordings/${name}.json`, import.meta.url), 'utf8'));
}

/** Delivers a body to a webhook's URL, exactly as given. */
export function deliver(
  url: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> {
  const { origin, pathname } = new URL(url);
  return sendRaw(origin, {
    method: 'POST',
    path: pathname,
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

export function hubSignature(algorithm: 'sha1' | 'sha256', secret: string, body: string): string {
  return `${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`;
}
