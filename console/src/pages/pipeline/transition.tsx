import {
  DisableStageTransitionCommand,
  EnableStageTransitionCommand,
  type StageExecution,
  type StageState,
} from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { PageLink, pagePath } from '../../parts/page-link.tsx';
import { shortId } from '../../parts/short-id.ts';
import { useDeed } from '../../parts/use-deed.ts';
import { useCodePipeline } from '../../wire/codepipeline.ts';

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
            {lastChangedBy === undefined ? '' : ` (${lastChangedBy.split('/').at(-1)})`}
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

interface DisableTransitionProps {
  readonly place: { readonly pipelineName: string; readonly stageName: string; readonly transitionType: 'Inbound' };
  onClose(): void;
}

function DisableTransition({ place, onClose }: DisableTransitionProps) {
  const client = useCodePipeline();
  const [reason, setReason] = useState('');
  const deed = useDeed({
    perform: () => client.send(new DisableStageTransitionCommand({ ...place, reason })),
    told: () => `The transition into ${place.stageName} is disabled.`,
    onDone: onClose,
  });
  return (
    <Dialog
      title={`Disable the transition into ${place.stageName}`}
      deed="Disable"
      busy={deed.busy}
      disabled={reason.trim() === ''}
      onDo={() => deed.do()}
      onClose={onClose}
    >
      <FormField label="Reason" constraintText="Up to 300 characters; others see it.">
        <Input value={reason} onChange={({ detail }) => setReason(detail.value)} />
      </FormField>
    </Dialog>
  );
}
