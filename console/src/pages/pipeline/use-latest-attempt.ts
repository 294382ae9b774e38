import { type ActionExecutionDetail, ListActionExecutionsCommand } from '@aws-sdk/client-codepipeline';
import { useQuery } from '@tanstack/react-query';
import { useCodePipeline } from '../../wire/codepipeline.ts';
import { usePolling } from '../../wire/live.tsx';

/** The newest attempt at an action, with what went in and what came out; null when it never ran. */
export function useLatestAttempt(pipelineName: string, stage: string, action: string) {
  const client = useCodePipeline();
  return useQuery({
    queryKey: ['wire', 'pipelines', pipelineName, 'attempt', stage, action],
    queryFn: async (): Promise<ActionExecutionDetail | null> => {
      let nextToken: string | undefined;
      do {
        const page = await client.send(new ListActionExecutionsCommand({ pipelineName, nextToken }));
        const found = page.actionExecutionDetails?.find(
          ({ stageName, actionName }) => stageName === stage && actionName === action,
        );
        if (found !== undefined) return found;
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      return null;
    },
    refetchInterval: usePolling(),
  });
}
