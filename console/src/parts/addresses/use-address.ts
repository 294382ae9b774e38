import { useSearchParams } from 'react-router';

/** What a page shows as its address says it: a filter, an order, a tab; empty where the address says nothing. */
export interface Address {
  of(name: string): string;
  /** Changes all of it at once; what is empty is not said. It makes no step back. */
  change(values: Readonly<Record<string, string>>): void;
}

export function useAddress(): Address {
  const [search, setSearch] = useSearchParams();
  return {
    of: (name) => search.get(name) ?? '',
    change: (values) =>
      setSearch(
        () => {
          // As the address is by now: what was changed a moment ago may not be on the page yet.
          const next = new URLSearchParams(window.location.search);
          for (const [name, value] of Object.entries(values)) {
            if (value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
  };
}

/** One value of the address. */
export function useInAddress(name: string): readonly [string, (value: string) => void] {
  const address = useAddress();
  return [address.of(name), (value) => address.change({ [name]: value })];
}
