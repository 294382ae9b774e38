import { useSearchParams } from 'react-router';

/** A part of what a page shows that its address says: a filter, a tab. Empty is not said; what one changes makes no step back. */
export function useInAddress(name: string): readonly [string, (value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const set = (value: string) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return [search.get(name) ?? '', set];
}
