/** What a person can do about an answer of the server, by the kind of its code; empty where its own words say enough. */
export function adviceOn(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const advice = ADVICE.find(([pattern]) => pattern.test(error.name));
  return advice?.[1] ?? '';
}

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/NotFound|DoesNotExist|^NoSuch/, 'It may have been deleted, or be in another region: choose one at the top.'],
  [/AccessDenied|Forbidden|NotAuthorized/, 'This key may not do that: sign in with one that may.'],
  [/NotImplemented/, 'docs/parity.md lists what this server does.'],
  [/Throttl|TooManyRequests|SlowDown/, 'The server is busy: try again in a moment.'],
  [/InternalFailure|InternalError|ServiceException$/, 'The log of the server says more.'],
];
