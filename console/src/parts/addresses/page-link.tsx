import Link, { type LinkProps } from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { useFollow } from './use-follow.ts';

interface PageLinkProps {
  /** Path below /console, such as `/pipelines/app`. */
  readonly to: string;
  readonly variant?: LinkProps['variant'];
  readonly children: ReactNode;
}

/** A link to a page of the console. */
export function PageLink({ to, variant = 'secondary', children }: PageLinkProps) {
  const follow = useFollow();
  return (
    <Link href={`/console${to}`} variant={variant} onFollow={follow}>
      {children}
    </Link>
  );
}

/** A path of encoded names: `pagePath('pipelines', 'a b')` is `/pipelines/a%20b`. */
export function pagePath(...names: readonly string[]): string {
  return `/${names.map(encodeURIComponent).join('/')}`;
}
