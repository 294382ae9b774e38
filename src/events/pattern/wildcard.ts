/** `*` stands for any run of characters; `\*` and `\\` are the characters themselves. */
export interface Wildcard {
  /** The texts between the stars, in order. */
  readonly parts: readonly string[];
}

/** Throws an Error with AWS's words. */
export function parseWildcard(pattern: string): Wildcard {
  const parts = [''];
  let star = false;
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern.charAt(index);
    if (character === '*' && star) throw new Error(`Consecutive wildcard characters at pos ${index - 1}`);
    star = character === '*';
    if (star) parts.push('');
    else if (character === '\\') {
      index += 1;
      parts.push(`${parts.pop() ?? ''}${escaped(pattern, index)}`);
    } else parts.push(`${parts.pop() ?? ''}${character}`);
  }
  return { parts };
}

function escaped(pattern: string, index: number): string {
  const character = pattern.charAt(index);
  if (character !== '*' && character !== '\\') throw new Error(`Invalid escape character at pos ${index - 1}`);
  return character;
}

/** In one pass: each part between stars is taken where it comes first. */
export function matchesWildcard({ parts }: Wildcard, text: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let position = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return text.length - last.length >= position && text.endsWith(last);
}

/** AWS refuses a score of 11 and takes one of 7; where between them it draws the line is not known. */
const MAX_SCORE = 9;
const MAX_STATES = 10_000;

/**
 * Whether some text could keep more than a few beginnings of the pattern in question at once, which is what makes matching
 * many patterns at once expensive. The sets of beginnings that texts can lead to are visited, until one is too large.
 */
export function isTooComplex({ parts }: Wildcard): boolean {
  const steps = parts.flatMap((part, index) => (index === 0 ? [...part] : ['*' as const, ...part]));
  const stars = new Set(starsOf(parts));
  const alphabet = [...new Set(parts.flatMap((part) => [...part]))];
  const seen = new Set<string>();
  const open = [closure([0], stars)];
  for (let active = open.pop(); active !== undefined; active = open.pop()) {
    if (active.length > MAX_SCORE || seen.size > MAX_STATES) return true;
    for (const character of alphabet) {
      const next = closure(advance(active, character, { steps, stars }), stars);
      const key = next.join();
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(next);
    }
  }
  return false;
}

function starsOf(parts: readonly string[]): number[] {
  let position = [...(parts[0] ?? '')].length;
  return parts.slice(1).map((part) => {
    const star = position;
    position += 1 + [...part].length;
    return star;
  });
}

interface Steps {
  readonly steps: readonly string[];
  readonly stars: ReadonlySet<number>;
}

function advance(active: readonly number[], character: string, { steps, stars }: Steps): number[] {
  return active.flatMap((at) => {
    if (stars.has(at)) return [at];
    return steps[at] === character ? [at + 1] : [];
  });
}

/** Before a star is also behind it, for a star may stand for nothing. */
function closure(active: readonly number[], stars: ReadonlySet<number>): number[] {
  const all = new Set(active.flatMap((at) => (stars.has(at) ? [at, at + 1] : [at])));
  return [...all].sort((one, other) => one - other);
}
