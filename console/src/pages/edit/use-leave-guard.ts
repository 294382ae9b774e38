import { useEffect } from 'react';
import { type Blocker, type Location, useBlocker } from 'react-router';

/** Asks before a page is left with what nobody has saved; the browser itself asks where the page would be loaded anew. */
export function useLeaveGuard(unsaved: () => boolean): Blocker {
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) => placeOf(currentLocation) !== placeOf(nextLocation) && unsaved(),
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  return leaving;
}

/** A page, in a region. */
function placeOf({ pathname, search }: Location): string {
  return `${pathname} ${new URLSearchParams(search).get('region')}`;
}
