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
  return attempts
    .filter(({ status, input }) => status === 'InProgress' && input?.actionTypeId?.category === 'Approval')
    .map((attempt) => <Waiting key={attempt.actionExecutionId} name={name} attempt={attempt} />);
}

function Waiting({ name, attempt }: { readonly name: string; readonly attempt: ActionExecutionDetail }) {
  const [reviewing, setReviewing] = useState(false);
  const { stageName = '', actionName = '', output } = attempt;
  const token = output?.executionResult?.externalExecutionId;
  if (token === undefined) return null;
  return (
    <Alert type="info" action={<Button onClick={() => setReviewing(true)}>Review</Button>}>
      {stageName} / {actionName} waits for somebody to approve it.
      {reviewing && (
        <ReviewApproval
          pipeline={name}
          stage={stageName}
          action={actionName}
          token={token}
          onClose={() => setReviewing(false)}
        />
      )}
    </Alert>
  );
}
