/** An error in the server's own words, or what a person can do where the server said none. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TypeError' || error.name === 'TimeoutError' || error.name === 'NetworkError') {
    return 'The server does not answer. Is it running? This page goes on by itself when it is back.';
  }
  return error.message === '' ? error.name : error.message;
}

/** Codes with which AWS's services refuse a key: unknown, expired, revoked. */
const REFUSALS: readonly string[] = [
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'ExpiredTokenException',
  'ExpiredToken',
  'InvalidAccessKeyId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
];

export function refusesKey(error: unknown): boolean {
  return error instanceof Error && REFUSALS.includes(error.name);
}
