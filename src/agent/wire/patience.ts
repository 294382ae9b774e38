import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../../kernel/log.ts';
import { ServiceAnswer } from './command-service.ts';

/** The service is there but has trouble, or the keys are not (yet, any more) good: the same request may do later. */
const PASSING =
  /^(Throttl|TooManyRequests|RequestLimit|ServerException|Internal|ServiceUnavailable|Expired|UnrecognizedClient|Invalid(Signature|ClientTokenId)|SignatureDoesNotMatch|IncompleteSignature|AccessDenied|MissingAuthentication|RequestExpired|RequestTimeTooSkewed|NotAuthorized)/;

/** True for whatever may go away by itself: an unreachable service, one in trouble, keys that are refused. */
export function mayPass(error: unknown): boolean {
  return isTrouble(error) || (error instanceof ServiceAnswer && PASSING.test(error.code));
}

/** Milliseconds until the next try after `failures` in a row: short where nobody listens (a server that starts anew), else longer. */
export function delayAfter(error: unknown, failures: number): number {
  const [first, longest] = isNetworkError(error) ? [100, 1_000] : [1_000, 60_000];
  return Math.min(longest, first * 1.5 ** Math.min(failures - 1, 40));
}

export interface Mind {
  readonly log: Log;
  readonly stop: AbortSignal;
  /** Whether it makes sense to try again after an error. */
  readonly passing?: (error: unknown) => boolean;
  /** Milliseconds to wait in all before giving up; without end where not said. */
  readonly limit?: number;
}

/** Tries until it works, fails for good, or the agent is to stop. */
export async function insist<T>(what: string, attempt: () => Promise<T>, mind: Mind): Promise<T> {
  const { log, stop, passing = mayPass, limit = Number.POSITIVE_INFINITY } = mind;
  let waited = 0;
  for (let failures = 1; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (stop.aborted || waited >= limit || !passing(error)) throw error;
      if (failures === 1) log.error(`${what} failed, trying again`, { error: String(error) });
      const delay = delayAfter(error, failures);
      await wait(delay, undefined, { signal: stop });
      waited += delay;
    }
  }
}

/** True for a network that does not carry and for a service in trouble; what was refused stays refused. */
export function isTrouble(error: unknown): boolean {
  return error instanceof ServiceAnswer ? error.status >= 500 || error.status === 429 : isNetworkError(error);
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
