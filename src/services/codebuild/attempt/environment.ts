import { consoleLinks } from '../../../kernel/console-links.ts';
import type { TemporaryCredentials } from '../../../ports/credentials.ts';
import type { BuildRow } from '../../../store/codebuild/builds.ts';
import type { BuildFacts } from '../build-facts.ts';
import type { Buildspec } from '../buildspec/buildspec.ts';
import { logPlace } from '../log-place.ts';
import { buildArn, projectArn } from '../names.ts';
import type { FetchedSource } from '../sources/fetched-source.ts';

export interface EnvironmentParts {
  readonly row: BuildRow;
  readonly facts: BuildFacts;
  readonly buildspec: Buildspec;
  readonly sources: readonly FetchedSource[];
  /** Values of variables that are kept elsewhere. */
  readonly stored: Readonly<Record<string, string>>;
  readonly credentials: TemporaryCredentials;
  readonly endpoint: string;
  /** The build's directory as commands see it. */
  readonly directory: string;
}

/** What a build's commands find in their environment. CODEBUILD_* names are CodeBuild's; the project wins over the buildspec. */
export function buildEnvironment(parts: EnvironmentParts): Readonly<Record<string, string>> {
  const own = { ...parts.buildspec.variables, ...projectVariables(parts) };
  return { ...awsVariables(parts, own), ...own, ...codebuildVariables(parts), ...sourceVariables(parts) };
}

function projectVariables({ facts, stored }: EnvironmentParts): Record<string, string> {
  const variables = facts.environment.environmentVariables ?? [];
  return { ...Object.fromEntries(variables.map(({ name, value }) => [name, value])), ...stored };
}

/** Keys of the build's own are left alone: a foreign session token would spoil them. */
function awsVariables(
  { row, credentials, endpoint }: EnvironmentParts,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  const keys = {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
  };
  return {
    AWS_REGION: row.region,
    AWS_DEFAULT_REGION: row.region,
    AWS_ENDPOINT_URL: endpoint,
    ...(Object.hasOwn(own, 'AWS_ACCESS_KEY_ID') ? {} : keys),
  };
}

function codebuildVariables({ row, facts, directory, endpoint }: EnvironmentParts): Record<string, string> {
  return {
    CODEBUILD_CI: 'true',
    CODEBUILD_BUILD_ID: row.id,
    CODEBUILD_BUILD_ARN: buildArn(row, row.id),
    CODEBUILD_BUILD_NUMBER: String(row.number),
    CODEBUILD_BUILD_IMAGE: facts.environment.image,
    CODEBUILD_BUILD_SUCCEEDING: '1',
    CODEBUILD_BUILD_URL: consoleLinks(endpoint, row.region).build(row.id),
    CODEBUILD_INITIATOR: facts.initiator,
    CODEBUILD_KMS_KEY_ID: facts.encryptionKey,
    CODEBUILD_LOG_PATH: logPlace(row, facts.logsConfig)?.stream ?? '',
    CODEBUILD_PROJECT_ARN: projectArn(row, row.projectName),
    CODEBUILD_PROJECT_UUID: row.projectId,
    CODEBUILD_START_TIME: String(row.created),
    CODEBUILD_GOPATH: directory,
    ...(facts.batch === undefined ? {} : { CODEBUILD_BATCH_BUILD_IDENTIFIER: facts.batch.identifier }),
  };
}

function sourceVariables({ sources, directory }: EnvironmentParts): Record<string, string> {
  return Object.fromEntries(
    sources.flatMap((source) => {
      const suffix = source.identifier === undefined ? '' : `_${source.identifier}`;
      const values: readonly [string, string | undefined][] = [
        ['CODEBUILD_SRC_DIR', `${directory}/${source.directory}`],
        ['CODEBUILD_SOURCE_REPO_URL', source.repositoryUrl],
        ['CODEBUILD_SOURCE_VERSION', source.version],
        ['CODEBUILD_RESOLVED_SOURCE_VERSION', source.resolvedVersion],
      ];
      return values.flatMap(([name, value]) => (value === undefined ? [] : [[`${name}${suffix}`, value]]));
    }),
  );
}
