import type Docker from 'dockerode';
import { ServiceError } from '../kernel/service-error.ts';
import { Turns } from '../kernel/turns.ts';
import type { ImageBuildRequest, ImageBuilds, PushedImage } from '../ports/image-builds.ts';
import { buildContext } from './build-context.ts';
import { findEngine } from './container/container-engine.ts';
import { followEngine } from './container/engine-stream.ts';
import { RunnerError } from './runner.ts';
import type { RunnerOptions } from './runner-options.ts';

export interface ImageBuildSettings {
  readonly runnerOptions: RunnerOptions;
  readonly registry: {
    /** Base URL; undefined when nobody has set one. */
    readonly url: string | undefined;
    readonly login: { readonly username: string; readonly password: string } | undefined;
  };
}

const AT_ONCE = 2;

/**
 * Images, built by the container engine and pushed by it. An engine must be told itself of a registry without TLS that is not on its
 * own machine. What it built stays there: it is what the next build is quick by.
 */
export function createImageBuilds(settings: ImageBuildSettings): ImageBuilds & { close(): void } {
  const builds = new Turns(AT_ONCE);
  // Between a name and the push of what it names nobody else may give it away.
  const pushes = new Turns(1);
  const stop = new AbortController();
  return {
    publish: (request) =>
      builds.take(async () => {
        const signal = AbortSignal.any([request.signal, stop.signal]);
        const name = imageName(settings, request);
        const docker = await engineOf(settings);
        const built = await build(docker, { ...request, signal });
        try {
          return await pushes.take(() => push(docker, { ...request, signal }, { name, built, settings }));
        } finally {
          await forget(docker, built);
        }
      }),
    // What is under way is done again by whoever goes on with it.
    close: () => stop.abort(),
  };
}

/** `registry/path/repository`. */
function imageName({ registry: { url } }: ImageBuildSettings, { repositoryName }: ImageBuildRequest): string {
  if (url === undefined)
    throw new ServiceError(
      'ConfigurationError',
      'No container registry is set on this server: set VELOCIUS_REGISTRY_URL',
    );
  return `${url.replace(/^https?:\/\//, '').replace(/\/+$/, '')}/${repositoryName}`;
}

async function engineOf({ runnerOptions }: ImageBuildSettings): Promise<Docker> {
  try {
    return (await findEngine(runnerOptions)).docker;
  } catch (error) {
    if (error instanceof RunnerError) throw new ServiceError('ConfigurationError', error.message);
    throw error;
  }
}

/** Answers a name of the image that nothing else has. */
async function build(docker: Docker, request: ImageBuildRequest): Promise<string> {
  const { context, dockerfile } = await buildContext(request.directory, request.dockerfile);
  const name = `velocius-image-build:${request.id}`;
  const abortSignal = request.signal;
  const stream = await docker.buildImage(context, { t: name, dockerfile, rm: true, forcerm: true, abortSignal });
  await followEngine(stream, request, (event) => {
    if (typeof event.stream === 'string' && event.stream.trim() !== '') request.say(event.stream.trimEnd());
  });
  return name;
}

/** Of a name of ours nobody is in need any more; what it named stays. */
async function forget(docker: Docker, built: string): Promise<void> {
  await docker
    .getImage(built)
    .remove({ noprune: true })
    .catch(() => undefined);
}

interface Pushing {
  readonly name: string;
  readonly built: string;
  readonly settings: ImageBuildSettings;
}

async function push(
  docker: Docker,
  request: ImageBuildRequest,
  { name, built, settings }: Pushing,
): Promise<PushedImage> {
  let digest: string | undefined;
  for (const tag of request.tags) {
    await docker.getImage(built).tag({ repo: name, tag });
    request.say(`Pushing ${name}:${tag}`);
    const stream = await docker
      .getImage(`${name}:${tag}`)
      .push({ authconfig: authOf(settings), abortSignal: request.signal });
    await followEngine(stream, request, ({ aux }) => {
      if (typeof aux === 'object' && aux !== null && 'Digest' in aux) digest = String(aux.Digest);
    });
  }
  if (digest === undefined) throw new Error(`The engine pushed ${name} and did not say what`);
  request.say(`Pushed ${name}@${digest}`);
  return { digest, uri: `${name}@${digest}` };
}

function authOf({ registry: { url = '', login } }: ImageBuildSettings): Docker.AuthConfig {
  const { username = '', password = '' } = login ?? {};
  return { username, password, serveraddress: url };
}
