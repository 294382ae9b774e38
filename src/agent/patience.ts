import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../kernel/log.ts';
import { ServiceAnswer } from './command-service.ts';

/** The service is there but has trouble, or the keys are not (yet, any more) good: the same request may do later. */
const PASSING =
  /^(Throttl|TooManyRequests|RequestLimit|ServerException|Internal|ServiceUnavailable|Expired|UnrecognizedClient|Invalid(Signature|ClientTokenId)|SignatureDoesNotMatch|IncompleteSignature|AccessDenied|MissingAuthentication|RequestExpired|RequestTimeTooSkewed|NotAuthorized)/;

/** True for whatever may go away by itself: an unreachable service, one in trouble, keys that are refused. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof ServiceAnswer)) return isNetworkError(error);
  return error.status >= 500 || error.status === 429 || PASSING.test(error.code);
}

/** Milliseconds until the next try after `failures` in a row: short where nobody listens (a server that starts anew), else longer. */
export function delayAfter(error: unknown, failures: number): number {
  const [first, longest] = isNetworkError(error) ? [100, 1_000] : [1_000, 60_000];
  return Math.min(longest, first * 1.5 ** Math.min(failures - 1, 40));
}

/** Tries until it works, fails for good, or the agent is to stop. */
export async function insist<T>(
  what: string,
  attempt: () => Promise<T>,
  mind: { log: Log; stop: AbortSignal },
): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (mind.stop.aborted || !mayPass(error)) throw error;
      if (failures === 1) mind.log.error(`${what} failed, trying again`, { error: String(error) });
      await wait(delayAfter(error, failures), undefined, { signal: mind.stop });
    }
  }
}

/** Errors of sockets and of name resolution carry a code of the operating system or of Node. */
function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof ServiceAnswer) return false;
  const code = 'code' in error ? error.code : undefined;
  const network =
    typeof code === 'string' &&
    /^(ECONN|EPIPE|EHOST|ENET|ETIMEDOUT|EAI_|ENOTFOUND|ERR_STREAM_PREMATURE|HPE_)/.test(code);
  return network || /did not answer in time|socket hang up|aborted/.test(error.message);
}
