import type { ConsoleLinks } from '../../kernel/console-links.ts';
import { ServiceError } from '../../kernel/service-error.ts';
import type { PipelineBuildRequest, PipelineBuilds } from '../../ports/builds.ts';
import type { ActionProvider, ActionRun, ActionType, DeclaredArtifacts } from '../action.ts';
import { reportBuild } from '../build-report.ts';
import { hasReference, required } from '../configuration.ts';

const EIGHT_HOURS = 8 * 60;

export interface CodeBuildRooms {
  readonly builds: PipelineBuilds;
  readonly links: (region: string) => ConsoleLinks;
}

/**
 * CodeBuild as a Build and as a Test action, with one build or a batch of them.
 *
 * Gaps: AWS does not say which variables a batch has: here those that its builds export, of one name that of the last in the buildspec.
 */
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
      { name: 'BatchEnabled', required: false, description: 'true: a batch of builds' },
      { name: 'CombineArtifacts', required: false, description: 'true: one artifact of those of the whole batch' },
    ],
    timeoutMinutes: EIGHT_HOURS,
    check: checkConfiguration,
    links: ({ region, configuration: { ProjectName } }) =>
      ProjectName ? { entityUrl: links(region).project(ProjectName) } : {},
    start: async (run) => {
      const way = wayOf(run, builds);
      return reportBuild(run, await way.start(run), way);
    },
    poll: async (run) => {
      const way = wayOf(run, builds);
      return reportBuild(run, run.externalExecutionId ?? (await way.start(run)), way);
    },
    stop: async (run) => {
      const { externalExecutionId } = run;
      if (externalExecutionId !== undefined)
        await wayOf(run, builds).stop(run.account, run.region, externalExecutionId);
    },
  };
}

interface Way extends Pick<PipelineBuilds, 'find' | 'stop'> {
  start(run: ActionRun): Promise<string>;
}

/** One build, or a batch. */
function wayOf({ configuration }: ActionRun, builds: PipelineBuilds): Way {
  if (!isOn(configuration, 'BatchEnabled'))
    return { find: builds.find, stop: builds.stop, start: (run) => builds.start(requestOf(run)) };
  const combineArtifacts = isOn(configuration, 'CombineArtifacts');
  const { find, stop, start } = builds.batches;
  return { find, stop, start: (run) => start({ ...requestOf(run), combineArtifacts }) };
}

function checkConfiguration(
  configuration: Readonly<Record<string, string>>,
  { inputs, outputs }: DeclaredArtifacts,
): string | undefined {
  const { PrimarySource, EnvironmentVariables } = configuration;
  if (inputs.length > 1 && PrimarySource === undefined)
    return 'PrimarySource is required with more than one input artifact';
  if (PrimarySource !== undefined && !hasReference(PrimarySource) && !inputs.includes(PrimarySource))
    return `PrimarySource ${PrimarySource} is not an input artifact of the action`;
  if (EnvironmentVariables !== undefined && !hasReference(EnvironmentVariables)) {
    if (readVariables(EnvironmentVariables) === undefined) return NOT_VARIABLES;
  }
  return checkBatch(configuration, outputs);
}

/** Only batch builds know of combined artifacts. */
function checkBatch(configuration: Readonly<Record<string, string>>, outputs: readonly string[]): string | undefined {
  const { BatchEnabled = 'false', CombineArtifacts = 'false' } = configuration;
  const isFlag = (text: string) => text === 'true' || text === 'false' || hasReference(text);
  if (!isFlag(BatchEnabled)) return 'BatchEnabled must be true or false';
  if (!isFlag(CombineArtifacts)) return 'CombineArtifacts must be true or false';
  if (CombineArtifacts !== 'true') return undefined;
  if (BatchEnabled === 'false') return 'CombineArtifacts needs BatchEnabled';
  return outputs.length > 1 ? 'CombineArtifacts makes one output artifact' : undefined;
}

function isOn(configuration: Readonly<Record<string, string>>, flag: 'BatchEnabled' | 'CombineArtifacts'): boolean {
  return configuration[flag] === 'true';
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
