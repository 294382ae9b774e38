import { useQuery } from '@tanstack/react-query';
import type { BusEvent } from '../../wire/event.ts';
import { usePolling } from '../../wire/live.tsx';
import { useWatch } from '../../wire/watch.ts';

const PAGE = 1_000;

/** Every event of the execution, oldest first. */
export function useEvents(pipelineName: string, executionId: string) {
  const watch = useWatch();
  return useQuery({
    queryKey: ['wire', 'pipelines', pipelineName, 'events', executionId],
    queryFn: async () => {
      const events: BusEvent[] = [];
      let NextToken: string | undefined;
      do {
        const page = await watch.listEvents({ PipelineExecutionId: executionId, MaxResults: PAGE, NextToken });
        events.push(...page.Events.map((text) => JSON.parse(text) as BusEvent));
        NextToken = page.NextToken;
      } while (NextToken !== undefined);
      return events;
    },
    refetchInterval: usePolling(),
  });
}
