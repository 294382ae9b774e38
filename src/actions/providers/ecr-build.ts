import { ServiceError } from '../../kernel/service-error.ts';
import type { ImageBuilds } from '../../ports/image-builds.ts';
import type { ActionProvider, ActionRun, Progress } from '../action.ts';
import { ActionLog, type ActionLogRooms, actionLogArn } from '../action-log.ts';
import { type ArtifactRooms, unpacked } from '../artifacts/artifact-files.ts';
import { firstInput, hasReference, required } from '../configuration.ts';

const AN_HOUR = 60;
const NAME = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+|\/)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;

export interface EcrBuildRooms extends ArtifactRooms, ActionLogRooms {
  readonly imageBuilds: ImageBuilds;
}

/**
 * Builds an image from the input artifact and pushes it to the registry that is set for this server. Done again after a crash, it
 * pushes the same tags again.
 *
 * Gaps: there is no public registry.
 */
export function ecrBuild(rooms: EcrBuildRooms): ActionProvider {
  return {
    type: { category: 'Build', owner: 'AWS', provider: 'ECRBuildAndPublish', version: '1' },
    inputs: { min: 1, max: 1 },
    outputs: { min: 0, max: 0 },
    configuration: [
      { name: 'ECRRepositoryName', required: true, description: 'Repository that the image is pushed to' },
      { name: 'DockerFilePath', required: false, description: 'Dockerfile, or its directory; the root unless given' },
      { name: 'ImageTags', required: false, description: 'Tags, with commas between; latest unless given' },
      { name: 'RegistryType', required: false, description: 'private' },
    ],
    outputVariables: ['ECRImageDigestId', 'ECRRepositoryName'],
    timeoutMinutes: AN_HOUR,
    check: checkConfiguration,
    // First the log is known, then what is written to it.
    start: async (run) => ({ kind: 'running', logStreamArn: actionLogArn(run), pollAt: rooms.clock.now() }),
    poll: (run) => publish(run, rooms),
    stop: async () => {},
  };
}

/** What variables will bring is known only when the action runs. */
function checkConfiguration(configuration: Readonly<Record<string, string>>): string | undefined {
  const { ECRRepositoryName: name = '', ImageTags: tags = 'latest', RegistryType: type = 'private' } = configuration;
  if (!hasReference(name) && !NAME.test(name)) return `ECRRepositoryName ${name} is not the name of a repository`;
  if (!hasReference(tags) && tagsIn(tags) === undefined) return `ImageTags ${tags} are not tags with commas between`;
  if (type === 'public') return 'RegistryType public is not implemented by this server';
  return type === 'private' || hasReference(type) ? undefined : 'RegistryType must be private or public';
}

function tagsIn(text: string): readonly [string, ...string[]] | undefined {
  const [first, ...others] = text.split(',').map((tag) => tag.trim());
  return first !== undefined && [first, ...others].every((tag) => TAG.test(tag)) ? [first, ...others] : undefined;
}

async function publish(run: ActionRun, rooms: EcrBuildRooms): Promise<Progress> {
  const wrong = checkConfiguration(run.configuration);
  if (wrong !== undefined) throw new ServiceError('ConfigurationError', wrong);
  const log = new ActionLog(run, rooms);
  await log.open();
  try {
    return await unpacked(firstInput(run), rooms, (directory) => publishFrom(directory, run, { ...rooms, log }));
  } catch (error) {
    log.say(error instanceof Error ? error.message : String(error));
    throw error;
  } finally {
    await log.flush();
  }
}

async function publishFrom(
  directory: string,
  run: ActionRun,
  { imageBuilds, clock, log }: EcrBuildRooms & { readonly log: ActionLog },
): Promise<Progress> {
  const repositoryName = required(run, 'ECRRepositoryName');
  const timeUp = AbortSignal.timeout(Math.max(run.deadline - clock.now(), 0));
  try {
    const { digest, uri } = await imageBuilds.publish({
      id: run.actionExecutionId,
      directory,
      dockerfile: run.configuration.DockerFilePath ?? '.',
      repositoryName,
      tags: tagsIn(run.configuration.ImageTags ?? 'latest') ?? ['latest'],
      say: (line) => log.say(line),
      signal: timeUp,
    });
    const outputVariables = { ECRImageDigestId: digest, ECRRepositoryName: repositoryName };
    return { kind: 'succeeded', externalExecutionId: digest, summary: uri, outputVariables };
  } catch (error) {
    if (!timeUp.aborted) throw error;
    return { kind: 'failed', code: 'TimeoutError', message: 'The image was not built and pushed in time' };
  }
}
