import {
  GetPipelineStateCommand,
  ListPipelineExecutionsCommand,
  type PipelineExecutionSummary,
  type PipelineSummary,
  paginateListPipelines,
  type StageState,
} from '@aws-sdk/client-codepipeline';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useCodePipeline } from '../../wire/codepipeline.ts';
import { usePolling } from '../../wire/live.tsx';

/** All pipelines of the region. */
export function usePipelineList() {
  const client = useCodePipeline();
  return useQuery({
    queryKey: ['wire', 'pipeline-list'],
    refetchInterval: usePolling(),
    queryFn: async () => {
      const pipelines: PipelineSummary[] = [];
      for await (const page of paginateListPipelines({ client, pageSize: 1_000 }, {}))
        pipelines.push(...(page.pipelines ?? []));
      return pipelines;
    },
  });
}

/** A pipeline with what it did last. */
export interface PipelineGlance {
  readonly name: string;
  readonly latest: PipelineExecutionSummary | undefined;
  readonly stages: readonly StageState[];
}

/** A glance at each of the named pipelines, in their order; undefined while one is being asked for. */
export function useGlances(names: readonly string[]): readonly (PipelineGlance | undefined)[] {
  const client = useCodePipeline();
  return useQueries({
    queries: names.map((name) => ({
      queryKey: ['wire', 'pipelines', name, 'glance'],
      queryFn: async (): Promise<PipelineGlance> => {
        const [state, executions] = await Promise.all([
          client.send(new GetPipelineStateCommand({ name })),
          client.send(new ListPipelineExecutionsCommand({ pipelineName: name, maxResults: 1 })),
        ]);
        return { name, latest: executions.pipelineExecutionSummaries?.[0], stages: state.stageStates ?? [] };
      },
      staleTime: 5_000,
    })),
    combine: (results) => results.map(({ data }) => data),
  });
}
