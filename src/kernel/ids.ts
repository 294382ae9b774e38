import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { systemClock } from './clock.ts';

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const UPPER_ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** The only source of randomness. */
export interface Ids {
  /** Of version 7: those made later sort later, so that rows made together lie together in every index. Nobody guesses one. */
  uuid(): string;
  /** Letters of both cases and digits, as in artifact keys. */
  alphanumeric(length: number): string;
  /** Capital letters and digits, as in `d-EXAMPLE01`. */
  upperAlphanumeric(length: number): string;
  /** Secret material in URL-safe base64. */
  secret(bytes: number): string;
}

export const randomIds: Ids = {
  uuid: timeOrderedUuid,
  alphanumeric: (length) => draw(ALPHANUMERIC, length),
  upperAlphanumeric: (length) => draw(UPPER_ALPHANUMERIC, length),
  secret: (bytes) => randomBytes(bytes).toString('base64url'),
};

function draw(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** The time in milliseconds where the other versions have their first 48 random bits. */
function timeOrderedUuid(): string {
  const time = systemClock.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
