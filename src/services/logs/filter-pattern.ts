/**
 * Filter patterns for plain text: every term must be in the message, `"quoted phrases"` as they stand, none of the `-terms` may
 * be, and of `?terms` (when there are no others) one must. Upper and lower case differ.
 *
 * Gaps: patterns for JSON (`{ ... }`) and for fields (`[ ... ]`), and regular expressions (`%...%`), are refused by name. A term
 * matches anywhere in the message, also inside a longer word.
 */
import { invalidParameter, notImplemented } from './errors.ts';

interface Term {
  readonly sign: '' | '-' | '?';
  readonly text: string;
}

const TERM = /([-?]?)(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))(?=\s|$)/y;

export function compileFilter(pattern: string): (message: string) => boolean {
  const terms = readTerms(pattern.trim());
  const wanted = terms.filter(({ sign }) => sign === '');
  const unwanted = terms.filter(({ sign }) => sign === '-');
  const alternatives = wanted.length + unwanted.length > 0 ? [] : terms;
  return (message) =>
    wanted.every(({ text }) => message.includes(text)) &&
    !unwanted.some(({ text }) => message.includes(text)) &&
    (alternatives.length === 0 || alternatives.some(({ text }) => message.includes(text)));
}

function readTerms(pattern: string): Term[] {
  if (pattern.startsWith('{')) throw notImplemented('A filter pattern for JSON');
  if (pattern.startsWith('[')) throw notImplemented('A filter pattern for space-delimited fields');
  if (/(^|\s)[-?]?%/.test(pattern)) throw notImplemented('A regular expression in a filter pattern');
  const terms: Term[] = [];
  for (let position = 0; position < pattern.length; ) {
    TERM.lastIndex = position;
    const found = TERM.exec(pattern);
    if (found === null) throw invalidParameter(`Invalid filter pattern: ${pattern}`);
    terms.push(termOf(found));
    position = TERM.lastIndex;
    while (/\s/.test(pattern.charAt(position))) position += 1;
  }
  return terms;
}

function termOf([, sign, phrase, word]: RegExpExecArray): Term {
  return {
    sign: sign === '-' || sign === '?' ? sign : '',
    text: phrase === undefined ? (word ?? '') : phrase.replace(/\\(.)/gs, '$1'),
  };
}
