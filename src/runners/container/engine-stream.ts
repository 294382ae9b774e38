import { createInterface } from 'node:readline';
import { ServiceError } from '../../kernel/service-error.ts';

export type EngineEvent = Readonly<Record<string, unknown>>;

/**
 * Reads what an engine tells of something that takes time, to its end. An engine answers 200 and tells of a failure in a line: that is
 * a ServiceError JobFailed. When the signal comes the engine is left, which ends what it does.
 */
export async function followEngine(
  stream: NodeJS.ReadableStream,
  { signal }: { readonly signal: AbortSignal },
  tell: (event: EngineEvent) => void,
): Promise<void> {
  const leave = () => {
    if ('destroy' in stream && typeof stream.destroy === 'function') stream.destroy();
  };
  signal.addEventListener('abort', leave, { once: true });
  try {
    for await (const line of createInterface({ input: stream, signal })) {
      if (line.trim() === '') continue;
      const event = eventIn(line);
      if (event.error !== undefined) throw new ServiceError('JobFailed', String(event.error));
      tell(event);
    }
  } finally {
    signal.removeEventListener('abort', leave);
  }
  signal.throwIfAborted();
}

function eventIn(line: string): EngineEvent {
  const event: unknown = JSON.parse(line);
  return typeof event === 'object' && event !== null ? { ...event } : {};
}
