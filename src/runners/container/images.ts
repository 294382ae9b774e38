import { RunnerError } from '../runner.ts';

/** Whether the name is one of AWS's own build images, which have no meaning to a registry. */
export function isCuratedImage(image: string): boolean {
  return image.startsWith('aws/codebuild/');
}

/** For places without images: AWS's own names stand for "a usual build machine", any other name must not be quietly ignored. */
export function refuseImage(runner: string, image: string): void {
  if (isCuratedImage(image)) return;
  throw new RunnerError(
    'BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE',
    `Unable to pull customer's container image. The ${runner} runner has no images and cannot give the build ${image}: start the server with a Docker or Podman engine (--runner docker), or give the project an aws/codebuild/... image.`,
  );
}

/** For places that cannot be privileged. */
export function refusePrivileged(runner: string, privileged: boolean): void {
  if (!privileged) return;
  throw new RunnerError(
    'PRIVILEGED_MODE_UNAVAILABLE',
    `The project asks for privileged mode, which the ${runner} runner does not have: start the server with a Docker or Podman engine (--runner docker), or turn privilegedMode off.`,
  );
}

/**
 * What to ask the engine for. Amazon Linux build images are published; the Ubuntu ones (aws/codebuild/standard) are not:
 * they are built from AWS's Dockerfiles under their own name, or mapped.
 */
export function engineImage(image: string, map: Readonly<Record<string, string>>): string {
  const mapped = Object.hasOwn(map, image) ? map[image] : undefined;
  if (mapped !== undefined) return mapped;
  const published = /^aws\/codebuild\/(amazonlinux[\w-]*:[\w.-]+)$/.exec(image);
  return published === null ? image : `public.ecr.aws/codebuild/${published[1]}`;
}
