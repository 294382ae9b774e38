import Alert from '@cloudscape-design/components/alert';
import { adviceOn } from '../../wire/advice-on.ts';
import { describeError } from '../../wire/describe-error.ts';

/** What is against something a person wanted to do, where they wanted it; nothing while nothing is. */
export function Problem({ of }: { readonly of: Error | null }) {
  return (
    of !== null && (
      <Alert type="error" header={of.name}>
        <div>{describeError(of)}</div>
        {adviceOn(of)}
      </Alert>
    )
  );
}
