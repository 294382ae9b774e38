import type { CommandsRequest } from '../../../ports/builds.ts';
import { locationArn } from '../artifact-location.ts';
import type { BuildFacts } from '../build-facts.ts';
import { encryptionKeyOf } from '../names.ts';
import { checkVariables } from '../project/check-project.ts';
import { completedEnvironment } from '../project/project-settings.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import { newBuildWithoutProject } from '../starts/new-build.ts';

/** The machine that AWS gives to commands. */
const MACHINE = {
  type: 'LINUX_CONTAINER',
  image: 'aws/codebuild/amazonlinux-x86_64-standard:5.0',
  computeType: 'BUILD_GENERAL1_SMALL',
} as const;
const QUEUED_MINUTES = 480;

/** Commands of a pipeline run as a build of no project: the same machines, phases and logs, a buildspec made of the commands. */
export async function startCommands(rooms: CodeBuildRooms, request: CommandsRequest): Promise<string> {
  const { account, region, pipelineName, id: uuid, wake } = request;
  const facts = factsOf(request);
  checkVariables(facts.environment.environmentVariables ?? []);
  const row = await rooms.database.write((tx) =>
    newBuildWithoutProject(tx, rooms, {
      place: { account, region },
      name: `codepipeline/${pipelineName}`,
      uuid,
      facts,
      wake,
    }),
  );
  return row.id;
}

function factsOf(request: CommandsRequest): BuildFacts {
  const { inputs, outputs, pipelineName, resolvedSourceVersion } = request;
  const [primary] = inputs;
  return {
    source: { type: 'CODEPIPELINE', buildspec: buildspecOf(request) },
    sourceVersion: primary && locationArn(primary),
    secondarySources: [],
    secondarySourceVersions: [],
    artifacts: { type: 'CODEPIPELINE' },
    secondaryArtifacts: [],
    cache: { type: 'NO_CACHE' },
    environment: completedEnvironment({
      ...MACHINE,
      environmentVariables: request.environmentVariables.map(({ name, value, type }) => ({
        name,
        value,
        type: type === 'SECRETS_MANAGER' ? type : 'PLAINTEXT',
      })),
    }),
    serviceRole: request.roleArn,
    logsConfig: { cloudWatchLogs: { status: 'ENABLED', groupName: `/aws/codepipeline/${pipelineName}` } },
    timeoutInMinutes: request.timeoutInMinutes,
    queuedTimeoutInMinutes: QUEUED_MINUTES,
    encryptionKey: encryptionKeyOf(request),
    initiator: `codepipeline/${pipelineName}`,
    vpcConfig: undefined,
    fileSystemLocations: undefined,
    pipeline: { inputs, outputs, primarySource: primary?.name, resolvedSourceVersion },
  };
}

/** JSON is YAML. */
function buildspecOf({ commands, outputVariables, outputs: [output] }: CommandsRequest): string {
  return JSON.stringify({
    version: '0.2',
    env: { 'exported-variables': outputVariables },
    phases: { build: { commands } },
    ...(output === undefined ? {} : { artifacts: { files: output.files ?? ['**/*'] } }),
  });
}
