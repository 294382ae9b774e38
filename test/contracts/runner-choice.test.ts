import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseRunner, probeRunners } from '../../src/runners/choose-runner.ts';
import { staysInside } from '../../src/runners/container/container-files.ts';
import { engineImage } from '../../src/runners/container/images.ts';
import { readRunnerOptions } from '../../src/runners/runner-options.ts';

const NO_ENGINE = { dockerHost: 'unix:///nowhere/engine.sock' };
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'velocius-choice-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test('a runner that was asked for and does not work is refused with the reason and what to do', async () => {
  await expect(chooseRunner('docker', directory, NO_ENGINE)).rejects.toMatchObject({
    code: 'NO_RUNNER',
    message: expect.stringMatching(/docker: No Docker or Podman engine answers .*nowhere.*DOCKER_HOST/s),
  });
});

test('plain processes are had by name', async () => {
  expect((await chooseRunner('process', directory)).name).toBe('process');
});

test('automatic choice never ends with plain processes', async () => {
  const chosen = await chooseRunner('auto', directory, NO_ENGINE).catch((error: Error) => error);
  if (chosen instanceof Error) expect(chosen.message).toMatch(/docker: .*\nbubblewrap: .*\n.*--runner process/);
  else expect(chosen.name).toBe('bubblewrap');
});

test('every runner is probed, with what to do where it fails', async () => {
  const probes = await probeRunners(directory, NO_ENGINE);
  expect(probes.map(({ name }) => name)).toEqual(['docker', 'bubblewrap', 'process']);
  expect(probes[0]?.result).toMatchObject({ ok: false, remedy: expect.stringContaining('Docker') });
  expect(probes[2]?.result).toMatchObject({ ok: true });
});

test('an address that is not one of an engine says so', async () => {
  const choice = chooseRunner('docker', directory, { dockerHost: 'ssh://me@host' });
  await expect(choice).rejects.toThrow('unix:///path or tcp://host:port');
});

test('settings are read from the environment, and nonsense is refused', () => {
  const options = readRunnerOptions({
    DOCKER_HOST: 'tcp://10.0.0.1:2375',
    VELOCIUS_IMAGE_MAP: '{"aws/codebuild/standard:7.0":"mine:1"}',
    VELOCIUS_ALLOW_PRIVILEGED: '1',
    VELOCIUS_SANDBOX_PATHS: '/opt/node:/opt/java',
    VELOCIUS_SANDBOX_NETWORK: 'none',
  });
  expect(options).toMatchObject({
    dockerHost: 'tcp://10.0.0.1:2375',
    images: { 'aws/codebuild/standard:7.0': 'mine:1' },
    privileged: true,
    toolDirectories: ['/opt/node', '/opt/java'],
    network: 'none',
  });
  for (const map of ['{', '[]', '{"a":1}'])
    expect(() => readRunnerOptions({ VELOCIUS_IMAGE_MAP: map })).toThrow('VELOCIUS_IMAGE_MAP');
  expect(() => readRunnerOptions({ VELOCIUS_SANDBOX_NETWORK: 'some' })).toThrow('host or none');
});

test("AWS's published image names are those of its registry, a map wins, others stay", () => {
  const amazon = 'aws/codebuild/amazonlinux-x86_64-standard:5.0';
  expect(engineImage(amazon, {})).toBe('public.ecr.aws/codebuild/amazonlinux-x86_64-standard:5.0');
  expect(engineImage(amazon, { [amazon]: 'mine:1' })).toBe('mine:1');
  expect(engineImage('ruby:3', {})).toBe('ruby:3');
  expect(engineImage('constructor', {})).toBe('constructor');
});

test.each([
  ['output/link', 'file', true],
  ['output/a/link', '../file', true],
  ['output/a/b/link', '../../x/y', true],
  ['output/link', '.', true],
  ['output/link', '../file', false],
  ['output/a/link', '../../file', false],
  ['output/link', '/etc/passwd', false],
  ['output/link', 'a/here/../../..', false],
  ['output/a/link', 'b/../c', false],
])('a collected link %s to %s stays inside: %s', (path, target, stays) => {
  expect(staysInside(path, target)).toBe(stays);
});
