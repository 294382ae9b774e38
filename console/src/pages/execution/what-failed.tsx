import type { ActionExecutionDetail } from '@aws-sdk/client-codepipeline';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';

interface WhatFailedProps {
  /** Oldest first. */
  readonly attempts: readonly ActionExecutionDetail[];
  onOpen(actionExecutionId: string): void;
}

/** Why an execution failed: what its actions said that failed at last. */
export function WhatFailed({ attempts, onOpen }: WhatFailedProps) {
  const last = new Map(attempts.map((attempt) => [`${attempt.stageName} / ${attempt.actionName}`, attempt]));
  return [...last]
    .filter(([, { status }]) => status === 'Failed')
    .map(([place, { actionExecutionId = '', output }]) => {
      const { code, message } = output?.executionResult?.errorDetails ?? {};
      return (
        <Alert
          key={place}
          type="error"
          header={`${place} failed`}
          action={<Button onClick={() => onOpen(actionExecutionId)}>Details</Button>}
        >
          <div className="few-lines">
            {[code, message ?? output?.executionResult?.externalExecutionSummary].filter(Boolean).join(': ')}
          </div>
        </Alert>
      );
    });
}
