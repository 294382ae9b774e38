import { PolicyError, readPolicy } from '../../credentials/policy-document.ts';
import type { SessionPolicy } from '../../ports/credentials.ts';
import { malformedPolicyDocument, packedPolicyTooLarge } from './errors.ts';

/** Characters. */
export const MAX_SESSION_POLICY = 2048;

/** Throws MalformedPolicyDocument where it is no policy of IAM's grammar, and PackedPolicyTooLarge. */
export function readSessionPolicy(text: string): SessionPolicy {
  const policy = read(text);
  if (text.length > MAX_SESSION_POLICY) throw packedPolicyTooLarge(MAX_SESSION_POLICY);
  return policy;
}

function read(text: string): SessionPolicy {
  try {
    return readPolicy(text);
  } catch (error) {
    if (error instanceof PolicyError) throw malformedPolicyDocument(error.message || undefined);
    throw error;
  }
}
