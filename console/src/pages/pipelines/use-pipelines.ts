import {
  GetPipelineStateCommand,
  ListPipelineExecutionsCommand,
  type PipelineExecutionSummary,
  type PipelineSummary,
  paginateListPipelines,
  type StageState,
} from '@aws-sdk/client-codepipeline';
import { useQuery } from '@tanstack/react-query';
import { useGlances } from '../../parts/lists/use-glances.ts';
import { atMost } from '../../wire/at-most.ts';
import { useCodePipeline } from '../../wire/codepipeline.ts';
import { useLive, usePolling } from '../../wire/live.tsx';
import { stagesOfExecution } from './stages-of-execution.ts';

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

/** What a pipeline did last; it has no execution when it has not run. */
export interface Latest {
  readonly execution: PipelineExecutionSummary | undefined;
}

/** Everything else a page asks for must find its way beside the glances at a thousand pipelines. */
const glancing = atMost(8);

/** What each of the named pipelines did last, in their order; undefined while it is being asked for. */
export function useLatest(names: readonly string[]): readonly (Latest | undefined)[] {
  const client = useCodePipeline();
  return useGlancesAt(
    names,
    () => 'latest',
    async (name): Promise<Latest> => {
      const command = new ListPipelineExecutionsCommand({ pipelineName: name, maxResults: 1 });
      return { execution: (await client.send(command)).pipelineExecutionSummaries?.[0] };
    },
  );
}

/** How the stages of each of the named pipelines stand, in their order; undefined while it is being asked for. */
export function useStages(
  names: readonly string[],
  latest: readonly (Latest | undefined)[],
): readonly (readonly StageState[] | undefined)[] {
  const client = useCodePipeline();
  const beside = new Map(
    latest.flatMap((known, index) => {
      const { executionMode, pipelineExecutionId = '' } = known?.execution ?? {};
      return executionMode === 'PARALLEL' ? [[names[index] ?? '', pipelineExecutionId]] : [];
    }),
  );
  return useGlancesAt(
    names,
    (name) => `stages ${beside.get(name) ?? ''}`,
    async (name): Promise<readonly StageState[]> => {
      const execution = beside.get(name);
      if (execution !== undefined) return stagesOfExecution(client, name, execution);
      return (await client.send(new GetPipelineStateCommand({ name }))).stageStates ?? [];
    },
  );
}

/** Events tell of changes; without them only a page's worth of pipelines is asked about again and again. */
const POLLED = 50;

function useGlancesAt<Glance>(
  names: readonly string[],
  kindOf: (name: string) => string,
  glance: (name: string) => Promise<Glance>,
) {
  const { connected } = useLive();
  const polling = usePolling();
  return useGlances(
    names.map((name) => ({
      queryKey: ['wire', 'pipelines', name, 'glance', kindOf(name)],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => glancing(() => glance(name), signal),
      refetchInterval: connected || names.length > POLLED ? (false as const) : polling,
      staleTime: 5_000,
    })),
  );
}
