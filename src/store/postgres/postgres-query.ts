import type { Reader, SqlValue } from '../database.ts';
import type { Answer } from './statement-group.ts';

export type Query = (text: string, parameters?: readonly SqlValue[]) => Promise<Answer>;

export function reader(query: Query): Reader {
  return {
    dialect: 'postgres',
    all: async <Row>(text: string, parameters?: readonly SqlValue[]) => (await query(text, parameters)).rows as Row[],
    get: async <Row>(text: string, parameters?: readonly SqlValue[]) =>
      (await query(text, parameters)).rows[0] as Row | undefined,
  };
}
