import { createInterface } from 'node:readline';
import type Docker from 'dockerode';
import { RunnerError } from '../runner.ts';
import { isCuratedImage } from './images.ts';

/** Makes sure the engine has the image: one that is there is used as it is, any other is pulled. Throws RunnerError. */
export async function ensureImage(docker: Docker, image: string): Promise<void> {
  if (await hasImage(docker, image)) return;
  if (isCuratedImage(image)) throw cannotPull(unpublished(image));
  const stream = await docker.pull(withTag(image)).catch((error: Error) => {
    throw cannotPull(error.message);
  });
  await readPull(stream);
}

/** The names of the smallest images the engine has. */
export async function smallestImages(docker: Docker, count: number): Promise<readonly string[]> {
  const images = await docker.listImages();
  const named = images.filter((image) => image.RepoTags?.some(isName));
  const bySize = named.toSorted((one, other) => one.Size - other.Size);
  return bySize.flatMap((image) => image.RepoTags?.find(isName) ?? []).slice(0, count);
}

export async function hasImage(docker: Docker, image: string): Promise<boolean> {
  return docker
    .getImage(image)
    .inspect()
    .then(
      () => true,
      (error: { statusCode?: number }) => {
        if (error.statusCode === 404) return false;
        throw error;
      },
    );
}

/** An engine answers 200 and tells of the failure in a line of the stream. */
async function readPull(stream: NodeJS.ReadableStream): Promise<void> {
  for await (const line of createInterface({ input: stream })) {
    const failure = line === '' ? undefined : failureOf(line);
    if (failure !== undefined) throw cannotPull(failure);
  }
}

function failureOf(line: string): string | undefined {
  const event: unknown = JSON.parse(line);
  return typeof event === 'object' && event !== null && 'error' in event ? String(event.error) : undefined;
}

/** Without a tag the API would pull every tag there is. */
function withTag(image: string): string {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return name.includes(':') || name.includes('@') ? image : `${image}:latest`;
}

function isName(tag: string): boolean {
  return !tag.includes('<none>');
}

function unpublished(image: string): string {
  return `${image} is not published by AWS: build it from github.com/aws/aws-codebuild-docker-images under that name, or set VELOCIUS_IMAGE_MAP={"${image}": "your/image:tag"}.`;
}

function cannotPull(reason: string): RunnerError {
  return new RunnerError(
    'BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE',
    `Unable to pull customer's container image. CannotPullContainerError: ${reason}`,
  );
}
