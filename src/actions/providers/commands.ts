import type { Aws } from '../../aws/aws.ts';
import { ServiceError } from '../../kernel/service-error.ts';
import type { CommandsRequest, PipelineBuilds } from '../../ports/builds.ts';
import type { ActionProvider, ActionRun } from '../action.ts';
import { failureOfCommands, reportBuild } from '../build-report.ts';

const TIMEOUT_MINUTES = 60;
/** AWS ends the build a little before its action. */
const BUILD_MINUTES = 55;

export interface CommandsRooms {
  readonly aws: Aws;
  readonly builds: PipelineBuilds;
}

/**
 * Runs shell commands where builds run, without a project.
 *
 * Gaps: an output artifact that names no files takes all of the first input's directory.
 */
export function commands({ aws, builds }: CommandsRooms): ActionProvider {
  const begin = (run: ActionRun) => builds.startCommands(requestOf(run, aws));
  return {
    type: { category: 'Compute', owner: 'AWS', provider: 'Commands', version: '1' },
    inputs: { min: 1, max: 10 },
    outputs: { min: 0, max: 1 },
    configuration: [],
    timeoutMinutes: TIMEOUT_MINUTES,
    start: async (run) => reportBuild(run, await begin(run), builds, failureOfCommands),
    poll: async (run) => {
      const id = run.externalExecutionId ?? (await begin(run));
      return reportBuild(run, id, builds, failureOfCommands);
    },
    stop: async (run) => {
      if (run.externalExecutionId !== undefined) await builds.stop(run.account, run.region, run.externalExecutionId);
    },
  };
}

function requestOf(run: ActionRun, aws: Aws): CommandsRequest {
  const { account, region, pipelineName, actionExecutionId, roleArn, commands: given, inputs, outputs, wake } = run;
  if (given === undefined) throw new ServiceError('ConfigurationError', 'The action has no commands');
  // Without an endpoint nobody knows the secrets.
  if (given.environmentVariables.some(({ type }) => type === 'SECRETS_MANAGER')) aws.settings(region);
  return {
    account,
    region,
    pipelineName,
    id: actionExecutionId,
    roleArn,
    ...given,
    inputs,
    outputs,
    resolvedSourceVersion: inputs[0]?.revisionId,
    timeoutInMinutes: BUILD_MINUTES,
    wake,
  };
}
