import { expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

it('a server looks for its engine and images where the environment says', () => {
  const { runnerOptions } = readConfig({}, { DOCKER_HOST: 'tcp://10.0.0.1:2375', VELOCIUS_IMAGE_MAP: '{"a":"b"}' });
  expect(runnerOptions).toMatchObject({ dockerHost: 'tcp://10.0.0.1:2375', images: { a: 'b' } });
});

it('an image map that is none is told at the start', () => {
  const start = () => readConfig({}, { VELOCIUS_IMAGE_MAP: 'mine' });
  expect(start).toThrow(ConfigError);
  expect(start).toThrow('VELOCIUS_IMAGE_MAP');
});
