import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * What a page load does by itself where pages are gone to without one: the window is named after the page's heading, and whoever
 * went there by keyboard or hears the page begins at that heading. A page has its heading only once it has been loaded.
 */
export function usePageHeading(): void {
  // An action opened over its pipeline is no other page: whoever closes it is where they were.
  const page = useLocation().pathname.replace(/\/stages\/.*$/, '');
  const arrived = useRef(page);
  useEffect(() => {
    let headed = arrived.current === page;
    arrived.current = page;
    const look = () => {
      const heading = document.querySelector('main h1');
      // The number of a list's rows is no part of its name.
      const name = heading?.textContent.replace(/\s*\(\d+\+?\)$/, '').trim() ?? '';
      document.title = name === '' ? 'Velocius' : `${name} · Velocius`;
      if (headed || !(heading instanceof HTMLElement)) return;
      headed = true;
      // A dialog keeps the focus it has: its address is one of its own over the same page.
      if (document.querySelector('[role="dialog"]') === null) focusOn(heading);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    look();
    return () => observer.disconnect();
  }, [page]);
}

function focusOn(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
}
