import pg from 'pg';

/** A column of an answer: its name, and how its text becomes a value. */
export interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

/** A statement as the database knows it on one connection, under a name. */
export interface PreparedStatement {
  readonly name: string;
  /** `sent` until the database has answered it, `doubtful` after it failed: it may be known under that name, or not. */
  state: 'new' | 'sent' | 'known' | 'doubtful';
  /** Undefined until it was described. While it is known they never change: the database refuses it when they would. */
  columns: readonly Column[] | undefined;
}

/** What was prepared on one connection, by text. */
export class PreparedStatements {
  readonly #byText = new Map<string, PreparedStatement>();

  of(text: string): PreparedStatement {
    let statement = this.#byText.get(text);
    if (statement === undefined) {
      statement = { name: `s${this.#byText.size}`, state: 'new', columns: undefined };
      this.#byText.set(text, statement);
    }
    return statement;
  }
}

/** A field of a RowDescription message. */
export interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

export function columnsOf(fields: readonly Field[]): Column[] {
  return fields.map(({ name, dataTypeID }) => ({ name, parse: pg.types.getTypeParser(dataTypeID, 'text') }));
}
