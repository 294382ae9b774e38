import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { Ids } from '../kernel/ids.ts';

/**
 * What others entrusted to the server, kept so that a copy of the database tells nothing: AES-256-GCM under a key that is not in
 * the database. Each secret is bound to its place (`connection/<id>/password`): put elsewhere it does not open.
 */
export interface Secrets {
  /** First bytes of a hash of the key: says which key something was sealed with, and nothing of the key. */
  readonly keyId: string;
  seal(plain: string, place: string): string;
  /** Throws WrongSecretKey when it was sealed with another key. */
  open(sealed: string, place: string): string;
}

/** The message tells an administrator what to set. */
export class WrongSecretKey extends Error {
  constructor() {
    super(
      'The secrets in this database are sealed with another key than the one of this server. Set VELOCIUS_SECRET_KEY to the key they were sealed with, the same on every node; a key that a server made itself is in the file secret.key of its data directory.',
    );
    this.name = 'WrongSecretKey';
  }
}

const FORM = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID_LENGTH = 16;

/** `key` has 32 bytes. */
export function createSecrets(key: Uint8Array, ids: Pick<Ids, 'secret'>): Secrets {
  const keyId = createHash('sha256').update('velocius secret key').update(key).digest('hex').slice(0, KEY_ID_LENGTH);
  return {
    keyId,
    seal: (plain, place) => {
      const nonce = Buffer.from(ids.secret(NONCE_BYTES), 'base64url');
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [FORM, keyId, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
    },
    open: (text, place) => {
      const [form, sealedWith, nonce = '', body = ''] = text.split('.');
      if (form !== FORM || sealedWith !== keyId) throw new WrongSecretKey();
      const sealed = Buffer.from(body, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
    },
  };
}
