import Alert from '@cloudscape-design/components/alert';
import { type QueryCache, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { adviceOn } from './wire/advice-on.ts';
import { describeError } from './wire/describe-error.ts';

/** Says that something a page shows could be read once and can be no longer: it was deleted, or the key may not see it any more. */
export function Outdated() {
  const error = useErrorBehind();
  return (
    error !== undefined && (
      <Alert type="warning" header="This page is no longer up to date">
        <div>{describeError(error)}</div>
        {adviceOn(error)}
      </Alert>
    )
  );
}

/** What the server answered last to something whose earlier answer is still shown. */
function useErrorBehind(): Error | undefined {
  const cache = useQueryClient().getQueryCache();
  const [behind, setBehind] = useState<Error>();
  useEffect(() => {
    let known: Error | undefined;
    return cache.subscribe((event) => {
      const failed = event.type === 'updated' && event.action.type === 'error';
      // A page of a thousand pipelines has thousands of answers: they are looked through only where one went wrong.
      if (!failed && known === undefined) return;
      known = errorBehind(cache);
      setBehind(known);
    });
  }, [cache]);
  return behind;
}

function errorBehind(cache: QueryCache): Error | undefined {
  const shown = cache.findAll({ queryKey: ['wire'], type: 'active' });
  return shown.find(({ state }) => state.status === 'error' && state.data !== undefined)?.state.error ?? undefined;
}
