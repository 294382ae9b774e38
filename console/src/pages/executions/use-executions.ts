import { ListPipelineExecutionsCommand } from '@aws-sdk/client-codepipeline';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCodePipeline } from '../../wire/codepipeline.ts';
import { usePolling } from '../../wire/live.tsx';

const PAGE = 100;

/** The history of a pipeline, newest first, page by page as one asks for it. */
export function useExecutions(pipelineName: string) {
  const client = useCodePipeline();
  return useInfiniteQuery({
    queryKey: ['wire', 'pipelines', pipelineName, 'executions', 'all'],
    queryFn: ({ pageParam }) =>
      client.send(
        new ListPipelineExecutionsCommand({ pipelineName, maxResults: PAGE, nextToken: pageParam || undefined }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextToken,
    select: ({ pages }) => pages.flatMap(({ pipelineExecutionSummaries = [] }) => pipelineExecutionSummaries),
    refetchInterval: usePolling(),
  });
}
