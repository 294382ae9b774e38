import { type PipelineExecutionSummary, StopPipelineExecutionCommand } from '@aws-sdk/client-codepipeline';
import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { Dialog } from '../../parts/deeds/dialog.tsx';
import { LimitedText } from '../../parts/deeds/limited-text.tsx';
import { useDeed } from '../../parts/deeds/use-deed.ts';
import { shortId } from '../../parts/executions/short-id.ts';
import { useCodePipeline } from '../../wire/codepipeline.ts';
import { isUnderWay, useRecentExecutions } from './use-pipeline.ts';

interface StopExecutionProps {
  readonly name: string;
  /** The execution that is meant; without it, the newest that is under way is proposed. */
  readonly executionId?: string | undefined;
  onClose(): void;
}

const MANNERS = [
  { value: 'wait', label: 'Stop and wait', description: 'What runs may finish; nothing more starts.' },
  { value: 'abandon', label: 'Stop and abandon', description: 'Nobody waits for what runs; it is not ended by this.' },
];

/** Characters of a reason. */
const MOST = 200;

export function StopExecution({ name, executionId, onClose }: StopExecutionProps) {
  const client = useCodePipeline();
  const executions = useRecentExecutions(name, 100);
  const running = (executions.data ?? []).filter(isUnderWay);
  const [chosen, setChosen] = useState(executionId);
  const [manner, setManner] = useState('wait');
  const [reason, setReason] = useState('');
  const id = chosen ?? running[0]?.pipelineExecutionId;
  const deed = useDeed({
    perform: () =>
      client.send(
        new StopPipelineExecutionCommand({
          pipelineName: name,
          pipelineExecutionId: id,
          abandon: manner === 'abandon',
          reason: reason === '' ? undefined : reason,
        }),
      ),
    told: () => `The execution ${shortId(id)} stops.`,
    onDone: onClose,
    showsProblem: true,
  });
  const options = running.map(optionOf);
  return (
    <Dialog
      title="Stop execution"
      deed="Stop"
      busy={deed.busy}
      problem={deed.problem}
      disabled={id === undefined || reason.length > MOST}
      onDo={() => deed.do()}
      onClose={onClose}
    >
      {executions.isSuccess && running.length === 0 && <Alert type="info">Nothing of {name} is under way.</Alert>}
      <FormField label="Execution">
        <Select
          selectedOption={options.find(({ value }) => value === id) ?? null}
          options={options}
          onChange={({ detail }) => setChosen(detail.selectedOption.value)}
          statusType={executions.isPending ? 'loading' : 'finished'}
          empty="Nothing is under way"
        />
      </FormField>
      <RadioGroup
        ariaLabel="How to stop"
        items={MANNERS}
        value={manner}
        onChange={({ detail }) => setManner(detail.value)}
      />
      <LimitedText label="Reason" limit={MOST} note="; shown in the history" value={reason} onChange={setReason} />
    </Dialog>
  );
}

function optionOf({ pipelineExecutionId, status, sourceRevisions }: PipelineExecutionSummary) {
  return {
    value: pipelineExecutionId ?? '',
    label: shortId(pipelineExecutionId),
    description: [status, sourceRevisions?.[0]?.revisionSummary].filter((text) => text !== undefined).join(' · '),
  };
}
