import { writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { explain } from '../../src/cli/explain.ts';
import { readConfig } from '../../src/config.ts';

it('settings that are empty, as an unset variable of a script leaves them, are those that were not given', () => {
  const names = ['HOST', 'PORT', 'DATA', 'DATABASE', 'ACCOUNT', 'RUNNER', 'ACCESS_KEY_ID', 'SECRET_ACCESS_KEY'];
  const empty = Object.fromEntries([...names, 'SANDBOX_NETWORK'].map((name) => [`VELOCIUS_${name}`, '']));
  const options = { host: '', port: '', data: '', database: '', account: '', runner: '' };
  const byDefault = readConfig({}, {});
  expect(readConfig({}, empty)).toEqual(byDefault);
  expect(readConfig(options, {})).toEqual(byDefault);
  expect(readConfig(options, { VELOCIUS_PORT: '4600' }).port).toBe(4600);
});

it('a disk that is full is told with what to do about it', async () => {
  const database = new DatabaseSync(':memory:');
  database.exec('PRAGMA max_page_count = 2; CREATE TABLE things (name TEXT)');
  const fill = async () => database.exec(`INSERT INTO things VALUES ('${'x'.repeat(100_000)}')`);
  const failures = [await fill().catch((error) => error)];
  if (process.platform === 'linux') failures.push(await writeFile('/dev/full', 'x').catch((error) => error));
  for (const { message } of failures.map(explain))
    expect(message).toMatch(/^The disk is full \(.+\)\. Make room where the data is, or choose another directory/);
});
