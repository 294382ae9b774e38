import { compilePattern, type EventMatcher } from '../../events/pattern/match.ts';
import { PatternError } from '../../events/pattern/pattern-error.ts';
import { invalidPattern } from './errors.ts';

/** Compiles a pattern, or refuses it in AWS's words. */
export function checkPattern(source: string): EventMatcher {
  try {
    return compilePattern(source);
  } catch (error) {
    throw error instanceof PatternError ? invalidPattern(error.message) : error;
  }
}
