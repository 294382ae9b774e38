import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useRouteError } from 'react-router';
import { describeError } from '../wire/describe-error.ts';

/** Instead of a page that broke, or whose files the server no longer has since it was updated. */
export function Broken() {
  const error = useRouteError();
  return (
    <main>
      <Alert
        type="error"
        header="This page could not be shown"
        action={<Button onClick={() => window.location.reload()}>Load it anew</Button>}
      >
        The server may have been updated since the console was opened. {describeError(error)}
      </Alert>
    </main>
  );
}
