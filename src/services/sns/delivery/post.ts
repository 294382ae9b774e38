export interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

const TIMEOUT_MS = 15_000;

/**
 * Posts to an address that a stranger may have chosen: nothing is followed, nothing of the answer but its status is read, and it is
 * not waited for long. Answers whether it was taken, is to be tried again, or is refused for good.
 */
export async function post({ url, headers, body, signal }: Posting): Promise<'taken' | 'try-again' | 'refused'> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: until });
    await answer.body?.cancel();
    if (answer.ok) return 'taken';
    return answer.status >= 500 || answer.status === 429 ? 'try-again' : 'refused';
  } catch {
    signal.throwIfAborted();
    return 'try-again';
  }
}
