import type Docker from 'dockerode';
import { untilAborted } from '../abort.ts';
import { limitNote } from '../limit-note.ts';
import { openRecords } from '../records.ts';
import { type Runner, RunnerError, type Sandbox, type SandboxRequest } from '../runner.ts';
import type { RunnerOptions } from '../runner-options.ts';
import { isGone, runInContainer } from './container-command.ts';
import { type Engine, findEngine } from './container-engine.ts';
import { putDirectory, takeDirectory } from './container-files.ts';
import { ensureImage, hasImage } from './container-images.ts';
import { testEngine } from './container-self-test.ts';
import { BUILD_LABEL, heldLimits, SERVER_LABEL, startContainer } from './container-start.ts';
import { engineImage } from './images.ts';

const WORK_DIRECTORY = '/codebuild/output';

/**
 * Builds in containers of a Docker or Podman engine: one container per build, a command is an exec in it, files go in and
 * come out as archives, so that the engine may be on another machine.
 *
 * Gaps: no registry credentials (an image of a private registry must be pulled beforehand); an image that is there is not
 * pulled again; sudo inside fails (no-new-privileges), builds are root.
 */
export async function openContainerRunner(directory: string, options: RunnerOptions = {}): Promise<Runner> {
  const { server } = await openRecords(directory, 'docker');
  let found: Promise<Engine> | undefined;
  const engine = (): Promise<Engine> => {
    found ??= findEngine(options).catch((error) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  const runner: Runner = {
    name: 'docker',
    selfTest: () => testEngine(engine, runner, options),
    open: async (request) => openSandbox({ engine: await engine(), request, server, options }),
    sweep: async (keep) => {
      const { docker } = await engine();
      await removeContainers(docker, [`${SERVER_LABEL}=${server}`], keep);
    },
  };
  return runner;
}

interface Parts {
  readonly engine: Engine;
  readonly request: SandboxRequest;
  readonly server: string;
  readonly options: RunnerOptions;
}

async function openSandbox(parts: Parts): Promise<Sandbox> {
  const { engine, request, server, options } = parts;
  if (request.privileged && options.privileged !== true) throw privilegedRefused();
  await removeContainers(engine.docker, [`${SERVER_LABEL}=${server}`, `${BUILD_LABEL}=${request.id}`], new Set());
  const image = await findImage(engine.docker, request.image, options.images ?? {});
  const container = await startContainer(engine, request, { image, server });
  try {
    await putDirectory(container, request.directory, WORK_DIRECTORY);
  } catch (error) {
    await removeContainer(container);
    throw error;
  }
  return sandboxOf(container, request, notesOf(parts, image));
}

function sandboxOf(container: Docker.Container, request: SandboxRequest, notes: readonly string[]): Sandbox {
  let closed = false;
  const kill = async (): Promise<void> => {
    closed = true;
    await container.kill().catch(ignoreGone);
  };
  return {
    directory: WORK_DIRECTORY,
    notes,
    run: async (command) => {
      if (closed) throw new RunnerError('SANDBOX_CLOSED', 'The build was stopped: its place takes no more commands.');
      return untilAborted(() => runInContainer(container, command), command.signal, kill);
    },
    collect: () => takeDirectory(container, WORK_DIRECTORY, request.directory),
    close: async () => {
      closed = true;
      await removeContainer(container);
    },
  };
}

/** An image under the very name wins over the table: that is how the Ubuntu images of AWS get there. */
async function findImage(docker: Docker, name: string, map: Readonly<Record<string, string>>): Promise<string> {
  if (!Object.hasOwn(map, name) && (await hasImage(docker, name))) return name;
  const image = engineImage(name, map);
  await ensureImage(docker, image);
  return image;
}

/** Removes the containers with the labels, of all builds but those to keep. */
async function removeContainers(docker: Docker, labels: readonly string[], keep: ReadonlySet<string>): Promise<void> {
  const containers = await docker.listContainers({ all: true, filters: { label: [...labels] } });
  const left = containers.filter(({ Labels }) => !keep.has(Labels[BUILD_LABEL] ?? ''));
  for (const { Id } of left) await removeContainer(docker.getContainer(Id));
}

/** Resolves when it is gone, also where somebody else is removing it. */
async function removeContainer(container: Docker.Container): Promise<void> {
  await container.remove({ force: true, v: true }).catch(async (error: unknown) => {
    ignoreGone(error);
    await container.wait({ condition: 'removed' }).catch(ignoreGone);
  });
}

function ignoreGone(error: unknown): void {
  if (!isGone(error)) throw error;
}

function privilegedRefused(): RunnerError {
  return new RunnerError(
    'PRIVILEGED_MODE_UNAVAILABLE',
    'The project asks for privileged mode, which gives a build the whole machine: start the server with VELOCIUS_ALLOW_PRIVILEGED=1, or turn privilegedMode off.',
  );
}

function notesOf({ engine, request }: Parts, image: string): readonly string[] {
  const { facts } = engine;
  const held = heldLimits(engine, request);
  const slow = facts.storage === 'vfs' ? [`The engine stores images as plain copies (vfs): starts take seconds.`] : [];
  return [
    `Runner: container of ${image} on ${engine.address}${facts.rootless ? ' (rootless)' : ''}${request.privileged ? ', PRIVILEGED: the build has the whole machine' : ''}.`,
    limitNote(held),
    ...slow,
  ];
}
