import { createSourceChanges } from '../../src/engine/source-changes.ts';
import type { Delivery, RuleTarget } from '../../src/ports/rule-target.ts';
import type { Tx } from '../../src/store/database.ts';
import { INVARIANTS } from './invariants/all.ts';
import type { Asked, Change } from './invariants/invariant.ts';
import { Told } from './invariants/told.ts';
import { type Job, Jobs, type Order } from './jobs.ts';
import type { Place } from './place.ts';
import { type SnapshotReader, snapshotReader } from './read-snapshot.ts';
import { nodeName, Server } from './server.ts';
import { isUnfinished, NOTHING, type Snapshot } from './snapshot.ts';
import { placeOf, Sources } from './sources.ts';
import { tellChange } from './tell-change.ts';
import type { World } from './world.ts';

const POLLED_MS = 30 * 24 * 3600_000;

/** Servers on one database, the outside they work with, and an eye that sees every commit. */
export class Installation {
  readonly world: World;
  readonly jobs: Jobs;
  readonly told = new Told();
  /** Ids of events that were delivered to who listens. */
  readonly delivered = new Set<string>();
  /** Place among all events of the last one delivered, by pipeline. */
  readonly #heard = new Map<string, number>();
  readonly sources = new Sources();
  readonly asked: Asked = { deleted: new Set(), decided: new Map(), stopped: new Set(), answers: new Map() };
  /** Executions that were there and are no more, though their pipeline is. */
  readonly forgotten = new Set<string>();
  /** How many executions were started, by the name of the pipeline and the kind of trigger. */
  readonly starts = new Map<string, number>();
  /** Pipelines, by id, and when each was last updated or had an execution. */
  readonly #active = new Map<string, number>();
  readonly #idled = new Set<string>();
  /** When executions ended. */
  readonly #ended = new Map<string, number>();
  snapshot: Snapshot = NOTHING;
  readonly #capacity: number;
  readonly #place: Place;
  readonly #read: SnapshotReader;
  /** Action executions that may be started again: a server failed while it started them. */
  readonly #excused = new Set<string>();
  #launched = 0;
  /** Those that live, and those of them that are being shut down. */
  servers: Server[] = [];

  constructor(world: World, capacity: number, place: Place) {
    this.world = world;
    this.#capacity = capacity;
    this.#place = place;
    this.#read = snapshotReader(place.eye);
    this.jobs = new Jobs({ world, sources: this.sources, asked: (kind, run) => this.#watchProvider(kind, run) });
  }

  close(): Promise<void> {
    return this.#place.close();
  }

  get serving(): readonly Server[] {
    return this.servers.filter(({ stopping }) => !stopping);
  }

  get hasRoom(): boolean {
    return this.servers.length < this.#capacity;
  }

  /** Starts one more server, if there is room. */
  launch(): void {
    if (!this.hasRoom) return;
    const node = ++this.#launched;
    const server: Server = new Server({
      world: this.world,
      jobs: this.jobs,
      shared: this.#place.shared,
      isAlone: this.#capacity === 1,
      node,
      listener: this.#listener(node),
      committed: (tables) => this.#look(node, tables),
      announce: (topics) => this.#announce(topics),
      wakeUp: (job) => this.#wakeUpAtEnd(job),
      died: () => this.#lost(server),
    });
    this.servers.push(server);
    this.world.tell(`server ${node} starts`);
    // A server whose database breaks as it comes up ends, as the real one does.
    server.start().catch(() => server.die());
  }

  /** Ends a server in order. It is gone when it has let go of everything. */
  shutDown(server: Server): void {
    this.world.tell(`server ${server.number} is shut down`);
    this.excuse(server.number);
    server.shutDown();
  }

  /** Whatever the server is at may have to be done again. */
  excuse(node: number | undefined): void {
    if (node === undefined) return;
    for (const work of this.snapshot.work.values()) if (work.node === nodeName(node)) this.#excused.add(work.key);
  }

  /** Work that goes from one to another has been lost by the one, who may be at it still. */
  #excuseTaken(before: Snapshot): void {
    for (const [key, work] of this.snapshot.work) {
      const owner = before.work.get(key)?.node ?? null;
      if (owner !== null && work.node !== null && work.node !== owner) this.#excused.add(work.key);
    }
  }

  /** Asks a server to look at an action, as a provider does whose job has ended. */
  async nudge(job: Job): Promise<void> {
    const { kind, key } = job.run.wake;
    await this.#writeNow((tx, server) => server.worker.schedule(tx, kind, key));
  }

  /** A source changes; a server that is there is told, as it is of what it keeps itself. */
  async commit(repository: string): Promise<void> {
    if (this.serving.length === 0) return;
    this.sources.commit(repository);
    this.world.tell(`the newest revision is ${this.sources.newest(repository)}`);
    await this.#writeNow((tx, { worker }) => createSourceChanges({ work: worker }).changed(tx, [placeOf(repository)]));
  }

  async #writeNow(work: (tx: Tx, server: Server) => Promise<void>): Promise<void> {
    const [server] = this.serving;
    if (server !== undefined) await server.database.writeNow((tx) => work(tx, server));
  }

