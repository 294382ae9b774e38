import Link from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { useFollow } from './use-follow.ts';

interface LinkOfApiProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** An address the API handed out: a page of this console, or a place outside it. */
export function LinkOfApi({ href, children }: LinkOfApiProps) {
  const follow = useFollow();
  const path = URL.parse(href)?.pathname ?? '';
  if (!path.startsWith('/console/') || !isHere(href)) {
    return (
      <Link href={href} external>
        {children}
      </Link>
    );
  }
  const { pathname, search } = new URL(href);
  return (
    <Link href={`${pathname}${search}`} onFollow={follow}>
      {children}
    </Link>
  );
}

/** The server may be known by another name of the same machine. */
function isHere(href: string): boolean {
  const { host, hostname, port } = new URL(href);
  const { location } = window;
  return host === location.host || (isLoopback(hostname) && isLoopback(location.hostname) && port === location.port);
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || name.startsWith('127.') || name === '[::1]';
}
