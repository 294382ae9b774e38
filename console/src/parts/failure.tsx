import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { adviceOn } from '../wire/advice-on.ts';
import { describeError } from '../wire/describe-error.ts';

interface FailureProps {
  readonly what: string;
  readonly error: unknown;
  onRetry(): void;
}

/** Something that could not be read: why, what to do about it, and the way to try again. */
export function Failure({ what, error, onRetry }: FailureProps) {
  return (
    <Alert type="error" header={`${what} could not be read`} action={<Button onClick={onRetry}>Try again</Button>}>
      <div>{describeError(error)}</div>
      {adviceOn(error)}
    </Alert>
  );
}
