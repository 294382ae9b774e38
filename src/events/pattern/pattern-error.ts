import { JsonError, type JsonReader, place } from './json-reader.ts';

/** Why a pattern is not one, in AWS's words, with the place where its parser noticed. */
export class PatternError extends Error {}

/** An error at the place up to which the pattern was read. */
export function wrong(reader: JsonReader, reason: string): PatternError {
  return new PatternError(`${reason}\n at ${place(reader.source, reader.offset)}`);
}

/** What the rules of JSON were broken by, as a fault of the pattern; everything else as it is. */
export function asPatternError(error: unknown, source: string): unknown {
  if (!(error instanceof JsonError)) return error;
  return new PatternError(`${error.message}\n at ${place(source, error.offset)}`);
}
