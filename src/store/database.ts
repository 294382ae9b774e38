/**
 * The one door to memory. Plain SQL in the common subset of SQLite and PostgreSQL: `$1` parameters, RETURNING, ON CONFLICT;
 * JSON as TEXT, times as BIGINT milliseconds, no booleans (0 and 1). Only this room holds SQL text: other rooms carry a `Tx`
 * from verb to verb, so that what belongs together is committed together.
 */
export type SqlValue = string | number | null | Uint8Array;

export interface Reader {
  readonly dialect: 'sqlite' | 'postgres';
  all<Row>(text: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  get<Row>(text: string, parameters?: readonly SqlValue[]): Promise<Row | undefined>;
}

export interface Tx extends Reader {
  /** Runs a statement that returns no rows; answers how many rows it changed. */
  run(text: string, parameters?: readonly SqlValue[]): Promise<number>;
  /**
   * Runs a statement whose result nobody needs before COMMIT, without waiting for it. Its failure is the transaction's. `answered` is
   * given its first row by the time of what runs after the commit.
   */
  post<Row>(text: string, parameters?: readonly SqlValue[], answered?: (row: Row | undefined) => void): void;
  /** Announces a topic to everything that waits for it, on every node, once the transaction is committed. */
  wake(topic: string): void;
  /** Sends a line to everybody who watches, on every node, once the transaction is committed; nodes where nobody watches are left alone. */
  tell(line: string): void;
  /** Runs after everything else of the transaction, and may post what had gathered. */
  beforeCommit(deed: () => void): void;
  /** Runs on this node once the transaction is committed; never when it is rolled back. */
  afterCommit(deed: () => void): void;
}

export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
  /**
   * Runs `work` in a transaction and resolves after COMMIT: what was acknowledged survives a kill.
   * `work` awaits nothing but its own `tx` (SQLite has one writer, which waits for it), and may run twice on PostgreSQL
   * (after a deadlock): it does nothing in the world, that is what `afterCommit` is for.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The same for work about one subject, such as a pipeline, which touches nothing that work about others does: one after the other
   * for each subject. What is asked for at the same time about others may be in its transaction.
   */
  writeAbout<T>(subject: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Sees only what is committed. */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /** Calls `listener` for every topic announced, on whatever node; returns the way to stop. */
  onWake(listener: (topic: string) => void): () => void;
  /** Calls `listener` for every line that is told, on whatever node, from when it resolves; resolves with the way to stop. */
  onTold(listener: (line: string) => void): Promise<() => void>;
  close(): Promise<void>;
}

/** Row lock where rows are locked; SQLite's single writer is the lock. */
export function forUpdate(tx: Reader): string {
  return tx.dialect === 'postgres' ? ' FOR UPDATE' : '';
}

/** Row lock that passes over rows others hold. */
export function skipLocked(tx: Reader): string {
  return tx.dialect === 'postgres' ? ' FOR UPDATE SKIP LOCKED' : '';
}

/**
 * Names the index to read by, where the choice matters: SQLite keeps no statistics here, and of several indexes that begin with the
 * same column takes any, such as one over a history of a million rows for the few that are unfinished.
 */
export function indexedBy(reader: Reader, index: string): string {
  return reader.dialect === 'sqlite' ? ` INDEXED BY ${index}` : '';
}
