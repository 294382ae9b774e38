import {
  BatchGetDeploymentTargetsCommand,
  type DeploymentInfo,
  GetDeploymentCommand,
  type InstanceTarget,
  ListDeploymentTargetsCommand,
} from '@aws-sdk/client-codedeploy';
import { useQuery } from '@tanstack/react-query';
import { useCodeDeploy } from '../../wire/codedeploy.ts';
import { useLive } from '../../wire/live.tsx';

const BATCH = 25;
/** Lifecycle events of hosts are told by no event of the bus. */
const RUNNING_MS = 1_000;
const ENDED_MS = 15_000;

export interface DeploymentView {
  readonly deployment: DeploymentInfo;
  readonly targets: readonly InstanceTarget[];
}

/** Without an id there is nothing to ask for. */
export function useDeployment(deploymentId: string | undefined) {
  const client = useCodeDeploy();
  const { connected } = useLive();
  return useQuery({
    queryKey: ['wire', 'deployments', deploymentId, 'whole'],
    enabled: deploymentId !== undefined,
    queryFn: async (): Promise<DeploymentView> => {
      const { deploymentInfo } = await client.send(new GetDeploymentCommand({ deploymentId }));
      const targetIds: string[] = [];
      let nextToken: string | undefined;
      do {
        const page = await client.send(new ListDeploymentTargetsCommand({ deploymentId, nextToken }));
        targetIds.push(...(page.targetIds ?? []));
        nextToken = page.nextToken;
      } while (nextToken !== undefined && nextToken !== '');
      const targets: InstanceTarget[] = [];
      for (let at = 0; at < targetIds.length; at += BATCH) {
        const command = new BatchGetDeploymentTargetsCommand({
          deploymentId,
          targetIds: targetIds.slice(at, at + BATCH),
        });
        const { deploymentTargets = [] } = await client.send(command);
        targets.push(...deploymentTargets.flatMap(({ instanceTarget }) => instanceTarget ?? []));
      }
      return { deployment: deploymentInfo ?? {}, targets };
    },
    refetchInterval: ({ state }) =>
      state.data?.deployment.completeTime === undefined || !connected ? RUNNING_MS : ENDED_MS,
  });
}
