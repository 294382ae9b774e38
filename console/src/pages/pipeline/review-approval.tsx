import { PutApprovalResultCommand } from '@aws-sdk/client-codepipeline';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { DialogFooter } from '../../parts/deeds/dialog-footer.tsx';
import { LimitedText } from '../../parts/deeds/limited-text.tsx';
import { Problem } from '../../parts/deeds/problem.tsx';
import { useDeed } from '../../parts/deeds/use-deed.ts';
import { Status } from '../../parts/status/status.tsx';
import { useCodePipeline } from '../../wire/codepipeline.ts';
import { useLatestAttempt } from './use-latest-attempt.ts';

interface ReviewApprovalProps {
  readonly pipeline: string;
  readonly stage: string;
  readonly action: string;
  /** Which attempt is decided: several may wait at once in PARALLEL mode. */
  readonly token: string;
  onClose(): void;
}

/** Characters of a comment. */
const MOST = 512;

/** Approves or rejects, with a comment. When somebody else does meanwhile, it says so; whoever still tries is told by the server. */
export function ReviewApproval({ pipeline, stage, action, token, onClose }: ReviewApprovalProps) {
  const client = useCodePipeline();
  const [summary, setSummary] = useState('');
  const attempt = useLatestAttempt({ pipeline, stage, action, externalId: token });
  const { CustomData, ExternalEntityLink } = attempt.data?.input?.resolvedConfiguration ?? {};
  const decide = useDeed<'Approved' | 'Rejected'>({
    perform: (status) =>
      client.send(
        new PutApprovalResultCommand({
          pipelineName: pipeline,
          stageName: stage,
          actionName: action,
          token,
          result: { status, summary },
        }),
      ),
    told: (status) => `${action} was ${status === 'Approved' ? 'approved' : 'rejected'}.`,
    onDone: onClose,
    showsProblem: true,
  });
  return (
    <Modal
      visible
      header={`Review ${action}`}
      onDismiss={onClose}
      closeAriaLabel="Close"
      footer={
        <DialogFooter onClose={onClose}>
          <Button disabled={decide.busy || summary.length > MOST} onClick={() => decide.do('Rejected')}>
            Reject
          </Button>
          <Button
            variant="primary"
            disabled={decide.busy || summary.length > MOST}
            onClick={() => decide.do('Approved')}
          >
            Approve
          </Button>
        </DialogFooter>
      }
    >
      <SpaceBetween size="m">
        <Problem of={decide.problem} />
        {decide.problem === null && !decide.busy && <Decided status={attempt.data?.status} />}
        {CustomData !== undefined && (
          <Box variant="p">
            <span className="as-written">{CustomData}</span>
          </Box>
        )}
        {ExternalEntityLink !== undefined && (
          <Link href={ExternalEntityLink} external>
            {ExternalEntityLink}
          </Link>
        )}
        <LimitedText label="Comment" limit={MOST} long value={summary} onChange={setSummary} />
      </SpaceBetween>
    </Modal>
  );
}

function Decided({ status }: { readonly status: string | undefined }) {
  if (status === undefined || status === 'InProgress') return null;
  return (
    <Alert type="warning" header="It is decided already">
      Somebody decided while this was open, or its time was over. <Status status={status} />
    </Alert>
  );
}
