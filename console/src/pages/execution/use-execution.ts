import {
  type ActionExecutionDetail,
  GetPipelineExecutionCommand,
  ListPipelineExecutionsCommand,
  type PipelineExecutionSummary,
  paginateListActionExecutions,
  paginateListRuleExecutions,
  type RuleExecutionDetail,
} from '@aws-sdk/client-codepipeline';
import { useQuery } from '@tanstack/react-query';
import { useCodePipeline } from '../../wire/codepipeline.ts';
import { usePolling } from '../../wire/live.tsx';
import { NothingThere } from '../../wire/nothing-there.ts';

const RUNNING_MS = 1_500;

export function useExecution(pipelineName: string, pipelineExecutionId: string) {
  const client = useCodePipeline();
  return useQuery({
    queryKey: ['wire', 'pipelines', pipelineName, 'execution', pipelineExecutionId],
    queryFn: async () => {
      const command = new GetPipelineExecutionCommand({ pipelineName, pipelineExecutionId });
      const { pipelineExecution } = await client.send(command);
      if (pipelineExecution === undefined) throw new NothingThere('The server answered no execution');
      return pipelineExecution;
    },
    refetchInterval: usePolling(),
  });
}

/** Every attempt at an action of the execution, oldest first. */
export function useAttempts(pipelineName: string, pipelineExecutionId: string) {
  const polling = usePolling();
  const client = useCodePipeline();
  return useQuery({
    queryKey: ['wire', 'pipelines', pipelineName, 'attempts', pipelineExecutionId],
    queryFn: async () => {
      const attempts: ActionExecutionDetail[] = [];
      const input = { pipelineName, filter: { pipelineExecutionId } };
      for await (const page of paginateListActionExecutions({ client }, input))
        attempts.push(...(page.actionExecutionDetails ?? []));
      return attempts.reverse();
    },
    // No event tells that the log of a running action is there.
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'InProgress') ? RUNNING_MS : polling),
  });
}

/** Every evaluation of a rule in the execution, newest first. */
export function useRules(pipelineName: string, pipelineExecutionId: string) {
  const client = useCodePipeline();
  return useQuery({
    queryKey: ['wire', 'pipelines', pipelineName, 'rules', pipelineExecutionId],
    queryFn: async () => {
      const rules: RuleExecutionDetail[] = [];
      const input = { pipelineName, filter: { pipelineExecutionId } };
      for await (const page of paginateListRuleExecutions({ client }, input))
        rules.push(...(page.ruleExecutionDetails ?? []));
      return rules;
    },
    refetchInterval: usePolling(),
  });
}

/** The execution in the history, and the last one before it that succeeded; looked for in the last 1,000. */
export function useHistoryOf(pipelineName: string, pipelineExecutionId: string) {
  const client = useCodePipeline();
  return useQuery({
    queryKey: ['wire', 'pipelines', pipelineName, 'history-of', pipelineExecutionId],
    queryFn: async (): Promise<{
      readonly summary: PipelineExecutionSummary | undefined;
      readonly lastSuccess: PipelineExecutionSummary | undefined;
    }> => {
      let summary: PipelineExecutionSummary | undefined;
      let nextToken: string | undefined;
      for (let page = 0; page < 10; page += 1) {
        const answer = await client.send(new ListPipelineExecutionsCommand({ pipelineName, nextToken }));
        for (const execution of answer.pipelineExecutionSummaries ?? []) {
          if (execution.pipelineExecutionId === pipelineExecutionId) summary = execution;
          else if (summary !== undefined && execution.status === 'Succeeded')
            return { summary, lastSuccess: execution };
        }
        nextToken = answer.nextToken;
        if (nextToken === undefined) break;
      }
      return { summary, lastSuccess: undefined };
    },
  });
}
