import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from './session.tsx';

/** The address says which region a page shows, also after a step back or along a link; where it says none it is made to. */
export function useRegionOfAddress(): void {
  const { region, changeRegion } = useSession();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('region');
  useEffect(() => {
    if (asked === region) return;
    if (asked !== null && asked !== '') changeRegion(asked);
    else {
      const withRegion = (current: URLSearchParams) => new URLSearchParams([...current, ['region', region]]);
      setSearch(withRegion, { replace: true });
    }
  }, [asked, region, changeRegion, setSearch]);
}
