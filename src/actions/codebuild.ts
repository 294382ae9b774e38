import type { ConsoleLinks } from '../kernel/console-links.ts';
import { ServiceError } from '../kernel/service-error.ts';
import type { PipelineBuildRequest, PipelineBuilds } from '../ports/builds.ts';
import type { ActionProvider, ActionRun, ActionType, DeclaredArtifacts } from './action.ts';
import { reportBuild } from './build-report.ts';
import { required } from './configuration.ts';

const EIGHT_HOURS = 8 * 60;

export interface CodeBuildRooms {
  readonly builds: PipelineBuilds;
  readonly links: (region: string) => ConsoleLinks;
}

/** CodeBuild as a Build and as a Test action. Gaps: batch builds are refused. */
export function codebuild(
  category: Extract<ActionType['category'], 'Build' | 'Test'>,
  { builds, links }: CodeBuildRooms,
): ActionProvider {
  return {
    type: { category, owner: 'AWS', provider: 'CodeBuild', version: '1' },
    inputs: { min: 1, max: 5 },
    outputs: { min: 0, max: 5 },
    configuration: [
      { name: 'ProjectName', required: true, description: 'Project that says how to build' },
      { name: 'PrimarySource', required: false, description: 'Input artifact with the buildspec; needed with several' },
      { name: 'EnvironmentVariables', required: false, description: 'JSON array of {name, value, type}' },
      { name: 'BuildspecOverride', required: false, description: 'Buildspec instead of the project own one' },
      { name: 'BatchEnabled', required: false, description: 'false' },
      { name: 'CombineArtifacts', required: false, description: 'false' },
    ],
    timeoutMinutes: EIGHT_HOURS,
    check: checkConfiguration,
    links: ({ region, configuration: { ProjectName = '' } }) => ({ entityUrl: links(region).project(ProjectName) }),
    start: async (run) => reportBuild(run, await builds.start(requestOf(run)), builds),
    poll: async (run) => {
      const id = run.externalExecutionId ?? (await builds.start(requestOf(run)));
      return reportBuild(run, id, builds);
    },
    stop: async (run) => {
      if (run.externalExecutionId !== undefined) await builds.stop(run.account, run.region, run.externalExecutionId);
    },
  };
}

function checkConfiguration(
  configuration: Readonly<Record<string, string>>,
  { inputs }: DeclaredArtifacts,
): string | undefined {
  const { PrimarySource, EnvironmentVariables } = configuration;
  if (inputs.length > 1 && PrimarySource === undefined)
    return 'PrimarySource is required with more than one input artifact';
  if (PrimarySource !== undefined && !hasReference(PrimarySource) && !inputs.includes(PrimarySource))
    return `PrimarySource ${PrimarySource} is not an input artifact of the action`;
  if (EnvironmentVariables !== undefined && !hasReference(EnvironmentVariables)) {
    if (readVariables(EnvironmentVariables) === undefined) return NOT_VARIABLES;
  }
  return checkBatch(configuration);
}

/** Only batch builds know of combined artifacts. */
function checkBatch(configuration: Readonly<Record<string, string>>): string | undefined {
  const flag = ['BatchEnabled', 'CombineArtifacts'].find(
    (name) => !['true', 'false'].includes(configuration[name] ?? 'false'),
  );
  if (flag !== undefined) return `${flag} must be true or false`;
  if (configuration.BatchEnabled === 'true') return 'BatchEnabled: batch builds are not implemented by this server';
  return configuration.CombineArtifacts === 'true' ? 'CombineArtifacts needs BatchEnabled' : undefined;
}

/** What a variable will bring is known only when the action runs. */
function hasReference(text: string): boolean {
  return text.includes('#{');
}

function requestOf(run: ActionRun): PipelineBuildRequest {
  const { EnvironmentVariables = '[]', PrimarySource, BuildspecOverride } = run.configuration;
  const primary = run.inputs.find(({ name }) => name === PrimarySource) ?? run.inputs[0];
  return {
    account: run.account,
    region: run.region,
    projectName: required(run, 'ProjectName'),
    clientToken: run.actionExecutionId,
    initiator: `codepipeline/${run.pipelineName}`,
    inputs: run.inputs,
    primarySource: PrimarySource,
    outputs: run.outputs,
    resolvedSourceVersion: primary?.revisionId,
    environmentVariables: variablesOf(EnvironmentVariables),
    buildspecOverride: BuildspecOverride,
    wake: run.wake,
  };
}

const NOT_VARIABLES =
  'EnvironmentVariables is not a JSON array of {name, value, type}, where type is PLAINTEXT, PARAMETER_STORE or SECRETS_MANAGER';

/** Variables of the pipeline may have brought quotes that spoil the JSON. */
function variablesOf(text: string): Variables {
  const variables = readVariables(text);
  if (variables === undefined) throw new ServiceError('ConfigurationError', NOT_VARIABLES);
  return variables;
}

type Variables = PipelineBuildRequest['environmentVariables'];

function readVariables(text: string): Variables | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every(isVariable) ? value : undefined;
  } catch {
    return undefined;
  }
}

const TYPES: readonly unknown[] = [undefined, 'PLAINTEXT', 'PARAMETER_STORE', 'SECRETS_MANAGER'];

function isVariable(value: unknown): value is Variables[number] {
  if (typeof value !== 'object' || value === null) return false;
  const { name, value: text, type } = value as Record<string, unknown>;
  return typeof name === 'string' && name !== '' && typeof text === 'string' && TYPES.includes(type);
}
