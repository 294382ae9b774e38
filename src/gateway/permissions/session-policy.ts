import type { Grant, PolicyStatement, SessionPolicy } from '../../ports/credentials.ts';

/**
 * Whether a session's policy allows something: a statement does, and none denies it.
 *
 * Gaps: conditions and variables are not evaluated: a statement with one allows nothing, and denies what it would without.
 */
export function allows({ statements }: SessionPolicy, permission: Grant): boolean {
  const about = (effect: PolicyStatement['effect']) =>
    statements.some((statement) => statement.effect === effect && covers(statement, permission));
  return about('Allow') && !about('Deny');
}

function covers(statement: PolicyStatement, { action, resource }: Grant): boolean {
  const denies = statement.effect === 'Deny';
  if (statement.conditional && !denies) return false;
  return (
    statement.actions.some((pattern) => isLike(pattern.toLowerCase(), action.toLowerCase())) !==
      statement.exceptActions && coversResource(statement, resource, denies)
  );
}

/** Whatever a variable may stand for, a denial means it too. */
function coversResource({ resources, exceptResources }: PolicyStatement, resource: string, denies: boolean): boolean {
  if (resources.some((pattern) => pattern.includes('${'))) return denies;
  return resources.some((pattern) => isLike(pattern, resource)) !== exceptResources;
}

/** `*` stands for any text, `?` for a character. Goes back to the last `*` only, so that no pattern takes long. */
export function isLike(pattern: string, text: string): boolean {
  let at = 0;
  let position = 0;
  let star: { readonly pattern: number; text: number } | undefined;
  while (position < text.length) {
    if (pattern[at] === '*') {
      star = { pattern: at, text: position };
      at += 1;
    } else if (pattern[at] === '?' || pattern[at] === text[position]) {
      at += 1;
      position += 1;
    } else if (star !== undefined) {
      star.text += 1;
      at = star.pattern + 1;
      position = star.text;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}
