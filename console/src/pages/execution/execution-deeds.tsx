import {
  type ActionExecutionDetail,
  RetryStageExecutionCommand,
  type StageRetryMode,
} from '@aws-sdk/client-codepipeline';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useDeed } from '../../parts/deeds/use-deed.ts';
import { shortId } from '../../parts/executions/short-id.ts';
import { onDemand } from '../../parts/on-demand.tsx';
import { useCodePipeline } from '../../wire/codepipeline.ts';

const StopExecution = onDemand(async () => (await import('../pipeline/stop-execution.tsx')).StopExecution);

interface ExecutionDeedsProps {
  readonly name: string;
  readonly id: string;
  readonly status: string | undefined;
  /** Oldest first. */
  readonly attempts: readonly ActionExecutionDetail[];
}

/** What one can do to an execution: stop it while it runs, try its last stage again once that has failed. */
export function ExecutionDeeds({ name, id, status, attempts }: ExecutionDeedsProps) {
  const client = useCodePipeline();
  const [stopping, setStopping] = useState(false);
  const stage = attempts.at(-1)?.stageName;
  const retry = useDeed<StageRetryMode>({
    perform: (retryMode) =>
      client.send(
        new RetryStageExecutionCommand({ pipelineName: name, stageName: stage, pipelineExecutionId: id, retryMode }),
      ),
    told: (mode) => `${mode === 'ALL_ACTIONS' ? 'All' : 'The failed'} actions of ${stage} are tried again.`,
  });
  const ended = status === 'Failed' || status === 'Stopped';
  return (
    <SpaceBetween size="xs" direction="horizontal">
      {(status === 'InProgress' || status === 'Stopping') && (
        <Button ariaLabel={`Stop execution ${shortId(id)}`} onClick={() => setStopping(true)}>
          Stop
        </Button>
      )}
      {ended && stage !== undefined && (
        <ButtonDropdown
          items={[
            { id: 'FAILED_ACTIONS', text: 'Retry failed actions' },
            { id: 'ALL_ACTIONS', text: 'Retry all actions' },
          ]}
          loading={retry.busy}
          onItemClick={({ detail }) => retry.do(detail.id === 'ALL_ACTIONS' ? 'ALL_ACTIONS' : 'FAILED_ACTIONS')}
        >
          {`Retry ${stage}`}
        </ButtonDropdown>
      )}
      {stopping && <StopExecution name={name} executionId={id} onClose={() => setStopping(false)} />}
    </SpaceBetween>
  );
}
