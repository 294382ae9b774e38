import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../store/database.ts';
import { keepSetting, readSetting } from '../store/settings.ts';

/** A key that the server signs with, and its self-made certificate, both PEM. */
export interface SigningKey {
  readonly privateKey: string;
  readonly certificate: string;
}

const YEARS = 30;

export interface SigningKeyRooms {
  readonly database: Database;
  readonly clock: Clock;
}

export interface SigningKeyName {
  /** Of the setting it is kept under. */
  readonly setting: string;
  /** Of its certificate. */
  readonly commonName: string;
}

/** Made when it is first asked for and kept: a server that was never asked has none. */
export function signingKeys(rooms: SigningKeyRooms, name: SigningKeyName): () => Promise<SigningKey> {
  let key: Promise<SigningKey> | undefined;
  return () => {
    key ??= load(rooms, name).catch((error: unknown) => {
      key = undefined;
      throw error;
    });
    return key;
  };
}

async function load({ database, clock }: SigningKeyRooms, name: SigningKeyName): Promise<SigningKey> {
  const { setting, commonName } = name;
  const kept = await database.read((reader) => readSetting(reader, setting));
  if (kept !== undefined) return JSON.parse(kept);
  const made = JSON.stringify(await make(commonName, clock.now()));
  return JSON.parse(await database.write((tx) => keepSetting(tx, setting, made)));
}

async function make(commonName: string, now: number): Promise<SigningKey> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  return { privateKey, certificate: await certify(privateKey, commonName, now) };
}

async function certify(privateKey: string, commonName: string, now: number): Promise<string> {
  const { default: forge } = await import('node-forge');
  const key = forge.pki.privateKeyFromPem(privateKey);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date(now);
  certificate.validity.notAfter = new Date(now + YEARS * 365 * 24 * 3600_000);
  const name = [{ name: 'commonName', value: commonName }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(key, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}
