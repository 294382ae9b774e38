import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { refusesKey } from './describe-error.ts';
import { NothingThere } from './nothing-there.ts';

/** Dispatched on the window when the server no longer accepts the session's key; the detail is its reason. */
export const KEY_REFUSED = 'velocius:key-refused';

function notice(error: Error): void {
  if (refusesKey(error)) window.dispatchEvent(new CustomEvent(KEY_REFUSED, { detail: error.message }));
}

/** While the server is away, what was seen stays on the page and is asked for again. */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (failures, error) => !isAnswer(error) && failures < 1_000,
      retryDelay: 1_000,
      staleTime: 1_000,
    },
    mutations: { networkMode: 'always' },
  },
});

/** An answer of the server, as against none at all. */
function isAnswer(error: Error): boolean {
  if (error instanceof NothingThere) return true;
  return '$metadata' in error && (error.$metadata as { httpStatusCode?: number }).httpStatusCode !== undefined;
}
