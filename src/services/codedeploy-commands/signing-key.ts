import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../store/database.ts';
import { keepSetting, readSetting } from '../../store/settings.ts';

/** The key that deployment specifications are signed with, and its self-made certificate, both PEM. Agents check neither. */
export interface SigningKey {
  readonly privateKey: string;
  readonly certificate: string;
}

const SETTING = 'codedeploy.signing-key';
const YEARS = 30;

/** Made when it is first asked for and kept: a server that was never asked has none. */
export function signingKeys(rooms: { readonly database: Database; readonly clock: Clock }): () => Promise<SigningKey> {
  let key: Promise<SigningKey> | undefined;
  return () => {
    key ??= load(rooms).catch((error: unknown) => {
      key = undefined;
      throw error;
    });
    return key;
  };
}

async function load({ database, clock }: { readonly database: Database; readonly clock: Clock }): Promise<SigningKey> {
  const kept = await database.read((reader) => readSetting(reader, SETTING));
  if (kept !== undefined) return JSON.parse(kept);
  const made = JSON.stringify(await make(clock.now()));
  return JSON.parse(await database.write((tx) => keepSetting(tx, SETTING, made)));
}

async function make(now: number): Promise<SigningKey> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  return { privateKey, certificate: certify(privateKey, now) };
}

function certify(privateKey: string, now: number): string {
  const key = forge.pki.privateKeyFromPem(privateKey);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date(now);
  certificate.validity.notAfter = new Date(now + YEARS * 365 * 24 * 3600_000);
  const name = [{ name: 'commonName', value: 'Velocius deployment specifications' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(key, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}
