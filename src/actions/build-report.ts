import type { PipelineBuild, PipelineBuilds } from '../ports/builds.ts';
import type { ActionReport, ActionRun, Progress } from './action.ts';

/** How an action stands that a build, or a batch of builds, carries out; `describe` says why it failed. */
export async function reportBuild(
  run: ActionRun,
  id: string,
  builds: Pick<PipelineBuilds, 'find'>,
  describe = failureOfBuild,
): Promise<Progress> {
  const build = await builds.find(run.account, run.region, id);
  if (build === undefined) return { kind: 'failed', code: 'JobFailed', message: `The build ${id} is gone` };
  const common: ActionReport = {
    externalExecutionId: id,
    externalExecutionUrl: build.url,
    logStreamArn: build.logStreamArn,
  };
  if (build.status === 'IN_PROGRESS') return { kind: 'running', ...common };
  if (build.status === 'SUCCEEDED') return { kind: 'succeeded', ...common, outputVariables: build.exportedVariables };
  return { kind: 'failed', ...common, code: 'JobFailed', message: describe(build) };
}

function failureOfBuild({ status, failure }: PipelineBuild): string {
  const detail =
    failure === undefined ? '' : `. Phase: ${failure.phase}, Code: ${failure.code}, Message: ${failure.message}`;
  return `Build terminated with state: ${status}${detail}`;
}

/** In the words AWS has for commands, which have no build that anybody sees. */
export function failureOfCommands({ status, failure }: PipelineBuild): string {
  const detail = failure === undefined ? '' : `. ${failure.code}: ${failure.message}`;
  return `Action failed with status: ${status}${detail}`;
}
