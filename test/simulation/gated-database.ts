import type { Database, Reader, Tx } from '../../src/store/database.ts';
import { SharedTransactions, type Work, workTogether } from '../../src/store/postgres/shared-transactions.ts';
import { changedTables } from './changed-tables.ts';
import { type Fate, Injected, type World } from './world.ts';

export interface GatedRooms {
  readonly world: World;
  /** The database all servers share. */
  readonly shared: Database;
  /** One server has the database to itself, as one that has an SQLite file. */
  readonly isAlone: boolean;
  readonly node: number;
  /** With the names of the tables that may have changed. */
  committed(tables: ReadonlySet<string>): Promise<void>;
  /** The server has died. */
  die(): void;
  announce(topics: ReadonlySet<string>): void;
}

/** A server's connection to the database: each transaction and each statement outside one is a gate of its own. */
export class GatedDatabase implements Database {
  readonly dialect: Database['dialect'];
  readonly #rooms: GatedRooms;
  readonly #listeners = new Set<(topic: string) => void>();
  readonly #gathered = new SharedTransactions({
    together: (works) => this.#together(works),
    alone: (work) => this.write(work),
    gather: (open) =>
      this.#rooms.world.wait({ kind: 'turn', what: 'a turn of the event loop', node: this.#rooms.node, open }),
  });

  constructor(rooms: GatedRooms) {
    this.#rooms = rooms;
    this.dialect = rooms.isAlone ? rooms.shared.dialect : 'postgres';
  }

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const { world, node } = this.#rooms;
    return new Promise((resolve, reject) => {
      world.wait({
        kind: 'write',
        what: 'a transaction',
        node,
        open: (fate) => this.#commit(work, fate, { resolve, reject }),
      });
    });
  }

  writeAbout<T>(subject: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dialect === 'postgres' ? this.#gathered.write(subject, work) : this.write(work);
  }

  read<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    return work({
      dialect: this.#rooms.shared.dialect,
      all: (text, parameters) => this.#statement((reader) => reader.all(text, parameters)),
      get: (text, parameters) => this.#statement((reader) => reader.get(text, parameters)),
    });
  }

  onWake(listener: (topic: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Nobody watches. */
  async onTold(): Promise<() => void> {
    return () => {};
  }

  hear(topic: string): void {
    for (const listener of this.#listeners) listener(topic);
  }

  async close(): Promise<void> {}

  /** At once and well: for what is outside the servers, and done in one of them. */
  async writeNow(work: (tx: Tx) => Promise<void>): Promise<void> {
    const failure = Promise.withResolvers<void>();
    await this.#commit(work, 'well', { resolve: failure.resolve, reject: failure.reject });
    await failure.promise;
  }

  #together(works: readonly Work[]): Promise<readonly unknown[] | undefined> {
    const { world, node } = this.#rooms;
    return new Promise((resolve, reject) => {
      world.wait({
        kind: 'write',
        what: `a transaction of ${works.length}`,
        node,
        open: (fate) =>
          this.#commit((tx) => workTogether(works, tx), fate, {
            resolve,
            reject: (error) => (fate === 'done-but-unknown' ? reject(error) : resolve(undefined)),
          }),
      });
    });
  }

  #statement<T>(run: (reader: Reader) => Promise<T>): Promise<T> {
    const { world, shared, node } = this.#rooms;
    return new Promise((resolve, reject) => {
      world.wait({
        kind: 'read',
        what: 'a question to the database',
        node,
        open: async (fate) => {
          if (fate === 'undone') return reject(new Injected('The connection to the database was lost'));
          await shared.read(run).then(resolve, reject);
        },
      });
    });
  }

  async #commit<T>(work: (tx: Tx) => Promise<T>, fate: Fate, promise: Outcome<T>): Promise<void> {
    const { die, committed, announce } = this.#rooms;
    if (fate === 'deadlock') await this.#transaction(work, true).catch(() => {});
    const mayNotStand = fate === 'crash-before-commit' || fate === 'undone';
    let done: Done<T>;
    try {
      done = await this.#transaction(work, mayNotStand);
    } catch (error) {
      if (fate === 'crash-before-commit') return die();
      return promise.reject(error);
    }
    await committed(done.tables);
    if (fate === 'crash-after-commit') die();
    else if (fate === 'done-but-unknown') promise.reject(new Injected('The connection was lost in COMMIT'));
    else {
      promise.resolve(done.result);
      for (const deed of done.deeds) deed();
    }
    announce(done.topics);
  }

  async #transaction<T>(work: (tx: Tx) => Promise<T>, undo: boolean): Promise<Done<T>> {
    const topics = new Set<string>();
    const deeds: (() => void)[] = [];
    const tables = new Set<string>();
    const result = await this.#rooms.shared.write(async (tx) => {
      const answer = await work({
        ...changedTables(tx, tables),
        tell: () => {},
        wake: (topic) => topics.add(topic),
        afterCommit: (deed) => deeds.push(deed),
      });
      if (undo) throw new Injected('The connection to the database was lost');
      return answer;
    });
    return { result, topics, deeds, tables };
  }
}

interface Outcome<T> {
  resolve(result: T): void;
  reject(error: unknown): void;
}

interface Done<T> {
  readonly result: T;
  readonly topics: ReadonlySet<string>;
  readonly deeds: readonly (() => void)[];
  readonly tables: ReadonlySet<string>;
}
