import { expect, it } from 'vitest';
import { type Config, ConfigError, readConfig } from '../../src/config.ts';

const aws = (environment: Record<string, string>): Config['aws'] => readConfig({}, environment).aws;

it('without an endpoint there is nothing to ask, whatever keys are set', () => {
  expect(aws({})).toBeUndefined();
  expect(aws({ VELOCIUS_AWS_ENDPOINT: '', VELOCIUS_AWS_ACCESS_KEY_ID: 'a' })).toBeUndefined();
});

it('an emulator is content with any key, and its region is that of the action', () => {
  expect(aws({ VELOCIUS_AWS_ENDPOINT: 'http://localhost:5000/' })).toEqual({
    endpoint: 'http://localhost:5000',
    region: undefined,
    bucket: undefined,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test', sessionToken: undefined },
  });
});

it('AWS itself has addresses of its own and wants a key', () => {
  const key = {
    VELOCIUS_AWS_ACCESS_KEY_ID: 'AKIA',
    VELOCIUS_AWS_SECRET_ACCESS_KEY: 's',
    VELOCIUS_AWS_SESSION_TOKEN: 't',
  };
  expect(
    aws({ VELOCIUS_AWS_ENDPOINT: 'aws', VELOCIUS_AWS_REGION: 'us-east-1', VELOCIUS_AWS_BUCKET: 'b', ...key }),
  ).toEqual({
    endpoint: undefined,
    region: 'us-east-1',
    bucket: 'b',
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 's', sessionToken: 't' },
  });
});

it.each([
  ['aws without a key', { VELOCIUS_AWS_ENDPOINT: 'aws' }, 'needs VELOCIUS_AWS_ACCESS_KEY_ID'],
  ['half a key', { VELOCIUS_AWS_ENDPOINT: 'http://x', VELOCIUS_AWS_ACCESS_KEY_ID: 'a' }, 'set both'],
  ['what is no URL', { VELOCIUS_AWS_ENDPOINT: 'localhost:5000' }, 'is not a URL'],
  ['no number of days', { VELOCIUS_ARTIFACT_DAYS: 'a week' }, 'VELOCIUS_ARTIFACT_DAYS'],
])('%s is told at the start', (_what, environment, message) => {
  expect(() => readConfig({}, { ...environment })).toThrow(ConfigError);
  expect(() => readConfig({}, { ...environment })).toThrow(message);
});
