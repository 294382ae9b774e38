import { DisableStageTransitionCommand } from '@aws-sdk/client-codepipeline';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { useDeed } from '../../parts/use-deed.ts';
import { useCodePipeline } from '../../wire/codepipeline.ts';

interface DisableTransitionProps {
  readonly place: { readonly pipelineName: string; readonly stageName: string; readonly transitionType: 'Inbound' };
  onClose(): void;
}

/** Closes the door into a stage, with a reason for the others. */
export function DisableTransition({ place, onClose }: DisableTransitionProps) {
  const client = useCodePipeline();
  const [reason, setReason] = useState('');
  const deed = useDeed({
    perform: () => client.send(new DisableStageTransitionCommand({ ...place, reason })),
    told: () => `The transition into ${place.stageName} is disabled.`,
    onDone: onClose,
    showsProblem: true,
  });
  return (
    <Dialog
      title={`Disable the transition into ${place.stageName}`}
      deed="Disable"
      busy={deed.busy}
      problem={deed.problem}
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
