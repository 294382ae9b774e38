import { readToken, writeToken } from '../../kernel/page.ts';
import type { Reader, Tx } from '../../store/database.ts';
import { type BusPlace, findRule, lockRule, type RuleRow } from '../../store/rules.ts';
import { requireDefaultBus } from './bus.ts';
import { ruleNotFound, validation } from './errors.ts';

interface RuleRef {
  readonly name: string;
  readonly bus: string | undefined;
}

export async function requireRule(reader: Reader, place: BusPlace, { name, bus }: RuleRef): Promise<RuleRow> {
  requireDefaultBus(place, bus);
  const rule = await findRule(reader, place, name);
  if (rule === undefined) throw ruleNotFound(name);
  return rule;
}

export async function requireLockedRule(tx: Tx, place: BusPlace, { name, bus }: RuleRef): Promise<RuleRow> {
  requireDefaultBus(place, bus);
  const rule = await lockRule(tx, place, name);
  if (rule === undefined) throw ruleNotFound(name);
  return rule;
}

/** Lists go on after a name: the tokens hold it. */
export function nameOfToken(token: string | undefined): string {
  if (token === undefined) return '';
  const [name] = readToken(token) ?? [];
  if (typeof name !== 'string') throw validation('Parameter NextToken is not valid.');
  return name;
}

/** A page of what was asked for with one more than fits. */
export function pageOf<T>(
  found: readonly T[],
  limit: number,
  nameOf: (item: T) => string,
): { readonly page: readonly T[]; readonly NextToken: string | undefined } {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { page, NextToken: found.length > limit && last !== undefined ? writeToken([nameOf(last)]) : undefined };
}
