import type { Database } from '../../../store/database.ts';

/** Hears a topic from the moment it is made until it is stopped. */
export interface Wakeup {
  /** Resolves when the topic was announced since, when the client has gone, or after `milliseconds`. */
  forAtMost(milliseconds: number): Promise<void>;
  stop(): void;
}

export function listenFor(database: Database, topic: string, signal: AbortSignal): Wakeup {
  const { promise: heard, resolve: hear } = Promise.withResolvers<void>();
  const stopListening = database.onWake((announced) => {
    if (announced === topic) hear();
  });
  const goOn = () => hear();
  signal.addEventListener('abort', goOn);
  let timer: NodeJS.Timeout | undefined;
  return {
    forAtMost: (milliseconds) => {
      timer = setTimeout(hear, milliseconds);
      return heard;
    },
    stop: () => {
      clearTimeout(timer);
      stopListening();
      signal.removeEventListener('abort', goOn);
    },
  };
}
