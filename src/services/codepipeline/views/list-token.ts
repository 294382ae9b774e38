import { readToken, writeToken } from '../../../kernel/page.ts';
import { invalidNextToken } from '../errors.ts';

/** A token belongs to one list, such as the executions of one pipeline: those of others are refused. */
export function tokenOf(list: string, position: string | number): string {
  return writeToken([list, position]);
}

/** The name after which the next page begins; before all names without a token. */
export function nameIn(list: string, token: string | undefined): string {
  const position = token === undefined ? '' : positionIn(list, token);
  if (typeof position !== 'string') throw invalidNextToken();
  return position;
}

/** The number at which the next page begins, or `first` without a token. */
export function numberIn(list: string, token: string | undefined, first: number): number {
  const position = token === undefined ? first : positionIn(list, token);
  if (typeof position !== 'number' || position < 0) throw invalidNextToken();
  return position;
}

function positionIn(list: string, token: string): string | number | undefined {
  const [of, position] = readToken(token) ?? [];
  return of === list ? position : undefined;
}
