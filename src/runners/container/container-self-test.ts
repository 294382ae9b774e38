import type { Runner, SelfTest } from '../runner.ts';
import type { RunnerOptions } from '../runner-options.ts';
import { tryRunner } from '../self-test.ts';
import type { Engine } from './container-engine.ts';
import { smallestImages } from './container-images.ts';

/** Pulled when the engine has no image to test with: 2 MB, from a registry without limits for strangers. */
const FALLBACK_IMAGE = 'public.ecr.aws/docker/library/busybox:stable';

const START_ENGINE =
  'Start Docker or Podman, give the server access to its socket (a user in the group docker), or set DOCKER_HOST.';
const GET_IMAGE =
  'Pull any small image with sh (docker pull busybox), or name one that is there by VELOCIUS_TEST_IMAGE; with Podman on a machine that may not raise limits, set default_ulimits in containers.conf.';

/** Really runs a container: an engine may answer and yet fail every container. */
export async function testEngine(
  engine: () => Promise<Engine>,
  runner: Runner,
  options: RunnerOptions,
): Promise<SelfTest> {
  let images: readonly string[];
  try {
    const { docker } = await engine();
    images = options.testImage === undefined ? await smallestImages(docker, 2) : [options.testImage];
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error), remedy: START_ENGINE };
  }
  let result: SelfTest = { ok: false, reason: 'The engine has no image.', remedy: GET_IMAGE };
  for (const image of images.length === 0 ? [FALLBACK_IMAGE] : images) {
    result = await tryRunner(runner, { script: 'exit 77', remedy: GET_IMAGE, image });
    if (result.ok) return result;
  }
  return result;
}
