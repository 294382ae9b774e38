import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import { systemTimers, type Timers } from '../kernel/timers.ts';
import type { Database, Tx } from '../store/database.ts';
import {
  type Claim,
  type ClaimedWork,
  claimWork,
  finishWork,
  nextDue,
  postponeWork,
  releaseAllLeases,
  scheduleWork,
  type WorkItem,
} from '../store/work.ts';
import { Alarm } from './alarm.ts';
import { type Held, HeldWork } from './held.ts';
import { LeaseKeeper } from './lease-keeper.ts';
import { Queue } from './queue.ts';
import type { Conclusion, Lease, QueueReader, Verdict, Work, WorkHandler } from './work.ts';

const LEASE_MS = 15_000;
/** Wake-ups come from their causes; this is only for those that got lost with a connection or a node. */
const FALLBACK_POLL_MS = 2_000;
const MAX_BACKOFF_MS = 60_000;
/** How long a handler may take to notice that the server stops. */
const STOP_GRACE_MS = 10_000;
const BATCH = 256;
const TOPIC = 'work';

export interface WorkerRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly node: string;
  readonly timers?: Timers;
  /** Pieces of work of one kind under way at once on this node. Builds that take hours must not keep decisions waiting. */
  readonly concurrency?: number;
  /** Milliseconds after which work of a node that shows no life is another's. */
  readonly leaseMs?: number;
}

/** Claims durable work for this node and runs its handlers. */
export class Worker implements Work {
  readonly #rooms: WorkerRooms & { readonly timers: Timers };
  readonly #handlers = new Map<string, WorkHandler>();
  readonly #queues = new Map<string, Queue>();
  readonly #held: HeldWork;
  readonly #leases: LeaseKeeper;
  readonly #alarm: Alarm;
  readonly #running = new Set<Promise<void>>();
  #state: 'new' | 'started' | 'stopping' = 'new';
  #claiming: Promise<void> | undefined;
  #claimAgain = false;
  /** No node is taken for dead before: the database was away, and what kept this one from it kept others from extending their leases. */
  #judgesFrom = 0;
  #unsubscribe: (() => void) | undefined;

  constructor(rooms: WorkerRooms) {
    this.#rooms = { ...rooms, timers: rooms.timers ?? systemTimers };
    this.#held = new HeldWork(rooms.concurrency ?? 256);
    this.#leases = new LeaseKeeper(this.#rooms, this.#held, () => this.#claim());
    this.#alarm = new Alarm(this.#rooms, FALLBACK_POLL_MS, () => this.#look());
  }

