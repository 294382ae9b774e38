import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Database, Tx } from '../store/database.ts';
import {
  type Claim,
  type ClaimedWork,
  claimWork,
  extendLeases,
  finishWork,
  nextDue,
  postponeWork,
  releaseAllLeases,
  scheduleWork,
  type WorkItem,
} from '../store/work.ts';
import type { Lease, Verdict, Work, WorkHandler } from './work.ts';

const LEASE_MS = 15_000;
const HEARTBEAT_MS = 4_000;
/** Wake-ups come from their causes; this is only for those that got lost with a connection or a node. */
const FALLBACK_POLL_MS = 2_000;
const MAX_BACKOFF_MS = 60_000;
const TOPIC = 'work';

export interface WorkerRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly node: string;
  /** Pieces of work under way at once on this node, per kind. */
  readonly concurrency?: number;
}

interface Held {
  readonly item: ClaimedWork;
  readonly abort: AbortController;
}

/** Claims durable work for this node and runs its handlers. */
export class Worker implements Work {
  readonly #rooms: WorkerRooms;
  readonly #handlers = new Map<string, WorkHandler>();
  readonly #concurrency: number;
  readonly #held = new Map<string, Held>();
  readonly #running = new Set<Promise<void>>();
  #started = false;
  #stopping = false;
  #claiming = false;
  #claimAgain = false;
  #timer: NodeJS.Timeout | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(rooms: WorkerRooms) {
    this.#rooms = rooms;
    this.#concurrency = rooms.concurrency ?? 256;
  }

  handle(kind: string, handler: WorkHandler): void {
    if (this.#handlers.has(kind)) throw new Error(`Work of kind ${kind} has two handlers`);
    this.#handlers.set(kind, handler);
  }

  async schedule(tx: Tx, kind: string, key: string, due?: number): Promise<void> {
    const now = this.#rooms.clock.now();
    const at = due ?? now;
    const claim = at <= now && this.#canTake(kind) ? this.#claim() : undefined;
    const item = { kind, key };
    if (await scheduleWork(tx, item, at, claim)) tx.afterCommit(() => this.#begin({ ...item, attempts: 1 }));
    else tx.wake(TOPIC);
  }

  async start(): Promise<void> {
    // One SQLite file has one server: whatever is leased there was left by a process that is no more.
    if (this.#rooms.database.dialect === 'sqlite') await this.#rooms.database.write((tx) => releaseAllLeases(tx));
    this.#started = true;
    this.#unsubscribe = this.#rooms.database.onWake((topic) => {
      if (topic === TOPIC) void this.#claimDue();
    });
    this.#heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS);
    await this.#claimDue();
  }

  /** Takes no more work, tells handlers to stop, and puts what they leave back at once for another node. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#unsubscribe?.();
    clearTimeout(this.#timer);
    clearInterval(this.#heartbeat);
    for (const { abort } of this.#held.values()) abort.abort(new Error('The server is stopping'));
    await Promise.all(this.#running);
  }

  #canTake(kind: string): boolean {
    return this.#started && !this.#stopping && this.#handlers.has(kind) && this.#held.size < this.#concurrency;
  }

  #claim(): Claim {
    return { node: this.#rooms.node, leaseUntil: this.#rooms.clock.now() + LEASE_MS };
  }

  async #claimDue(): Promise<void> {
    if (!this.#started || this.#stopping) return;
    if (this.#claiming) {
      this.#claimAgain = true;
      return;
    }
    this.#claiming = true;
    try {
      do {
        this.#claimAgain = false;
        await this.#claimBatch();
      } while (this.#claimAgain && !this.#stopping);
    } catch (error) {
      this.#rooms.log.error('work could not be claimed', { error });
    } finally {
      this.#claiming = false;
    }
    await this.#sleepUntilDue();
  }

  async #claimBatch(): Promise<void> {
    const room = this.#concurrency - this.#held.size;
    if (room <= 0) return;
    const kinds = [...this.#handlers.keys()];
    const items = await this.#rooms.database.write((tx) =>
      claimWork(tx, kinds, this.#rooms.clock.now(), room, this.#claim()),
    );
    for (const item of items) this.#begin(item);
    if (items.length === room) this.#claimAgain = true;
  }

  async #sleepUntilDue(): Promise<void> {
    if (this.#stopping) return;
    const due = await this.#rooms.database
      .read((reader) => nextDue(reader, [...this.#handlers.keys()]))
      .catch(() => undefined);
    if (this.#stopping) return;
    clearTimeout(this.#timer);
    const wait = Math.min(Math.max((due ?? Number.POSITIVE_INFINITY) - this.#rooms.clock.now(), 1), FALLBACK_POLL_MS);
    this.#timer = setTimeout(() => void this.#claimDue(), wait);
  }

  #begin(item: ClaimedWork): void {
    const id = idOf(item);
    const handler = this.#handlers.get(item.kind);
    if (handler === undefined || this.#held.has(id) || this.#stopping) return;
    const held = { item, abort: new AbortController() };
    this.#held.set(id, held);
    const run = this.#run(held, handler).finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  async #run(held: Held, handler: WorkHandler): Promise<void> {
    const { item, abort } = held;
    const lease: Lease = { attempts: item.attempts, signal: abort.signal };
    let verdict: Verdict;
    try {
      verdict = await handler(item.key, lease);
    } catch (error) {
      if (!abort.signal.aborted) this.#rooms.log.error('work failed and will be tried again', { ...item, error });
      verdict = { kind: 'again', at: abort.signal.aborted ? this.#rooms.clock.now() : this.#backoff(item) };
    }
    this.#held.delete(idOf(item));
    await this.#conclude(item, verdict);
  }

  async #conclude(item: WorkItem, verdict: Verdict): Promise<void> {
    const node = this.#rooms.node;
    try {
      await this.#rooms.database.write(async (tx) => {
        if (verdict.kind === 'again') {
          await postponeWork(tx, item, node, verdict.at);
          tx.wake(TOPIC);
        } else if (await finishWork(tx, item, node)) tx.wake(TOPIC);
      });
    } catch (error) {
      this.#rooms.log.error('the end of work could not be recorded; its lease will run out', { ...item, error });
    }
  }

  #backoff({ attempts }: ClaimedWork): number {
    return this.#rooms.clock.now() + Math.min(1000 * 2 ** Math.min(attempts - 1, 10), MAX_BACKOFF_MS);
  }

  async #beat(): Promise<void> {
    if (this.#held.size === 0) return;
    const before = [...this.#held.values()];
    const kept = await this.#rooms.database.write((tx) => extendLeases(tx, this.#claim())).catch(() => undefined);
    if (kept === undefined) return;
    const ids = new Set(kept.map(idOf));
    for (const { item, abort } of before) {
      const id = idOf(item);
      if (!ids.has(id) && this.#held.has(id)) abort.abort(new Error('The lease was lost to another node'));
    }
  }
}

function idOf({ kind, key }: WorkItem): string {
  return `${kind}\n${key}`;
}
