import { RetryStageExecutionCommand, type StageRetryMode, type StageState } from '@aws-sdk/client-codepipeline';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useState } from 'react';
import { onDemand } from '../../parts/on-demand.tsx';
import { useDeed } from '../../parts/use-deed.ts';
import { useCodePipeline } from '../../wire/codepipeline.ts';

const RollBack = onDemand(async () => (await import('./roll-back.tsx')).RollBack);

interface StageDeedsProps {
  readonly pipeline: string;
  readonly stage: string;
  readonly state: StageState | undefined;
  readonly isFirst: boolean;
}

/** What one can do to a stage that has run: try again what failed, or go back to what succeeded. */
export function StageDeeds({ pipeline, stage, state, isFirst }: StageDeedsProps) {
  const client = useCodePipeline();
  const [rollingBack, setRollingBack] = useState(false);
  const { status, pipelineExecutionId } = state?.latestExecution ?? {};
  const failing = state?.actionStates?.some(({ latestExecution }) => latestExecution?.status === 'Failed') ?? false;
  const retry = useDeed<StageRetryMode>({
    perform: (retryMode) =>
      client.send(
        new RetryStageExecutionCommand({ pipelineName: pipeline, stageName: stage, pipelineExecutionId, retryMode }),
      ),
    told: (mode) => `${mode === 'ALL_ACTIONS' ? 'All' : 'The failed'} actions of ${stage} are tried again.`,
  });
  const retryable = status === 'Failed' || status === 'Stopped' || failing;
  const items = [
    { id: 'FAILED_ACTIONS', text: 'Retry failed actions', disabled: !retryable },
    { id: 'ALL_ACTIONS', text: 'Retry all actions', disabled: !retryable || status === 'InProgress' },
    { id: 'rollback', text: 'Roll back', disabled: isFirst || status === undefined },
  ];
  return (
    <>
      <ButtonDropdown
        items={items}
        loading={retry.busy}
        ariaLabel={`Actions for stage ${stage}`}
        onItemClick={({ detail }) =>
          detail.id === 'rollback' ? setRollingBack(true) : retry.do(detail.id as StageRetryMode)
        }
      >
        Stage
      </ButtonDropdown>
      {rollingBack && <RollBack pipeline={pipeline} stage={stage} onClose={() => setRollingBack(false)} />}
    </>
  );
}
