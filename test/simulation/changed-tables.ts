import type { Tx } from '../../src/store/database.ts';

/** The transaction as it was, which also writes down the tables its statements may change. */
export function changedTables(tx: Tx, tables: Set<string>): Tx {
  const note = (text: string) => {
    for (const table of tablesOf(text)) tables.add(table);
  };
  return {
    ...tx,
    all: (text, parameters) => {
      note(text);
      return tx.all(text, parameters);
    },
    get: (text, parameters) => {
      note(text);
      return tx.get(text, parameters);
    },
    run: (text, parameters) => {
      note(text);
      return tx.run(text, parameters);
    },
    post: (text, parameters) => {
      note(text);
      tx.post(text, parameters);
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
