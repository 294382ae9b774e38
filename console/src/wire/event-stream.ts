import type { ClientSettings } from './client-settings.ts';
import type { BusEvent } from './event.ts';
import { signedHeaders } from './sign.ts';

export interface StreamListener {
  /** The stream is open: whatever happened before must be asked for. */
  opened(): void;
  heard(event: BusEvent): void;
  closed(): void;
}

const PATH = '/console/events-stream';
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** Listens until the signal aborts; a stream that breaks is opened again, after pauses that grow while the server is away. */
export async function listen(settings: ClientSettings, listener: StreamListener, signal: AbortSignal): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    try {
      const headers = await signedHeaders({ method: 'GET', path: PATH }, 'events', settings);
      const response = await fetch(PATH, { headers, signal, cache: 'no-store' });
      if (response.body === null || !response.ok) throw new Error(`The stream answered ${response.status}`);
      pause = FIRST_PAUSE_MS;
      listener.opened();
      for await (const event of eventsIn(response.body)) listener.heard(event);
    } catch {
      // Whatever the reason, the way on is to try again.
    }
    listener.closed();
    await wait(pause, signal);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<BusEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = `${text}${value}`.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks)
      if (block.startsWith('data: ')) yield JSON.parse(block.slice('data: '.length)) as BusEvent;
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
