import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '../../../src/kernel/ids.ts';
import { requireSameKey } from '../../../src/secrets/same-key.ts';
import { keepSecretKey } from '../../../src/secrets/secret-key.ts';
import { createSecrets, WrongSecretKey } from '../../../src/secrets/secrets.ts';
import { DIALECTS, openTestDatabase } from '../../harness/databases.ts';

const secrets = createSecrets(randomBytes(32), randomIds);

describe('secrets', () => {
  it('open to what was sealed, and never look alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        const [one, two] = [secrets.seal(plain, 'here'), secrets.seal(plain, 'here')];
        expect(one).not.toBe(two);
        if (plain.length > 3) expect(one).not.toContain(plain);
        expect(secrets.open(one, 'here')).toBe(plain);
      }),
    );
  });

  it('do not open elsewhere, nor changed by a bit', () => {
    const sealed = secrets.seal('token', 'connection/1/password');
    expect(() => secrets.open(sealed, 'connection/2/password')).toThrow();
    const [form, key, nonce, body = ''] = sealed.split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes);
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const text = [form, key, nonce, forged.toString('base64url')].join('.');
      expect(() => secrets.open(text, 'connection/1/password')).toThrow();
    }
    expect(() => secrets.open([form, key, nonce, ''].join('.'), 'connection/1/password')).toThrow();
  });

  it('say which setting is wrong when they were sealed with another key', () => {
    const sealed = createSecrets(randomBytes(32), randomIds).seal('token', 'here');
    expect(() => secrets.open(sealed, 'here')).toThrow(WrongSecretKey);
    expect(() => secrets.open(sealed, 'here')).toThrow('VELOCIUS_SECRET_KEY');
  });
});

describe('the key in the data directory', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'velocius-secrets-'));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('is made once, whoever asks at the same time, and for its owner alone', async () => {
    const keys = await Promise.all([1, 2, 3, 4].map(() => keepSecretKey(directory, randomIds)));
    for (const key of [...keys, await keepSecretKey(directory, randomIds)]) expect(key).toEqual(keys[0]);
    expect(keys[0]).toHaveLength(32);
    expect(statSync(join(directory, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(directory, 'secret.key'), 'utf8')).toMatch(/^[\w+/]{43}=\n$/);
  });

  it('is not used when others may read it, or when it is none', async () => {
    const file = join(directory, 'secret.key');
    chmodSync(file, 0o644);
    await expect(keepSecretKey(directory, randomIds)).rejects.toThrow('chmod 600');
    chmodSync(file, 0o600);
    writeFileSync(file, 'short\n');
    await expect(keepSecretKey(directory, randomIds)).rejects.toThrow('32 bytes');
  });
});

describe.each(DIALECTS)('the key of a database on %s', (dialect) => {
  it('is that of the first node that sealed something', async () => {
    const { database, drop } = await openTestDatabase(dialect);
    const other = createSecrets(randomBytes(32), randomIds);
    await database.write((tx) => requireSameKey(tx, secrets));
    await database.write((tx) => requireSameKey(tx, secrets));
    await expect(database.write((tx) => requireSameKey(tx, other))).rejects.toThrow(WrongSecretKey);
    await drop();
  });
});
