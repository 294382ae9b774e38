import { Readable } from 'node:stream';
import type { Config } from '../../src/config.ts';
import type { HttpAnswer, HttpRequest } from '../../src/gateway/http.ts';
import { WEBHOOK_PATH } from '../../src/kernel/delivery-paths.ts';
import type { Log } from '../../src/kernel/log.ts';
import type { Call } from '../../src/kernel/operation.ts';
import { isServiceError } from '../../src/kernel/service-error.ts';
import type { RuleTarget } from '../../src/ports/rule-target.ts';
import { SECRET_KEY_BYTES } from '../../src/secrets/secret-key.ts';
import { createSecrets } from '../../src/secrets/secrets.ts';
import { type House, wire } from '../../src/wiring/house.ts';
import { Worker } from '../../src/work/worker.ts';
import { GatedDatabase, type GatedRooms } from './gated-database.ts';
import { MAX_CONCURRENT } from './invariants/limit.ts';
import type { Job, Jobs } from './jobs.ts';
import { Injected, type World } from './world.ts';

export const ACCOUNT = '123456789012';
export const REGION = 'eu-west-1';

/** How long executions are kept: shorter than the longest time that passes in a story. */
export const HISTORY_DAYS = 20;

/** And their artifacts. */
export const ARTIFACT_DAYS = 5;

const ENDPOINT = 'http://127.0.0.1:4566';

/** Nothing of the machine is used: whatever would need a file or a network is played by `Jobs`. */
const CONFIG: Config = {
  host: '127.0.0.1',
  port: 0,
  data: '/nowhere',
  database: undefined,
  account: ACCOUNT,
  runner: 'process',
  rootKey: undefined,
  strict: true,
  historyDays: HISTORY_DAYS,
  artifactDays: ARTIFACT_DAYS,
};

/** How a server is named in its leases. */
export function nodeName(node: number): string {
  return `server ${node}`;
}

export interface ServerRooms extends Omit<GatedRooms, 'die'> {
  readonly world: World;
  readonly jobs: Jobs;
  /** Where the events of pipelines are delivered. */
  readonly listener: RuleTarget;
  /** An outside service has ended a job, and tells so. */
  wakeUp(job: Job): void;
  died(server: Server): void;
}

/** One server: the real services, engine and worker, on gates instead of a machine. */
export class Server {
  readonly number: number;
  readonly worker: Worker;
  readonly database: GatedDatabase;
  readonly #world: World;
  readonly #house: House;
  readonly #died: () => void;
  alive = true;
  stopping = false;

  constructor(rooms: ServerRooms) {
    const { world, node } = rooms;
    const { clock, ids } = world;
    this.number = node;
    this.#world = world;
    this.#died = () => rooms.died(this);
    this.database = new GatedDatabase({ ...rooms, die: () => this.die() });
    const log = strictLog(world, node);
    const timers = timersOf(world, node);
    this.worker = new Worker({ database: this.database, clock, log, node: nodeName(node), timers });
    const secrets = createSecrets(new Uint8Array(SECRET_KEY_BYTES), ids);
    const outside = {
      providers: rooms.jobs.providers(node, rooms.wakeUp),
      rules: [rooms.jobs.ruleProvider(node, rooms.wakeUp)],
      ruleTargets: [rooms.listener],
      maxConcurrent: MAX_CONCURRENT,
    };
    const ground = { clock, ids, log, secrets, database: this.database, worker: this.worker };
    this.#house = wire(CONFIG, outside, ground);
  }

  /** Comes up. The promise stays open as long as the story does not let it. */
  async start(): Promise<void> {
    await this.#house.open(ENDPOINT);
    await this.worker.start();
  }

  /** Ends in order: it is gone when it has let go of everything. */
  shutDown(): void {
    if (this.stopping) return;
    this.stopping = true;
    const stopped = () => this.die();
    this.worker.stop().then(stopped, stopped);
  }

  /** Everything in its memory is lost. */
  die(): void {
    if (!this.alive) return;
    this.alive = false;
    this.#world.forget(this.number);
    this.#died();
  }

  request(service: 'codepipeline' | 'events', name: string, input: unknown): Promise<unknown> {
    const of = this.#house.services.find((each) => each.name === service);
    const operation = of?.operations[name];
    if (of === undefined || operation === undefined) throw new Error(`There is no operation ${name}`);
    return operation(input, this.#call(of.rooms));
  }

  /** What a git host sends to the URL of a webhook. */
  async deliver(token: string, body: string, signature: string): Promise<HttpAnswer> {
    const request: HttpRequest = {
      id: this.#world.ids.uuid(),
      method: 'POST',
      path: `${WEBHOOK_PATH}${token}`,
      query: '',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
      body: Readable.from([Buffer.from(body)]),
      remoteAddress: '192.0.2.1',
      endpoint: ENDPOINT,
      signal: new AbortController().signal,
    };
    const edge = this.#house.edges.find(({ claims }) => claims(request));
    if (edge === undefined) throw new Error('Webhooks have no edge');
    return edge.answer(request);
  }

  #call<Rooms>(rooms: Rooms): Call<Rooms> {
    const arn = `arn:aws:iam::${ACCOUNT}:user/somebody`;
    return {
      account: ACCOUNT,
      region: REGION,
      principal: { account: ACCOUNT, arn, userId: 'somebody', accessKeyId: 'test' },
      requestId: this.#world.ids.uuid(),
      sourceAddress: '127.0.0.1',
      now: this.#world.now,
      endpoint: ENDPOINT,
      signal: new AbortController().signal,
      rooms,
    };
  }
}

function timersOf(world: World, node: number) {
  return {
    after: (milliseconds: number, deed: () => void) =>
      world.waitUntil(world.now + milliseconds, { kind: 'timer', what: 'a timer', node, open: deed }),
  };
}

/** Errors that the story did not make are findings. */
function strictLog(world: World, node: number): Log {
  return {
    info: () => {},
    error: (message, facts) => {
      if (facts?.error instanceof Injected || isServiceError(facts?.error, 'PipelineNotFoundException')) return;
      // What is to start a pipeline that is full comes again, for as long as EventBridge tries.
      if (isServiceError(facts?.error, 'ConcurrentPipelineExecutionsLimitExceededException')) {
        world.givenUp += 1;
        return;
      }
      const error = facts?.error instanceof Error ? facts.error.stack : JSON.stringify(facts);
      world.complain(`server ${node} says: ${message}: ${error}`);
    },
  };
}
