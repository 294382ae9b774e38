import type { Database } from '../../store/database.ts';

/** Hears a topic from the moment it is made until it is disposed of. */
export interface Wakeup extends Disposable {
  /** Resolves when the topic was announced since, when the client has gone, or after `milliseconds`. */
  forAtMost(milliseconds: number): Promise<void>;
}

export function wakeup(database: Database, topic: string, signal: AbortSignal): Wakeup {
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
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      stopListening();
      signal.removeEventListener('abort', goOn);
    },
  };
}
