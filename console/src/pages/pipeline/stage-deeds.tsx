import {
  type ExecutionMode,
  RetryStageExecutionCommand,
  type StageRetryMode,
  type StageState,
} from '@aws-sdk/client-codepipeline';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useState } from 'react';
import { useDeed } from '../../parts/deeds/use-deed.ts';
import { onDemand } from '../../parts/on-demand.tsx';
import { useCodePipeline } from '../../wire/codepipeline.ts';

const RollBack = onDemand(async () => (await import('./roll-back.tsx')).RollBack);

interface StageDeedsProps {
  readonly pipeline: string;
  /** How executions of the pipeline run. */
  readonly mode: ExecutionMode | undefined;
  readonly stage: string;
  readonly state: StageState | undefined;
  readonly isFirst: boolean;
}

/** What one can do to a stage that has run: try again what failed, or go back to what succeeded. */
export function StageDeeds({ pipeline, mode, stage, state, isFirst }: StageDeedsProps) {
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
    item('FAILED_ACTIONS', 'Retry failed actions', retryable ? '' : NOTHING_FAILED),
    item(
      'ALL_ACTIONS',
      'Retry all actions',
      !retryable ? NOTHING_FAILED : status === 'InProgress' ? 'Actions of this stage still run.' : '',
    ),
    item('rollback', 'Roll back', againstRollback(mode, isFirst, status)),
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

const NOTHING_FAILED = 'Nothing has failed here.';

/** An item of the menu; one that cannot be chosen says why. */
function item(id: string, text: string, against: string) {
  return { id, text, disabled: against !== '', ...(against === '' ? {} : { disabledReason: against }) };
}

function againstRollback(mode: ExecutionMode | undefined, isFirst: boolean, status: string | undefined): string {
  if (mode === 'PARALLEL')
    return 'AWS rolls back no PARALLEL pipeline. Release a change with the revisions of an earlier execution.';
  if (isFirst) return 'A stage of sources is not rolled back.';
  return status === undefined ? 'Nothing has run here yet.' : '';
}
