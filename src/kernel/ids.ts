import { randomBytes, randomInt, randomUUID } from 'node:crypto';

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const UPPER_ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** The only source of randomness. */
export interface Ids {
  uuid(): string;
  /** Letters of both cases and digits, as in artifact keys. */
  alphanumeric(length: number): string;
  /** Capital letters and digits, as in `d-EXAMPLE01`. */
  upperAlphanumeric(length: number): string;
  /** Secret material in URL-safe base64. */
  secret(bytes: number): string;
}

export const randomIds: Ids = {
  uuid: () => randomUUID(),
  alphanumeric: (length) => draw(ALPHANUMERIC, length),
  upperAlphanumeric: (length) => draw(UPPER_ALPHANUMERIC, length),
  secret: (bytes) => randomBytes(bytes).toString('base64url'),
};

function draw(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
