import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Delivery, RuleTarget } from '../../src/ports/rule-target.ts';
import { type Bucket, insertBucket } from '../../src/store/buckets.ts';
import type { Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { INVARIANTS } from './invariants/all.ts';
import { Told } from './invariants/told.ts';
import { type Job, Jobs, type Order } from './jobs.ts';
import { ACCOUNT, nodeName, REGION, Server } from './server.ts';
import { NOTHING, type Snapshot, snapshotReader } from './snapshot.ts';
import { tellChange } from './tell-change.ts';
import type { World } from './world.ts';

/** Memory that looks like a disk, where there is one: what survives is what was committed, and a crash of the machine is not simulated. */
const DISK = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Servers on one database, the outside they work with, and an eye that sees every commit. */
export class Installation {
  readonly world: World;
  readonly jobs: Jobs;
  readonly told = new Told();
  /** Ids of events that were delivered to who listens. */
  readonly delivered = new Set<string>();
  /** Place among all events of the last one delivered, by pipeline. */
  readonly #heard = new Map<string, number>();
  readonly asked = { deleted: new Set<string>(), decided: new Map<string, boolean[]>() };
  snapshot: Snapshot = NOTHING;
  readonly #capacity: number;
  readonly #shared: Database;
  readonly #eye: DatabaseSync;
  readonly #read: () => Snapshot;
  readonly #directory: string;
  /** Action executions that may be started again: a server failed while it started them. */
  readonly #excused = new Set<string>();
  #launched = 0;
  /** Those that live, and those of them that are being shut down. */
  servers: Server[] = [];

  static async open(world: World, capacity: number): Promise<Installation> {
    const directory = mkdtempSync(join(DISK, 'velocius-simulation-'));
    const path = join(directory, 'velocius.db');
    copyFileSync(await template(), path);
    return new Installation(world, capacity, { directory, shared: openSqlite(path), eye: new DatabaseSync(path) });
  }

  private constructor(world: World, capacity: number, place: Place) {
    this.world = world;
    this.#capacity = capacity;
    this.#shared = place.shared;
    this.#eye = place.eye;
    this.#read = snapshotReader(place.eye);
    this.#directory = place.directory;
    this.jobs = new Jobs(world, (kind, run) => this.#watchProvider(kind, run));
  }

  async close(): Promise<void> {
    this.#eye.close();
    await this.#shared.close();
    rmSync(this.#directory, { recursive: true, force: true });
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
      shared: this.#shared,
      dialect: this.#capacity === 1 ? 'sqlite' : 'postgres',
      node,
      listener: this.#listener(node),
      committed: () => this.#look(node),
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
    const [server] = this.serving;
    if (server === undefined) return;
    const { kind, key } = job.run.wake;
    await server.database.writeNow((tx) => server.worker.schedule(tx, kind, key));
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

  #look(server: number): void {
    const { world, jobs, asked } = this;
    const before = this.snapshot;
    this.snapshot = this.#read();
    this.#excuseTaken(before);
    const change = { before, after: this.snapshot, now: world.now, server, jobs, asked, isAlive: this.#isAlive };
    for (const line of tellChange(change)) world.tell(line);
    for (const invariant of INVARIANTS) for (const broken of invariant(change)) world.complain(broken);
    for (const broken of this.told.hear(change)) world.complain(broken);
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
    if (row === undefined && job === undefined && this.asked.deleted.size === 0)
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

interface Place {
  readonly directory: string;
  readonly shared: Database;
  readonly eye: DatabaseSync;
}

let made: Promise<string> | undefined;

/** An empty database with the schema, made once per process. */
function template(): Promise<string> {
  made ??= makeTemplate();
  return made;
}

/** Where the pipelines of all stories keep their artifacts. */
const ARTIFACTS: Bucket = {
  name: 'artifacts',
  account: ACCOUNT,
  region: REGION,
  created: 0,
  versioning: null,
  events: 0,
};

async function makeTemplate(): Promise<string> {
  const directory = mkdtempSync(join(DISK, 'velocius-template-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  const path = join(directory, 'velocius.db');
  const database = openSqlite(path);
  await migrate(database, MIGRATIONS);
  await database.write((tx) => insertBucket(tx, ARTIFACTS));
  await database.close();
  return path;
}
