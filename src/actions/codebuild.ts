import type { PipelineBuild, PipelineBuildRequest, PipelineBuilds } from '../ports/builds.ts';
import type { ActionProvider, ActionReport, ActionRun, ActionType, Progress } from './action.ts';
import { required } from './configuration.ts';

const EIGHT_HOURS = 8 * 60;

/** CodeBuild as a Build and as a Test action. */
export function codebuild(
  category: Extract<ActionType['category'], 'Build' | 'Test'>,
  { builds }: { readonly builds: PipelineBuilds },
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
    start: async (run) => report(run, await builds.start(requestOf(run)), builds),
    poll: async (run) => {
      const id = run.externalExecutionId ?? (await builds.start(requestOf(run)));
      return report(run, id, builds);
    },
    stop: async (run) => {
      if (run.externalExecutionId !== undefined) await builds.stop(run.account, run.region, run.externalExecutionId);
    },
  };
}

function checkConfiguration(
  configuration: Readonly<Record<string, string>>,
  artifacts: { readonly inputs: number },
): string | undefined {
  const { PrimarySource, EnvironmentVariables, BatchEnabled, CombineArtifacts } = configuration;
  if (artifacts.inputs > 1 && PrimarySource === undefined)
    return 'PrimarySource is required with more than one input artifact';
  if (BatchEnabled === 'true' || CombineArtifacts === 'true') return 'batch builds are not implemented by this server';
  if (
    EnvironmentVariables !== undefined &&
    !EnvironmentVariables.includes('#{') &&
    readVariables(EnvironmentVariables) === undefined
  ) {
    return 'EnvironmentVariables is not a JSON array of {name, value, type}';
  }
  return undefined;
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
    environmentVariables: readVariables(EnvironmentVariables) ?? [],
    buildspecOverride: BuildspecOverride,
    wake: run.wake,
  };
}

async function report(run: ActionRun, id: string, builds: PipelineBuilds): Promise<Progress> {
  const build = await builds.find(run.account, run.region, id);
  if (build === undefined) return { kind: 'failed', code: 'JobFailed', message: `The build ${id} is gone` };
  const common: ActionReport = {
    externalExecutionId: id,
    externalExecutionUrl: build.url,
    logStreamArn: build.logStreamArn,
  };
  if (build.status === 'IN_PROGRESS') return { kind: 'running', ...common };
  if (build.status === 'SUCCEEDED') return { kind: 'succeeded', ...common, outputVariables: build.exportedVariables };
  return { kind: 'failed', ...common, code: 'JobFailed', message: failureOf(build) };
}

function failureOf({ status, failure }: PipelineBuild): string {
  const detail =
    failure === undefined ? '' : `. Phase: ${failure.phase}, Code: ${failure.code}, Message: ${failure.message}`;
  return `Build terminated with state: ${status}${detail}`;
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

function isVariable(value: unknown): value is Variables[number] {
  if (typeof value !== 'object' || value === null) return false;
  const { name, value: text, type } = value as Record<string, unknown>;
  return typeof name === 'string' && typeof text === 'string' && (type === undefined || typeof type === 'string');
}
