import { ListActionExecutionsCommand } from '@aws-sdk/client-codepipeline';
import { useQuery } from '@tanstack/react-query';
import { useCodePipeline } from '../../wire/codepipeline.ts';
import { usePolling } from '../../wire/live.tsx';

export interface AttemptTimes {
  readonly from: Date | undefined;
  /** Undefined while it runs. */
  readonly to: Date | undefined;
}

/** When the newest attempts at actions began and ended, by their ids: the state of a pipeline tells only of the last change. */
export function useAttemptTimes(pipelineName: string): ReadonlyMap<string, AttemptTimes> {
  const client = useCodePipeline();
  const { data } = useQuery({
    queryKey: ['wire', 'pipelines', pipelineName, 'attempt-times'],
    queryFn: async () => {
      const { actionExecutionDetails = [] } = await client.send(new ListActionExecutionsCommand({ pipelineName }));
      return new Map(
        actionExecutionDetails.map(({ actionExecutionId = '', status, startTime, lastUpdateTime }) => [
          actionExecutionId,
          { from: startTime, to: status === 'InProgress' ? undefined : lastUpdateTime },
        ]),
      );
    },
    refetchInterval: usePolling(),
    structuralSharing: false,
  });
  return data ?? NONE;
}

const NONE: ReadonlyMap<string, AttemptTimes> = new Map();
