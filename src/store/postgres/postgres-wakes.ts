import pg from 'pg';
import { WakeListeners } from '../wake-listeners.ts';

/** What every node hears, and what those hear that ask for it. */
export type Channel = 'velocius_wake' | 'velocius_tell';

/** A connection whose other end has gone without a word (its machine lost power) is found out, although nothing is sent over it. */
export const KEPT_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

const RECONNECT_MS = 500;
/** PostgreSQL refuses payloads of 8000 bytes and more. */
const MAX_PAYLOAD = 7000;

/** Hears the topics that any node announces on a channel, over a connection of its own that is made anew when it breaks. */
export class PostgresWakes {
  readonly #url: string;
  readonly #channel: Channel;
  readonly #listeners = new WakeListeners();
  #client: pg.Client | undefined;
  #closed = false;

  constructor(url: string, channel: Channel) {
    this.#url = url;
    this.#channel = channel;
  }

  add(listener: (topic: string) => void): () => void {
    return this.#listeners.add(listener);
  }

  async listen(): Promise<void> {
    const client = new pg.Client({ ...KEPT_ALIVE, connectionString: this.#url, application_name: 'velocius wake-ups' });
    client.on('error', () => {});
    client.on('notification', ({ payload }) => this.#listeners.announce((payload ?? '').split('\n')));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.#channel}`);
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    client.once('end', () => this.#listenAgain());
    this.#client = client;
    if (this.#closed) await client.end();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end().catch(() => {});
  }

  #listenAgain(): void {
    if (this.#closed) return;
    setTimeout(() => {
      if (!this.#closed) this.listen().catch(() => this.#listenAgain());
    }, RECONNECT_MS).unref();
  }
}

/** The statements that announce topics when the transaction commits. */
export function notifications(
  channel: Channel,
  topics: ReadonlySet<string>,
): { readonly text: string; readonly parameters: string[] }[] {
  return payloads(topics).map((payload) => ({ text: 'SELECT pg_notify($1, $2)', parameters: [channel, payload] }));
}

function payloads(topics: ReadonlySet<string>): string[] {
  const filled: string[] = [];
  let payload = '';
  for (const topic of topics) {
    const longer = payload === '' ? topic : `${payload}\n${topic}`;
    if (payload !== '' && Buffer.byteLength(longer) > MAX_PAYLOAD) {
      filled.push(payload);
      payload = topic;
    } else payload = longer;
  }
  return payload === '' ? filled : [...filled, payload];
}
