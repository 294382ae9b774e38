import type { ActionExecutionDetail } from '@aws-sdk/client-codepipeline';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { onDemand } from '../../parts/on-demand.tsx';

const ReviewApproval = onDemand(async () => (await import('../pipeline/review-approval.tsx')).ReviewApproval);

interface WaitingApprovalsProps {
  readonly name: string;
  readonly attempts: readonly ActionExecutionDetail[];
}

/** The approvals that an execution waits for. */
export function WaitingApprovals({ name, attempts }: WaitingApprovalsProps) {
  /** Stays open when somebody else decides, and says so. */
  const [reviewed, setReviewed] = useState<ActionExecutionDetail>();
  const waiting = attempts.filter(
    ({ status, input, output }) =>
      status === 'InProgress' &&
      input?.actionTypeId?.category === 'Approval' &&
      output?.executionResult?.externalExecutionId !== undefined,
  );
  return (
    <>
      {waiting.map((attempt) => (
        <Alert
          key={attempt.actionExecutionId}
          type="info"
          action={<Button onClick={() => setReviewed(attempt)}>Review</Button>}
        >
          {attempt.stageName} / {attempt.actionName} waits for somebody to approve it.
        </Alert>
      ))}
      {reviewed !== undefined && (
        <ReviewApproval
          pipeline={name}
          stage={reviewed.stageName ?? ''}
          action={reviewed.actionName ?? ''}
          token={reviewed.output?.executionResult?.externalExecutionId ?? ''}
          onClose={() => setReviewed(undefined)}
        />
      )}
    </>
  );
}
