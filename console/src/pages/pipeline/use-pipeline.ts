import {
  GetPipelineCommand,
  GetPipelineStateCommand,
  ListPipelineExecutionsCommand,
  type PipelineDeclaration,
  type PipelineExecutionSummary,
} from '@aws-sdk/client-codepipeline';
import { useQuery } from '@tanstack/react-query';
import { useCodePipeline } from '../../wire/codepipeline.ts';
import { usePolling } from '../../wire/live.tsx';
import { NothingThere } from '../../wire/nothing-there.ts';

export function usePipelineState(name: string) {
  const client = useCodePipeline();
  return useQuery({
    queryKey: ['wire', 'pipelines', name, 'state'],
    queryFn: () => client.send(new GetPipelineStateCommand({ name })),
    refetchInterval: usePolling(),
  });
}

/** The declaration, as it is now or as it was in a version. */
export function useDeclaration(name: string, version?: number) {
  const client = useCodePipeline();
  return useQuery({
    queryKey: ['wire', 'pipelines', name, 'declaration', version ?? 'now'],
    queryFn: async (): Promise<PipelineDeclaration> => {
      const { pipeline } = await client.send(new GetPipelineCommand({ name, version }));
      if (pipeline === undefined) throw new NothingThere('The server answered no pipeline');
      return pipeline;
    },
  });
}

/** The last executions, newest first. */
export function useRecentExecutions(pipelineName: string, maxResults = 20) {
  const client = useCodePipeline();
  return useQuery({
    queryKey: ['wire', 'pipelines', pipelineName, 'executions', 'recent', maxResults],
    queryFn: async () => {
      const answer = await client.send(new ListPipelineExecutionsCommand({ pipelineName, maxResults }));
      return answer.pipelineExecutionSummaries ?? [];
    },
    refetchInterval: usePolling(),
  });
}

export function isUnderWay({ status }: PipelineExecutionSummary): boolean {
  return status === 'InProgress' || status === 'Stopping';
}
