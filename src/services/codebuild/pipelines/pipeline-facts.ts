import type { PipelineBuildRequest } from '../../../ports/builds.ts';
import type { ProjectRow } from '../../../store/codebuild/projects.ts';
import { locationArn } from '../artifact-location.ts';
import type { BuildFacts } from '../build-facts.ts';
import { checkRole } from '../project/check-role.ts';
import { mergedVariables } from '../project/merged-facts.ts';
import { completedEnvironment, settingsOf } from '../project/project-settings.ts';
import type { EnvironmentVariables } from '../shapes.ts';

/** The project's settings, with the pipeline's sources and artifacts, whatever the project's own are. */
export function pipelineFacts(project: ProjectRow, request: PipelineBuildRequest): BuildFacts {
  const settings = settingsOf(project);
  checkRole(settings.serviceRole, project.account);
  const { inputs, outputs, primarySource, resolvedSourceVersion } = request;
  const primary = inputs.find(({ name }) => name === primarySource) ?? inputs[0];
  const variables = mergedVariables(settings.environment.environmentVariables ?? [], variablesOf(request));
  return {
    source: { type: 'CODEPIPELINE', buildspec: request.buildspecOverride ?? settings.source.buildspec },
    sourceVersion: primary && locationArn(primary),
    secondarySources: [],
    secondarySourceVersions: [],
    artifacts: { type: 'CODEPIPELINE' },
    secondaryArtifacts: [],
    cache: settings.cache ?? { type: 'NO_CACHE' },
    environment: completedEnvironment({ ...settings.environment, environmentVariables: variables }),
    serviceRole: settings.serviceRole,
    logsConfig: settings.logsConfig,
    timeoutInMinutes: settings.timeoutInMinutes,
    queuedTimeoutInMinutes: settings.queuedTimeoutInMinutes,
    encryptionKey: settings.encryptionKey,
    initiator: request.initiator,
    vpcConfig: settings.vpcConfig,
    fileSystemLocations: settings.fileSystemLocations,
    pipeline: { inputs, outputs, primarySource, resolvedSourceVersion },
  };
}

export function variablesOf({ environmentVariables }: PipelineBuildRequest): EnvironmentVariables {
  return environmentVariables.map(({ name, value, type }) => ({ name, value, type: typeOf(type) }));
}

function typeOf(type: string | undefined): 'PLAINTEXT' | 'PARAMETER_STORE' | 'SECRETS_MANAGER' {
  return type === 'PARAMETER_STORE' || type === 'SECRETS_MANAGER' ? type : 'PLAINTEXT';
}
