import { type ActionExecutionDetail, ListActionExecutionsCommand } from '@aws-sdk/client-codepipeline';
import { useQuery } from '@tanstack/react-query';
import { useCodePipeline } from '../../wire/codepipeline.ts';
import { usePolling } from '../../wire/live.tsx';

interface AttemptPlace {
  readonly pipeline: string;
  readonly stage: string;
  readonly action: string;
  /** The attempt that has this external id, such as the token of an approval; without it, the newest. */
  readonly externalId?: string | undefined;
}

const RUNNING_MS = 1_500;

/** An attempt at an action, with what went in and what came out; null when there is none. */
export function useLatestAttempt({ pipeline: pipelineName, stage, action, externalId }: AttemptPlace) {
  const polling = usePolling();
  const client = useCodePipeline();
  return useQuery({
    queryKey: ['wire', 'pipelines', pipelineName, 'attempt', stage, action, externalId ?? 'newest'],
    queryFn: async (): Promise<ActionExecutionDetail | null> => {
      let nextToken: string | undefined;
      do {
        const page = await client.send(new ListActionExecutionsCommand({ pipelineName, nextToken }));
        const found = page.actionExecutionDetails?.find(
          ({ stageName, actionName, output }) =>
            stageName === stage &&
            actionName === action &&
            (externalId === undefined || output?.executionResult?.externalExecutionId === externalId),
        );
        if (found !== undefined) return found;
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      return null;
    },
    // No event tells that the log of a running action is there.
    refetchInterval: ({ state }) => (state.data?.status === 'InProgress' ? RUNNING_MS : polling),
  });
}
