import { RE2JS, RE2JSException } from 're2js';

/**
 * Globs of git triggers: `*` stays inside a name, `**` crosses names, and `**` + `/` may also stand for none; `?`, `[a-z]`, `[!a]`,
 * `{one,other}`, and a backslash before what is meant literally. A leading period is a character like any other. Matched in linear
 * time: who pushes chooses names and paths.
 *
 * Gaps: AWS describes the syntax in the words of Java's PathMatcher, by which `**` + `/` would not stand for none, and says that
 * `**` + `/*` means all files; that is followed.
 */
export type Glob = (text: string) => boolean;

/** Undefined when the text is no glob. */
export function compileGlob(pattern: string): Glob | undefined {
  try {
    const expression = RE2JS.compile(expressionOf(pattern), RE2JS.DOTALL);
    return (text) => expression.matches(text);
  } catch (error) {
    if (error instanceof RE2JSException) return undefined;
    throw error;
  }
}

const TOKEN = /\\([\s\S])|\*\*\/|\*\*+|\*|\?|\[(!?)([^\]]+)\]|[{},]|[\s\S]/gu;

function expressionOf(pattern: string): string {
  let expression = '';
  let inBraces = false;
  for (const { 0: token, 1: escaped, 2: not = '', 3: members, index } of pattern.matchAll(TOKEN)) {
    if (escaped !== undefined) expression += quote(escaped);
    else if (members !== undefined) expression += classOf(not === '!', members);
    else if (token === '{' && !inBraces && pattern.indexOf('}', index) > 0) {
      inBraces = true;
      expression += '(?:';
    } else if (token === '}' && inBraces) {
      inBraces = false;
      expression += ')';
    } else if (token === ',' && inBraces) expression += '|';
    else expression += wildcard(token, startsName(pattern, index)) ?? quote(token);
  }
  return expression;
}

function wildcard(token: string, startsName: boolean): string | undefined {
  if (token === '**/') return startsName ? '(?:.*/)?' : '.*/';
  if (token.startsWith('**')) return '.*';
  if (token === '*') return '[^/]*';
  return token === '?' ? '[^/]' : undefined;
}

function startsName(pattern: string, index: number): boolean {
  return index === 0 || pattern[index - 1] === '/';
}

/** A slash is in no class. Inside, only the minus is special. */
function classOf(negated: boolean, members: string): string {
  const quoted = members.replaceAll(/[\\^[\]&]/g, '\\$&');
  return negated ? `[^/${quoted}]` : `[${quoted.replaceAll('/', '')}]`;
}

function quote(text: string): string {
  return RE2JS.quote(text);
}
