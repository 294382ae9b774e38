import { PutApprovalResultCommand } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Link from '@cloudscape-design/components/link';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { Problem } from '../../parts/problem.tsx';
import { useDeed } from '../../parts/use-deed.ts';
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

/**
 * Approves or rejects, with a comment. Whoever comes second is told so by the server, also by a notice: the dialog goes with what was
 * to be decided.
 */
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
  });
  return (
    <Modal
      visible
      header={`Review ${action}`}
      onDismiss={onClose}
      closeAriaLabel="Close"
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button disabled={decide.busy} onClick={() => decide.do('Rejected')}>
              Reject
            </Button>
            <Button variant="primary" disabled={decide.busy} onClick={() => decide.do('Approved')}>
              Approve
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Problem of={decide.problem} />
        {CustomData !== undefined && <Box>{CustomData}</Box>}
        {ExternalEntityLink !== undefined && (
          <Link href={ExternalEntityLink} external>
            {ExternalEntityLink}
          </Link>
        )}
        <FormField label="Comment" constraintText="Up to 512 characters.">
          <Textarea value={summary} onChange={({ detail }) => setSummary(detail.value)} />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
