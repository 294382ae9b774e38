import { invalidInput, notImplemented } from '../errors.ts';
import type {
  CreateProjectInput,
  EnvironmentVariables,
  ProjectArtifacts,
  ProjectEnvironment,
  ProjectSource,
} from '../shapes.ts';
import { checkBatchConfig } from './batch-config.ts';
import { checkRole } from './check-role.ts';

const IDENTIFIER = /^\w{1,127}$/;
const MAX_SECONDARY = 12;
const GIT_HOSTS: readonly string[] = ['GITHUB', 'GITHUB_ENTERPRISE', 'GITLAB', 'GITLAB_SELF_MANAGED', 'BITBUCKET'];
const CURATED = 'aws/codebuild/';

/** What CodeBuild refuses in a project beyond the model's constraints. */
export function checkProject(input: CreateProjectInput, account: string): void {
  checkSource(input.source);
  checkArtifacts(input.artifacts);
  checkCodePipeline(input.source, input.artifacts);
  checkSecondary(input);
  checkEnvironment(input.environment);
  checkRole(input.serviceRole, account);
  if (input.badgeEnabled === true && input.source.type === 'CODEPIPELINE')
    throw invalidInput('Build badges are not supported for CodePipeline source');
  if (input.badgeEnabled === true) throw notImplemented('badgeEnabled');
  checkBatchConfig(input.buildBatchConfig, account);
  if ((input.autoRetryLimit ?? 0) > 0) throw notImplemented('autoRetryLimit');
  const limit = input.concurrentBuildLimit;
  if (limit !== undefined && limit < 1)
    throw invalidInput('Invalid project: concurrent build limit must be greater than 0');
}

export function checkSource(source: ProjectSource): void {
  const { type, location, buildspec, reportBuildStatus, auth } = source;
  const needsLocation = type !== 'CODEPIPELINE' && type !== 'NO_SOURCE';
  if (needsLocation && !location) throw invalidInput('Project source location is required');
  if (!needsLocation && location)
    throw invalidInput(`Invalid project source: source type ${type} should have null location`);
  if (type === 'NO_SOURCE' && !buildspec)
    throw invalidInput('Invalid project source: source type NO_SOURCE requires an inline buildspec');
  if (reportBuildStatus === true && !GIT_HOSTS.includes(type))
    throw invalidInput(`Invalid project source: source type ${type} does not support reportBuildStatus`);
  if (type === 'S3' && location !== undefined && !location.includes('/'))
    throw invalidInput('Invalid project source: location must be a valid S3 source');
  if (auth !== undefined && !GIT_HOSTS.includes(type))
    throw invalidInput(`Invalid project source: source type ${type} does not support auth`);
}

export function checkArtifacts(artifacts: ProjectArtifacts): void {
  const { type, location, encryptionDisabled } = artifacts;
  if (type === 'S3') {
    if (!location) throw invalidInput('Invalid artifacts: artifact type S3 requires a location');
    if (location.replace(/^arn:aws[\w-]*:s3:::/, '').includes('/'))
      throw invalidInput('Invalid artifacts: location must be the name of a bucket');
    return;
  }
  if (type === 'NO_ARTIFACTS' && location)
    throw invalidInput('Invalid artifacts: artifact type NO_ARTIFACTS should have null location');
  if (encryptionDisabled !== undefined && encryptionDisabled !== false)
    throw invalidInput(`Invalid artifacts: artifact type ${type} should have null encryptionDisabled`);
}

export function checkCodePipeline(source: ProjectSource, artifacts: ProjectArtifacts): void {
  if ((source.type === 'CODEPIPELINE') === (artifacts.type === 'CODEPIPELINE')) return;
  throw invalidInput(
    'Invalid input: when using CodePipeline both sourceType, and artifactType must be set to: CODEPIPELINE',
  );
}

type Secondary = Pick<CreateProjectInput, 'secondarySources' | 'secondaryArtifacts' | 'secondarySourceVersions'>;

export function checkSecondary({ secondarySources, secondaryArtifacts, secondarySourceVersions }: Secondary): void {
  const sources = secondarySources ?? [];
  const artifacts = secondaryArtifacts ?? [];
  checkIdentifiers(
    'source',
    sources.map(({ sourceIdentifier }) => sourceIdentifier),
  );
  checkIdentifiers(
    'artifact',
    artifacts.map(({ artifactIdentifier }) => artifactIdentifier),
  );
  for (const source of sources) checkSource(source);
  for (const artifact of artifacts) checkArtifacts(artifact);
  if (sources.some(({ type }) => type === 'CODEPIPELINE') || artifacts.some(({ type }) => type === 'CODEPIPELINE'))
    throw invalidInput('Invalid input: CODEPIPELINE cannot be used for secondary sources or artifacts');
  for (const { sourceIdentifier } of secondarySourceVersions ?? []) {
    if (!sources.some((source) => source.sourceIdentifier === sourceIdentifier))
      throw invalidInput(`Invalid input: there is no secondary source ${sourceIdentifier}`);
  }
}

function checkIdentifiers(kind: string, identifiers: readonly (string | undefined)[]): void {
  if (identifiers.length > MAX_SECONDARY)
    throw invalidInput(`Invalid input: no more than ${MAX_SECONDARY} secondary ${kind}s are allowed`);
  if (identifiers.some((identifier) => identifier === undefined || !IDENTIFIER.test(identifier)))
    throw invalidInput(
      'Invalid input: identifier must contain only alphanumeric characters and underscores and be less than 128 characters in length',
    );
  if (new Set(identifiers).size < identifiers.length)
    throw invalidInput(`Invalid input: secondary ${kind} identifiers must be unique`);
}

export function checkEnvironment(environment: ProjectEnvironment): void {
  const { image, imagePullCredentialsType, registryCredential } = environment;
  const curated = image.startsWith(CURATED);
  if (curated && imagePullCredentialsType === 'SERVICE_ROLE')
    throw invalidInput('Invalid environment: imagePullCredentialsType must be CODEBUILD for curated images');
  if (registryCredential !== undefined && (curated || imagePullCredentialsType !== 'SERVICE_ROLE'))
    throw invalidInput(
      'Invalid environment: registryCredential requires imagePullCredentialsType SERVICE_ROLE and an image that is not curated',
    );
  checkVariables(environment.environmentVariables ?? []);
}

/** A name with `=` or NUL cannot be put into any environment, nor a value with NUL. */
export function checkVariables(variables: EnvironmentVariables): void {
  for (const { name, value } of variables) {
    if (name === '' || /[=\0]/.test(name) || value.includes('\0'))
      throw invalidInput(`Invalid environment variable: ${JSON.stringify(name)}`);
  }
}
