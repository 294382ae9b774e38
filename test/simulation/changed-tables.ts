import type { Tx } from '../../src/store/database.ts';

/** The transaction as it was, which also writes down the tables its statements may change. */
export function changedTables(tx: Tx, tables: Set<string>): Tx {
  const note = (text: string) => {
    for (const table of tablesOf(text)) tables.add(table);
  };
  return {
    ...tx,
    all: (...statement) => {
      note(statement[0]);
      return tx.all(...statement);
    },
    get: (...statement) => {
      note(statement[0]);
      return tx.get(...statement);
    },
    run: (...statement) => {
      note(statement[0]);
      return tx.run(...statement);
    },
    post: (...statement) => {
      note(statement[0]);
      tx.post(...statement);
    },
  };
}

const known = new Map<string, readonly string[]>();

/** Every name in a statement that is more than a question: more than it changes, never less. */
function tablesOf(text: string): readonly string[] {
  const names = known.get(text) ?? (/^\s*SELECT\b/i.test(text) ? [] : (text.match(/\b[a-z_]+\b/g) ?? []));
  known.set(text, names);
  return names;
}
