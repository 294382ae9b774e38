import { DisableStageTransitionCommand } from '@aws-sdk/client-codepipeline';
import { useState } from 'react';
import { Dialog } from '../../parts/deeds/dialog.tsx';
import { LimitedText } from '../../parts/deeds/limited-text.tsx';
import { useDeed } from '../../parts/deeds/use-deed.ts';
import { useCodePipeline } from '../../wire/codepipeline.ts';

interface DisableTransitionProps {
  readonly place: { readonly pipelineName: string; readonly stageName: string; readonly transitionType: 'Inbound' };
  onClose(): void;
}

/** Characters of a reason. */
const MOST = 300;

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
      disabled={reason.trim() === '' || reason.length > MOST}
      onDo={() => deed.do()}
      onClose={onClose}
    >
      <LimitedText
        label="Reason"
        limit={MOST}
        note=" (letters, digits, blanks and ! @ ( ) . * ? -); others see it"
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  );
}
