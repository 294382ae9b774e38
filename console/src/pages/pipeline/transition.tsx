import { EnableStageTransitionCommand, type StageExecution, type StageState } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useState } from 'react';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { useDeed } from '../../parts/deeds/use-deed.ts';
import { shortId } from '../../parts/executions/short-id.ts';
import { onDemand } from '../../parts/on-demand.tsx';
import { useCodePipeline } from '../../wire/codepipeline.ts';

const DisableTransition = onDemand(async () => (await import('./disable-transition.tsx')).DisableTransition);

interface TransitionProps {
  readonly pipeline: string;
  readonly stage: string;
  readonly state: StageState | undefined;
}

/** The door into a stage: open or closed, why, and who waits before it. */
export function Transition({ pipeline, stage, state }: TransitionProps) {
  const client = useCodePipeline();
  const [asking, setAsking] = useState(false);
  const { enabled = true, disabledReason, lastChangedBy } = state?.inboundTransitionState ?? {};
  const place = { pipelineName: pipeline, stageName: stage, transitionType: 'Inbound' as const };
  const open = useDeed({
    perform: () => client.send(new EnableStageTransitionCommand(place)),
    told: () => `The transition into ${stage} is enabled.`,
  });
  return (
    <Box padding={{ horizontal: 'l' }}>
      <SpaceBetween size="xs" direction="horizontal" alignItems="center">
        <span aria-hidden="true">↓</span>
        <Toggle
          checked={enabled}
          disabled={open.busy}
          onChange={({ detail }) => (detail.checked ? open.do() : setAsking(true))}
        >
          {enabled ? `Transition into ${stage}` : `Transition into ${stage} is disabled`}
        </Toggle>
        {!enabled && (
          <Box color="text-body-secondary">
            {disabledReason}
            {lastChangedBy === undefined ? '' : ` (${lastChangedBy.split(/[/:]/).at(-1)})`}
          </Box>
        )}
        <Waiting pipeline={pipeline} executions={state?.inboundExecutions ?? []} />
      </SpaceBetween>
      {asking && <DisableTransition place={place} onClose={() => setAsking(false)} />}
    </Box>
  );
}

interface WaitingProps {
  readonly pipeline: string;
  readonly executions: readonly StageExecution[];
}

function Waiting({ pipeline, executions }: WaitingProps) {
  if (executions.length === 0) return null;
  return (
    <Box>
      Waiting:{' '}
      {executions.map(({ pipelineExecutionId = '' }) => (
        <span key={pipelineExecutionId}>
          <PageLink to={pagePath('pipelines', pipeline, 'executions', pipelineExecutionId)}>
            {shortId(pipelineExecutionId)}
          </PageLink>{' '}
        </span>
      ))}
    </Box>
  );
}
