import type { ProjectRow } from '../../../store/codebuild/projects.ts';
import type { BuildFacts } from '../build-facts.ts';
import { invalidInput, notImplemented } from '../errors.ts';
import type { EnvironmentVariables, ProjectEnvironment, ProjectSource, StartBuildInput } from '../shapes.ts';
import { checkArtifacts, checkCodePipeline, checkEnvironment, checkSecondary, checkSource } from './check-project.ts';
import { checkRole } from './check-role.ts';
import { completedArtifacts, completedEnvironment, completedSource, settingsOf } from './project-settings.ts';

/** The project's settings with what StartBuild says instead, checked together. */
export function mergedFacts(project: ProjectRow, input: StartBuildInput, initiator: string): BuildFacts {
  const settings = settingsOf(project);
  if (input.debugSessionEnabled === true) throw notImplemented('debugSessionEnabled');
  if ((input.autoRetryLimitOverride ?? 0) > 0) throw notImplemented('autoRetryLimitOverride');
  if (input.fleetOverride !== undefined) throw notImplemented('fleetOverride');
  const facts: BuildFacts = {
    source: mergedSource(settings.source, input),
    sourceVersion: input.sourceVersion ?? settings.sourceVersion,
    secondarySources: (input.secondarySourcesOverride ?? settings.secondarySources ?? []).map(completedSource),
    secondarySourceVersions: input.secondarySourcesVersionOverride ?? settings.secondarySourceVersions ?? [],
    artifacts: completedArtifacts(input.artifactsOverride ?? settings.artifacts, project.name),
    secondaryArtifacts: (input.secondaryArtifactsOverride ?? settings.secondaryArtifacts ?? []).map((artifacts) =>
      completedArtifacts(artifacts, project.name),
    ),
    cache: input.cacheOverride ?? settings.cache ?? { type: 'NO_CACHE' },
    environment: mergedEnvironment(settings.environment, input),
    serviceRole: input.serviceRoleOverride ?? settings.serviceRole,
    logsConfig: input.logsConfigOverride ?? settings.logsConfig,
    timeoutInMinutes: input.timeoutInMinutesOverride ?? settings.timeoutInMinutes,
    queuedTimeoutInMinutes: input.queuedTimeoutInMinutesOverride ?? settings.queuedTimeoutInMinutes,
    encryptionKey: input.encryptionKeyOverride ?? settings.encryptionKey,
    initiator,
    vpcConfig: settings.vpcConfig,
    fileSystemLocations: settings.fileSystemLocations,
    pipeline: undefined,
  };
  check(facts, project.account);
  return facts;
}

function check(facts: BuildFacts, account: string): void {
  checkSource(facts.source);
  checkArtifacts(facts.artifacts);
  checkCodePipeline(facts.source, facts.artifacts);
  if (facts.source.type === 'CODEPIPELINE')
    throw invalidInput(
      'Invalid input: a project with the source type CODEPIPELINE is built by a pipeline; override its source and artifacts to build it alone',
    );
  checkSecondary(facts);
  checkEnvironment(facts.environment);
  checkRole(facts.serviceRole, account);
}

function mergedSource(source: ProjectSource, input: StartBuildInput): ProjectSource {
  const type = input.sourceTypeOverride ?? source.type;
  // The settings of one type of source mean nothing to another.
  const base: ProjectSource = type === source.type ? source : { type, buildspec: source.buildspec };
  return completedSource({
    ...base,
    ...given({
      location: input.sourceLocationOverride,
      auth: input.sourceAuthOverride,
      gitCloneDepth: input.gitCloneDepthOverride,
      gitSubmodulesConfig: input.gitSubmodulesConfigOverride,
      buildspec: input.buildspecOverride,
      insecureSsl: input.insecureSslOverride,
      reportBuildStatus: input.reportBuildStatusOverride,
      buildStatusConfig: input.buildStatusConfigOverride,
    }),
  });
}

function mergedEnvironment(environment: ProjectEnvironment, input: StartBuildInput): ProjectEnvironment {
  const { environmentVariables: _, ...others } = environment;
  const variables = mergedVariables(environment.environmentVariables ?? [], input.environmentVariablesOverride ?? []);
  return completedEnvironment({
    ...others,
    ...given({
      type: input.environmentTypeOverride,
      image: input.imageOverride,
      computeType: input.computeTypeOverride,
      certificate: input.certificateOverride,
      privilegedMode: input.privilegedModeOverride,
      registryCredential: input.registryCredentialOverride,
      imagePullCredentialsType: input.imagePullCredentialsTypeOverride,
    }),
    environmentVariables: variables,
  });
}

/** By name: what StartBuild says wins over the project. */
export function mergedVariables(project: EnvironmentVariables, override: EnvironmentVariables): EnvironmentVariables {
  const names = new Set(override.map(({ name }) => name));
  return [...project.filter(({ name }) => !names.has(name)), ...override];
}

type Given<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };

function given<T extends object>(members: T): Given<T> {
  const entries: readonly [string, unknown][] = Object.entries(members);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Given<T>;
}
