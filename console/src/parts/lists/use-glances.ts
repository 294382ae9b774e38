import { QueriesObserver, type QueryObserverOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useState } from 'react';

/** How often what comes in is shown. */
const SHOWN_EVERY_MS = 100;

/**
 * What many questions answered so far, in their order. Not `useQueries`: with a thousand answers coming in, each would find the page
 * still busy with the one before, which React takes for an endless loop (its error 185) once fifty of them have.
 */
export function useGlances<Glance>(
  questions: readonly QueryObserverOptions<Glance>[],
): readonly (Glance | undefined)[] {
  const cache = useQueryClient();
  const [observer] = useState(() => new QueriesObserver(cache, []));
  const [, show] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const gathered = gather(show);
    const unsubscribe = observer.subscribe(gathered.add);
    return () => {
      unsubscribe();
      gathered.stop();
    };
  }, [observer]);
  useEffect(() => observer.setQueries(questions as QueryObserverOptions[]));
  return questions.map(({ queryKey }) => queryKey && cache.getQueryData<Glance>(queryKey));
}

/** Shows the first at once, and those that come soon after it together. */
function gather(show: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let more = false;
  const add = (): void => {
    more = timer !== undefined;
    if (more) return;
    show();
    timer = setTimeout(() => {
      timer = undefined;
      if (more) add();
    }, SHOWN_EVERY_MS);
  };
  return { add, stop: () => clearTimeout(timer) };
}