  handle(kind: string, handler: WorkHandler): void {
    if (this.#handlers.has(kind)) throw new Error(`Work of kind ${kind} has two handlers`);
    this.#handlers.set(kind, handler);
  }

  readQueue(name: string, read: QueueReader): void {
    if (this.#queues.has(name)) throw new Error(`The queue ${name} has two readers`);
    const failed = (error: unknown) => this.#rooms.log.error('a queue could not be read', { queue: name, error });
    this.#queues.set(name, new Queue(read, failed));
  }

  ring(tx: Tx, queue: string): void {
    if (this.#state === 'started') tx.afterCommit(() => this.#queues.get(queue)?.ring());
  }

  async schedule(tx: Tx, kind: string, key: string, due?: number): Promise<void> {
    const now = this.#rooms.clock.now();
    const at = due ?? now;
    if (at <= now && this.#canTake(kind)) return this.#scheduleHere(tx, { kind, key }, at);
    await scheduleWork(tx, { kind, key }, at);
    this.#announce(tx, at);
  }

  /** Taken by this node; or a node is doing it already, and takes it up again by itself once it is done. */
  async #scheduleHere(tx: Tx, item: WorkItem, due: number): Promise<void> {
    let taken: ClaimedWork | undefined;
    const took = (work: ClaimedWork) => {
      taken = work;
    };
    await scheduleWork(tx, item, due, { ...this.#claim(), took });
    tx.afterCommit(() => {
      if (taken !== undefined) this.#begin(taken);
    });
  }

  async start(): Promise<void> {
    // One SQLite file has one server: whatever is leased there was left by a process that is no more.
    if (this.#rooms.database.dialect === 'sqlite') await this.#rooms.database.write((tx) => releaseAllLeases(tx));
    this.#state = 'started';
    this.#unsubscribe = this.#rooms.database.onWake((topic) => {
      if (topic === TOPIC) this.#claimDue();
    });
    this.#leases.start(this.#beatMs);
    this.#look();
    await this.#claiming;
  }

  /** Takes no more work, tells handlers to stop, and puts what they leave back at once for another node. */
  async stop(): Promise<void> {
    this.#state = 'stopping';
    this.#unsubscribe?.();
    this.#alarm.stop();
    await this.#claiming;
    await Promise.all([...this.#queues.values()].map((queue) => queue.stop()));
    for (const { abort } of this.#held.all()) abort.abort(new Error('The server is stopping'));
    await settled(this.#running, STOP_GRACE_MS, this.#rooms.timers);
    await this.#leases.stop();
  }

  get #leaseMs(): number {
    return this.#rooms.leaseMs ?? LEASE_MS;
  }

  /** How often leases are extended. */
  get #beatMs(): number {
    return this.#leaseMs / 4;
  }

  #canTake(kind: string): boolean {
    return this.#state === 'started' && this.#handlers.has(kind) && this.#held.hasRoom(kind);
  }

  #claim(): Claim {
    return { node: this.#rooms.node, leaseUntil: this.#rooms.clock.now() + this.#leaseMs };
  }

  /** Work due now may be anybody's; work due later wakes this node, or by their own polling the others, should this one die. */
  #announce(tx: Tx, due: number): void {
    if (due > this.#rooms.clock.now() && this.#state === 'started') tx.afterCommit(() => this.#alarm.ringBy(due));
    else tx.wake(TOPIC);
  }

  /** At everything there may be to do, whoever left it. */
  #look(): void {
    for (const queue of this.#queues.values()) queue.ring();
    this.#claimDue();
  }

  #claimDue(): void {
    if (this.#state !== 'started') return;
    if (this.#claiming !== undefined) {
      this.#claimAgain = true;
      return;
    }
    this.#claiming = this.#claimUntilNothingIsDue()
      .catch((error: unknown) => this.#rooms.log.error('work could not be claimed', { error }))
      .finally(() => {
        this.#claiming = undefined;
        if (this.#claimAgain) this.#claimDue();
        else this.#alarm.ringBy(this.#rooms.clock.now() + FALLBACK_POLL_MS);
      });
  }

  async #claimUntilNothingIsDue(): Promise<void> {
    let kinds: string[];
    do {
      this.#claimAgain = false;
      kinds = [...this.#handlers.keys()].filter((kind) => this.#held.hasRoom(kind));
      if (kinds.length === 0) return;
      await this.#claimBatch(kinds);
    } while (this.#claimAgain && this.#state === 'started');
    const due = await this.#rooms.database.read((reader) => nextDue(reader, kinds));
    if (due !== undefined) this.#alarm.ringBy(due);
  }

  async #claimBatch(kinds: readonly string[]): Promise<void> {
    const now = this.#rooms.clock.now();
    const deadBefore = now < this.#judgesFrom ? 0 : now;
    const claimable = { kinds, now, deadBefore, limit: BATCH };
    let inTime = false;
    try {
      const items = await this.#rooms.database.write((tx) => claimWork(tx, claimable, this.#claim()));
      inTime = this.#rooms.clock.now() - now < this.#beatMs;
      for (const item of items) this.#begin(item);
      if (items.length === BATCH) this.#claimAgain = true;
    } finally {
      if (!inTime) this.#judgesFrom = this.#rooms.clock.now() + 2 * this.#beatMs;
    }
  }

  #begin(item: ClaimedWork): void {
    const handler = this.#handlers.get(item.kind);
    const held = this.#held.get(item);
    // What is not begun is freed again by the lease keeper.
    if (handler === undefined || this.#state === 'stopping') return;
    if (held !== undefined) {
      held.next = item;
      return;
    }
    const run = this.#run(this.#held.add(item), handler).finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  async #run(held: Held, handler: WorkHandler): Promise<void> {
    const { item, abort } = held;
    const lease: Lease = { attempts: item.attempts, signal: abort.signal };
    const conclusion = await handler(item.key, lease).catch((error: unknown) => this.#fail(held, error));
    const wasFull = !this.#held.hasRoom(item.kind);
    await this.#conclude(held, conclusion);
    if (wasFull) this.#claimDue();
  }

  #fail({ item, abort }: Held, error: unknown): Failed {
    if (!abort.signal.aborted) this.#rooms.log.error('work failed and will be tried again', { ...item, error });
    return { kind: 'failed', at: abort.signal.aborted ? this.#rooms.clock.now() : this.#afterBackoff(item) };
  }

  /** It is held until its end is recorded: else this node could claim it anew, and take the first end for the second's. */
  async #conclude(held: Held, conclusion: Conclusion | Failed): Promise<void> {
    const { database, log } = this.#rooms;
    const subject = conclusion.kind === 'in-transaction' ? conclusion.subject : undefined;
    const write = (record: (tx: Tx) => Promise<void>) =>
      subject === undefined ? database.write(record) : database.writeAbout(subject, record);
    try {
      await write(async (tx) => {
        tx.afterCommit(() => this.#letGo(held));
        const verdict = conclusion.kind === 'in-transaction' ? await conclusion.decide(tx) : conclusion;
        // The lease was lost, and the work has come back since: this is not the end of what is claimed now.
        if (held.next === undefined) await this.#record(tx, held.item, verdict);
      });
    } catch (error) {
      if (conclusion.kind === 'in-transaction') return this.#conclude(held, this.#fail(held, error));
      log.error('the end of work could not be recorded, so it will be done again', { ...held.item, error });
      this.#letGo(held);
    }
  }

  #letGo(held: Held): void {
    if (this.#held.remove(held) && held.next !== undefined) this.#begin(held.next);
  }

  async #record(tx: Tx, item: ClaimedWork, verdict: Verdict | Failed): Promise<void> {
    const { node } = this.#rooms;
    if (verdict.kind === 'done') return this.#finish(tx, item);
    const due = await postponeWork(tx, item, node, { due: verdict.at, failed: verdict.kind === 'failed' });
    if (due !== undefined) this.#announce(tx, due);
  }

  /** What was asked for again meanwhile is for this node, which has just come to have room; for others when it stops. */
  async #finish(tx: Tx, item: ClaimedWork): Promise<void> {
    let left: number | undefined;
    const again = (due: number) => {
      left = due;
    };
    await finishWork(tx, item, this.#rooms.node, again);
    if (this.#state !== 'started') tx.wake(TOPIC);
    tx.afterCommit(() => {
      if (left === undefined) return;
      if (left > this.#rooms.clock.now()) this.#alarm.ringBy(left);
      else this.#claimDue();
    });
  }

  #afterBackoff({ attempts }: ClaimedWork): number {
    return this.#rooms.clock.now() + Math.min(1000 * 2 ** Math.min(attempts - 1, 10), MAX_BACKOFF_MS);
  }
}

interface Failed {
  readonly kind: 'failed';
  readonly at: number;
}

async function settled(running: Iterable<Promise<void>>, graceMs: number, timers: Timers): Promise<void> {
  const over = Promise.withResolvers<void>();
  const callOff = timers.after(graceMs, over.resolve);
  await Promise.race([Promise.all(running), over.promise]);
  callOff();
}
