import { Hindrance } from '../kernel/hindrance.ts';

/** Manifests have 4 MiB at the most, as registries see it. */
const MAX_BYTES = 4 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

export interface Fetched {
  readonly status: number;
  /** WWW-Authenticate. */
  readonly challenge: string | undefined;
  readonly body: Uint8Array;
}

/** One GET, whatever its status; no redirects are followed, and what is too long or takes too long is an error. */
export async function get(url: URL, headers: Readonly<Record<string, string>>): Promise<Fetched> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const answer = await fetch(url, { headers, redirect: 'manual', signal }).catch((error: unknown) => {
    throw new Hindrance(`${url.host} does not answer: ${reasonOf(error)}`, { cause: error });
  });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error(`${url.host} answers more than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return {
    status: answer.status,
    challenge: answer.headers.get('www-authenticate') ?? undefined,
    body: Buffer.concat(chunks),
  };
}

/** fetch says no more than that it failed; why is its cause. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return reason instanceof Error ? reason.message : String(reason);
}
