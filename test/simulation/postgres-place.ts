import pg from 'pg';
import type { SqlValue } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/postgres/postgres.ts';
import { furnish, type Place } from './place.ts';

const TEMPLATE = 'simulation_template';
/** Transactions come one after the other: a story opens one gate at a time. */
const CONNECTIONS = 2;

/** Databases of stories in one PostgreSQL server, each made anew from an empty one with the schema. */
export class PostgresPlaces {
  readonly #server: string;
  readonly #template: Promise<void>;
  #count = 0;

  /** URL of the server, without a database name. */
  constructor(server: string) {
    this.#server = server;
    this.#template = this.#makeTemplate();
  }

  async open(): Promise<Place> {
    await this.#template;
    this.#count += 1;
    const name = `simulation_${process.pid}_${this.#count}`;
    await this.#administer(`CREATE DATABASE ${name} TEMPLATE ${this.#templateName}`);
    const url = `${this.#server}/${name}`;
    const shared = await openPostgres(url, { connections: CONNECTIONS });
    const eye = new pg.Client({ connectionString: url });
    await eye.connect();
    return {
      shared,
      eye: {
        all: async <Row>(text: string, parameters: readonly SqlValue[] = []) =>
          (await eye.query(text, [...parameters])).rows as Row[],
      },
      close: async () => {
        await eye.end();
        await shared.close();
        await this.#administer(`DROP DATABASE ${name} WITH (FORCE)`);
      },
    };
  }

  async close(): Promise<void> {
    await this.#template;
    await this.#administer(`DROP DATABASE ${this.#templateName} WITH (FORCE)`);
  }

  get #templateName(): string {
    return `${TEMPLATE}_${process.pid}`;
  }

  async #makeTemplate(): Promise<void> {
    await this.#administer(`CREATE DATABASE ${this.#templateName}`);
    const database = await openPostgres(`${this.#server}/${this.#templateName}`, { connections: CONNECTIONS });
    await furnish(database);
    await database.close();
  }

  async #administer(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: `${this.#server}/postgres` });
    await client.connect();
    await client.query(statement);
    await client.end();
  }
}
