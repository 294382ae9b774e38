import type { ProjectPlace, ProjectRow } from '../../../store/codebuild/projects.ts';
import { encryptionKeyOf, projectArn } from '../names.ts';
import type { CreateProjectInput, Project, ProjectArtifacts, ProjectEnvironment, ProjectSource } from '../shapes.ts';

/** A project as it is kept: what was asked for, completed by CodeBuild's defaults. */
export type ProjectSettings = CreateProjectInput & {
  readonly timeoutInMinutes: number;
  readonly queuedTimeoutInMinutes: number;
  readonly encryptionKey: string;
};

export function completed(input: CreateProjectInput, place: ProjectPlace): ProjectSettings {
  return {
    ...input,
    source: completedSource(input.source),
    artifacts: completedArtifacts(input.artifacts, input.name),
    secondaryArtifacts: input.secondaryArtifacts?.map((artifacts) => completedArtifacts(artifacts, input.name)),
    secondarySources: input.secondarySources?.map(completedSource),
    environment: completedEnvironment(input.environment),
    cache: input.cache ?? { type: 'NO_CACHE' },
    timeoutInMinutes: input.timeoutInMinutes ?? 60,
    queuedTimeoutInMinutes: input.queuedTimeoutInMinutes ?? 480,
    encryptionKey: input.encryptionKey ?? encryptionKeyOf(place),
    tags: input.tags ?? [],
  };
}

export function completedSource(source: ProjectSource): ProjectSource {
  return { ...source, insecureSsl: source.insecureSsl ?? false };
}

export function completedArtifacts(artifacts: ProjectArtifacts, project: string): ProjectArtifacts {
  if (artifacts.type !== 'S3') return artifacts;
  return {
    ...artifacts,
    name: artifacts.name ?? project,
    namespaceType: artifacts.namespaceType ?? 'NONE',
    packaging: artifacts.packaging ?? 'NONE',
    encryptionDisabled: artifacts.encryptionDisabled ?? false,
  };
}

export function completedEnvironment(environment: ProjectEnvironment): ProjectEnvironment {
  return {
    ...environment,
    environmentVariables: (environment.environmentVariables ?? []).map((variable) => ({
      ...variable,
      type: variable.type ?? 'PLAINTEXT',
    })),
    privilegedMode: environment.privilegedMode ?? false,
    imagePullCredentialsType: environment.imagePullCredentialsType ?? 'CODEBUILD',
  };
}

export function settingsOf(row: ProjectRow): ProjectSettings {
  const settings: ProjectSettings = JSON.parse(row.settings);
  return settings;
}

/** The project as the API shows it. */
export function projectView(row: ProjectRow): Project {
  const { badgeEnabled, ...settings } = settingsOf(row);
  return {
    ...settings,
    arn: projectArn(row, row.name),
    created: new Date(row.created),
    lastModified: new Date(row.modified),
    badge: { badgeEnabled: badgeEnabled ?? false },
  };
}
