import type { ConsoleLinks } from '../../kernel/console-links.ts';
import type { PipelineDeployment, PipelineDeployments, PipelineDeploymentTarget } from '../../ports/deployments.ts';
import type { Objects } from '../../ports/objects.ts';
import type { ActionProvider, ActionRun, Progress } from '../action.ts';
import { written } from '../artifacts/read-artifact.ts';
import { firstInput, required } from '../configuration.ts';
import type { DeployedAction, DeployTarget } from '../deploy-target.ts';

const FIVE_DAYS = 5 * 24 * 60;

export interface CodeDeployRooms {
  readonly deployments: PipelineDeployments;
  readonly objects: Objects;
  readonly links: (region: string) => ConsoleLinks;
}

/** Deploys the input artifact to the servers of a deployment group. */
export function codedeployDeploy(rooms: CodeDeployRooms): ActionProvider {
  return {
    type: { category: 'Deploy', owner: 'AWS', provider: 'CodeDeploy', version: '1' },
    inputs: { min: 1, max: 1 },
    outputs: { min: 0, max: 0 },
    configuration: [
      { name: 'ApplicationName', required: true, description: 'Application' },
      { name: 'DeploymentGroupName', required: true, description: 'Deployment group' },
    ],
    outputVariables: [],
    timeoutMinutes: FIVE_DAYS,
    links: ({ region, configuration: { ApplicationName } }) =>
      ApplicationName ? { entityUrl: rooms.links(region).application(ApplicationName) } : {},
    start: async (run) => report(run, await begin(run, rooms), rooms),
    poll: async (run) => report(run, run.externalExecutionId ?? (await begin(run, rooms)), rooms),
    stop: async (run) => {
      if (run.externalExecutionId !== undefined)
        await rooms.deployments.stop(run.account, run.region, run.externalExecutionId);
    },
    targets: (deployed) => targetsOf(deployed, rooms.deployments),
  };
}

async function begin(run: ActionRun, { deployments, objects }: CodeDeployRooms): Promise<string> {
  const artifact = firstInput(run);
  const { bucket, key } = artifact;
  const { etag, versionId } = await written(artifact, () => objects.head({ bucket, key }));
  return deployments.start({
    account: run.account,
    region: run.region,
    applicationName: required(run, 'ApplicationName'),
    deploymentGroupName: required(run, 'DeploymentGroupName'),
    revision: { bucket, key, versionId, etag, bundleType: 'zip' },
    clientToken: run.actionExecutionId,
    wake: run.wake,
  });
}

async function report(run: ActionRun, id: string, { deployments, links }: CodeDeployRooms): Promise<Progress> {
  const deployment = await deployments.find(run.account, run.region, id);
  if (deployment === undefined) return { kind: 'failed', code: 'JobFailed', message: `The deployment ${id} is gone` };
  const { status, error } = deployment;
  const common = { externalExecutionId: id, externalExecutionUrl: links(run.region).deployment(id) };
  if (status === 'Succeeded')
    return { kind: 'succeeded', ...common, summary: 'Deployment Succeeded', percentComplete: 100 };
  if (status !== 'Failed' && status !== 'Stopped') return { kind: 'running', ...common, ...progressOf(deployment) };
  const reason = error === undefined ? '' : `: ${error.code}: ${error.message}`;
  const summary = `Deployment ${id} ${status.toLowerCase()}`;
  const failure = whatFailed(await deployments.targets(run.account, run.region, id));
  return { kind: 'failed', ...common, summary, code: 'JobFailed', message: `${summary}${reason}${failure}` };
}

/** A deployment only says that too many instances failed: what went wrong on the first of them. */
function whatFailed(targets: readonly PipelineDeploymentTarget[]): string {
  for (const { name, events } of targets) {
    const failed = events.find(({ status }) => status === 'Failed');
    if (failed !== undefined) return ` Instance ${name}: ${failed.name}: ${failed.message ?? 'failed'}`;
  }
  return '';
}

/** Gaps: AWS's words for a deployment under way are not documented. */
function progressOf({ id, status, instances: { done, total } }: PipelineDeployment) {
  if (total === 0) return { summary: `Deployment ${id} is ${status}` };
  const percentComplete = Math.floor((done / total) * 100);
  return { summary: `Deployment ${id} is ${status}: ${done} of ${total} instances done`, percentComplete };
}

async function targetsOf(deployed: DeployedAction, deployments: PipelineDeployments): Promise<DeployTarget[]> {
  const { account, region, externalExecutionId } = deployed;
  if (externalExecutionId === undefined) return [];
  return (await deployments.targets(account, region, externalExecutionId)).map(({ name, status, events }) => {
    const starts = events.flatMap(({ started }) => started ?? []);
    const ends = events.flatMap(({ ended }) => ended ?? []);
    const running = status === 'Pending' || status === 'InProgress';
    return {
      id: name,
      type: 'InstanceTarget',
      status,
      started: starts.length === 0 ? undefined : Math.min(...starts),
      ended: running || ends.length === 0 ? undefined : Math.max(...ends),
      events,
    };
  });
}
