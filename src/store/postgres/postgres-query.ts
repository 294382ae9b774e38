import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Reader, SqlValue } from '../database.ts';

export function reader(connection: pg.Pool | pg.ClientBase): Reader {
  return {
    dialect: 'postgres',
    all: async <Row>(text: string, parameters?: readonly SqlValue[]) =>
      (await query(connection, text, parameters)).rows as Row[],
    get: async <Row>(text: string, parameters?: readonly SqlValue[]) =>
      (await query(connection, text, parameters)).rows[0] as Row | undefined,
  };
}

/** As a prepared statement, named after its text. */
export function query(
  connection: pg.Pool | pg.ClientBase,
  text: string,
  parameters: readonly SqlValue[] = [],
): Promise<pg.QueryResult> {
  return connection.query({ name: statementName(text), text, values: parameters.map(keepable) });
}

/** PostgreSQL keeps every character but this one, and whoever sends it must not break anything. */
function keepable(value: SqlValue): SqlValue {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\u{FFFD}') : value;
}

const names = new Map<string, string>();

function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha1').update(text).digest('hex');
    names.set(text, name);
  }
  return name;
}
