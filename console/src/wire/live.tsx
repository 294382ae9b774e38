import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useSession } from '../session/session.tsx';
import { type BusEvent, changedBy } from './event.ts';
import { listen } from './event-stream.ts';

interface Live {
  readonly connected: boolean;
  /** Calls `listener` for each event; answers the way to stop. */
  subscribe(listener: (event: BusEvent) => void): () => void;
}

const Context = createContext<Live>({ connected: false, subscribe: () => () => {} });

/** Events that come together are one reason to ask again. */
const GATHER_MS = 50;

/** Keeps what the pages show true: each event makes the queries it touches ask again. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const { settings } = useSession();
  const cache = useQueryClient();
  const [connected, setConnected] = useState(false);
  const listeners = useMemo(() => new Set<(event: BusEvent) => void>(), []);

  useEffect(() => {
    const stop = new AbortController();
    const changed = new Map<string, readonly string[]>();
    const askAgain = () => {
      for (const queryKey of changed.values()) void cache.invalidateQueries({ queryKey });
      changed.clear();
    };
    void listen(
      settings,
      {
        opened: () => {
          setConnected(true);
          void cache.invalidateQueries({ queryKey: ['wire'] });
        },
        heard: (event) => {
          if (changed.size === 0) setTimeout(askAgain, GATHER_MS);
          for (const key of changedBy(event)) changed.set(key.join('\n'), key);
          for (const listener of listeners) listener(event);
        },
        closed: () => setConnected(false),
      },
      stop.signal,
    );
    return () => stop.abort();
  }, [settings, cache, listeners]);

  const live = useMemo(
    (): Live => ({
      connected,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
    [connected, listeners],
  );
  return <Context value={live}>{children}</Context>;
}

export function useLive(): Live {
  return useContext(Context);
}

const UNTOLD_MS = 15_000;
const UNCONNECTED_MS = 2_000;

/** How often to ask without having been told: seldom, for what no event tells of; often while there is no stream. */
export function usePolling(): number {
  return useLive().connected ? UNTOLD_MS : UNCONNECTED_MS;
}