  #wakeUpAtEnd(job: Job): void {
    const what = `the end of ${job.run.stageName}/${job.run.name}`;
    this.world.waitUntil(job.endsAt, {
      kind: 'outside',
      what,
      node: undefined,
      open: () => (this.serving.length > 0 ? this.nudge(job) : this.#wakeUpLater(job)),
    });
  }

  #wakeUpLater(job: Job): void {
    this.#wakeUpAtEnd({ ...job, endsAt: this.world.now + 1000 });
  }

  #announce(topics: ReadonlySet<string>): void {
    for (const topic of topics) {
      for (const { number, database } of this.servers)
        this.world.wait({ kind: 'wake-up', what: `'${topic}'`, node: number, open: () => database.hear(topic) });
    }
  }

  async #look(server: number, tables: ReadonlySet<string>): Promise<void> {
    const { world, jobs, asked, sources } = this;
    const before = this.snapshot;
    this.snapshot = await this.#read(before, tables);
    this.#excuseTaken(before);
    const outside = { jobs, asked, sources, isAlive: this.#isAlive, endOf: (id: string) => this.#ended.get(id) };
    const change: Change = { before, after: this.snapshot, now: world.now, server, ...outside };
    for (const line of tellChange(change)) world.tell(line);
    for (const invariant of INVARIANTS) for (const broken of invariant(change)) world.complain(broken);
    for (const broken of this.told.hear(change)) world.complain(broken);
    this.#remember(change);
  }

  #remember({ before, after, now }: Change): void {
    for (const execution of after.executions.values()) {
      if (isUnfinished(execution)) this.#ended.delete(execution.id);
      else if (!this.#ended.has(execution.id)) this.#ended.set(execution.id, now);
      if (before.executions.has(execution.id)) continue;
      const key = startsKey(after.pipelines.get(execution.pipelineId)?.name ?? '', execution.triggerType);
      this.starts.set(key, (this.starts.get(key) ?? 0) + 1);
    }
    this.#rememberActivity(before, after, now);
    for (const { id, pipelineId } of before.executions.values())
      if (!after.executions.has(id) && after.pipelines.has(pipelineId)) this.forgotten.add(id);
  }

  #rememberActivity(before: Snapshot, after: Snapshot, now: number): void {
    const busy = new Set(
      [...before.executions.values(), ...after.executions.values()]
        .filter(isUnfinished)
        .map(({ pipelineId }) => pipelineId),
    );
    for (const { id, version } of after.pipelines.values()) {
      if (this.hasIdled(id)) this.#idled.add(id);
      if (busy.has(id) || before.pipelines.get(id)?.version !== version) this.#active.set(id, now);
    }
  }

  /** Whether a pipeline has ever had no execution for so long that its sources are not polled. */
  hasIdled(pipelineId: string): boolean {
    const idle = this.world.now - (this.#active.get(pipelineId) ?? this.world.now);
    const isBusy = [...this.snapshot.executions.values()].some(
      (row) => row.pipelineId === pipelineId && isUnfinished(row),
    );
    return this.#idled.has(pipelineId) || (!isBusy && idle >= POLLED_MS);
  }

  readonly #isAlive = (number: number): boolean => this.servers.some((server) => server.number === number);

  #lost(server: Server): void {
    this.servers = this.servers.filter((each) => each !== server);
    this.excuse(server.number);
    this.world.tell(`server ${server.number} is gone`);
  }

  #watchProvider(kind: 'start' | 'poll' | 'stop', run: Order): void {
    const { id } = run;
    const name = `${run.stageName}/${run.name}`;
    this.world.tell(`the provider is asked to ${kind} ${name} (${id.slice(-4)})`);
    const row = this.snapshot.actions.get(id) ?? this.snapshot.rules.get(id);
    const job = this.jobs.get(id);
    const mayBeGone = this.asked.deleted.size > 0 || this.forgotten.size > 0;
    if (row === undefined && job === undefined && !mayBeGone)
      this.world.complain(`${kind} of ${name}, which is not in the database`);
    if (kind === 'start' && job !== undefined && job.story.unreachable === 0 && !this.#excused.has(id))
      this.world.complain(`${name} is started twice under one id`);
    if (kind === 'stop' && this.world.now < run.deadline) this.world.complain(`${name} is stopped before its time-out`);
  }

  #listener(node: number): RuleTarget {
    return {
      service: 'sqs',
      needsRole: false,
      accepts: () => true,
      deliver: (delivery) => this.#deliver(node, delivery),
    };
  }

  /** What is delivered again is no news. */
  #hear(id: string): void {
    if (this.delivered.has(id)) return;
    this.delivered.add(id);
    const pipeline = this.told.events.get(id) ?? '';
    const place = [...this.told.events.keys()].indexOf(id);
    if (place < (this.#heard.get(pipeline) ?? -1))
      this.world.complain(`events of ${pipeline} are delivered out of order`);
    this.#heard.set(pipeline, place);
  }

  #deliver(node: number, { payload }: Delivery): Promise<void> {
    const event: { readonly id: string } = JSON.parse(payload);
    return new Promise((resolve) => {
      this.world.wait({
        kind: 'provider',
        what: 'the delivery of an event',
        node,
        open: () => {
          this.#hear(event.id);
          resolve();
        },
      });
    });
  }
}

export function startsKey(pipeline: string, triggerType: string): string {
  return `${pipeline} ${triggerType}`;
}
