import { useLocation, useNavigate } from 'react-router';

interface Followed {
  readonly detail: { readonly href?: string | undefined; readonly external?: boolean | undefined };
  preventDefault(): void;
}

/** Links of Cloudscape's components go through the router, and keep the region. */
export function useFollow(): (event: Followed) => void {
  const go = useGo();
  return (event) => {
    const { href, external } = event.detail;
    if (href === undefined || external === true || !href.startsWith('/')) return;
    event.preventDefault();
    go(href.replace(/^\/console(?=\/)/, ''));
  };
}

/** Goes to a page of the console, in the region of this one. */
export function useGo(): (path: string) => void {
  const navigate = useNavigate();
  const { search } = useLocation();
  return (path) => {
    const region = new URLSearchParams(search).get('region');
    const address = new URL(path, window.location.origin);
    if (region !== null && !address.searchParams.has('region')) address.searchParams.set('region', region);
    void navigate(`${address.pathname}${address.search}`);
  };
}
