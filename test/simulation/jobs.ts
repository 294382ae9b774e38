import type { ActionProvider, ActionRun, ActionType, Progress } from '../../src/actions/action.ts';
import { ServiceError } from '../../src/kernel/service-error.ts';
import type { RuleProvider, RuleRun } from '../../src/rules/rule.ts';
import type { Sources } from './sources.ts';
import type { JobStory } from './story.ts';
import { type Fate, Injected, type World } from './world.ts';

const POLL_MS = 3000;
const TIMEOUT_MINUTES = 5;
const CONFIGURATION: ActionProvider['configuration'] = [
  { name: 'Jobs', required: true, description: 'JSON of what becomes of its attempts' },
  { name: 'Makers', required: false, description: 'Ids of the attempts that have made what it works with' },
];
const OF_SOURCES: ActionProvider['configuration'] = [
  { name: 'Repository', required: true, description: 'What it takes its revisions from' },
  { name: 'Watched', required: true, description: 'Whether the server is told of changes, or asks' },
  { name: 'PollForSourceChanges', required: true, description: 'Whether changes start the pipeline' },
];
const CATEGORIES: readonly ActionType['category'][] = ['Source', 'Build', 'Deploy'];

/** What a provider is asked to do for an action or a rule, known by the id of its execution. */
export interface Order extends Pick<ActionRun, 'pipelineName' | 'stageName' | 'configuration' | 'deadline' | 'wake'> {
  /** The revision it is to take instead of the newest. */
  readonly wanted: string | undefined;
  readonly id: string;
  readonly name: string;
}

/** What a provider outside has been told to do; it lives on when a server dies. */
export interface Job {
  readonly run: Order;
  readonly story: JobStory;
  readonly endsAt: number;
  readonly starts: number;
  readonly unreachable: number;
  /** A server was told that it succeeded. */
  readonly told: boolean;
  /** Of a source: what it takes. */
  readonly revision: string | undefined;
}

export interface JobsRooms {
  readonly world: World;
  readonly sources: Sources;
  /** Called as a server calls for an action, before it is answered. */
  asked(kind: 'start' | 'poll' | 'stop', run: Order): void;
}

/** A build service, a deployment service, a repository: all that acts for actions, outside the servers. */
export class Jobs {
  readonly #rooms: JobsRooms;
  readonly #world: World;
  readonly #jobs = new Map<string, Job>();
  readonly #attempts = new Map<string, number>();

  constructor(rooms: JobsRooms) {
    this.#rooms = rooms;
    this.#world = rooms.world;
  }

  get(id: string): Job | undefined {
    return this.#jobs.get(id);
  }

  all(): readonly Job[] {
    return [...this.#jobs.values()];
  }

  /** The providers as one server sees them. */
  providers(node: number, wakeUp: (job: Job) => void): readonly ActionProvider[] {
    return CATEGORIES.map((category) => ({
      type: { category, owner: 'AWS', provider: 'Simulated', version: '1' },
      inputs: { min: 0, max: category === 'Source' ? 0 : 5 },
      outputs: { min: 0, max: 5 },
      configuration: category === 'Source' ? [...CONFIGURATION, ...OF_SOURCES] : CONFIGURATION,
      timeoutMinutes: TIMEOUT_MINUTES,
      ...(category === 'Source' ? this.#ofSources(node) : {}),
      ...this.#deeds(node, wakeUp, (run: ActionRun) => ({
        ...run,
        id: run.actionExecutionId,
        name: run.actionName,
        wanted: run.revisionOverride?.value,
      })),
    }));
  }

  #ofSources(node: number): Pick<ActionProvider, 'polling' | 'revisionTypes'> {
    const ask = <T>(what: string, deed: () => T) => this.#exchange(node, what, deed);
    return { polling: this.#rooms.sources.polling(ask), revisionTypes: ['COMMIT_ID'] };
  }

  /** And rules, which pass when their job succeeds. */
  ruleProvider(node: number, wakeUp: (job: Job) => void): RuleProvider {
    return {
      type: { category: 'Rule', owner: 'AWS', provider: 'Simulated', version: '1' },
      inputs: { min: 0, max: 0 },
      configuration: CONFIGURATION,
      timeoutMinutes: TIMEOUT_MINUTES,
      ...this.#deeds(node, wakeUp, (run: RuleRun) => ({
        ...run,
        id: run.ruleExecutionId,
        name: run.ruleName,
        wanted: undefined,
      })),
    };
  }

  #deeds<Run>(node: number, wakeUp: (job: Job) => void, orderOf: (run: Run) => Order) {
    return {
      start: (run: Run) => this.#call(node, orderOf(run), 'start', () => this.#start(orderOf(run), wakeUp)),
      poll: (run: Run) => this.#call(node, orderOf(run), 'poll', () => this.#look(orderOf(run))),
      stop: (run: Run) => this.#call(node, orderOf(run), 'stop', () => undefined),
    };
  }

  #call<T>(node: number, run: Order, kind: 'start' | 'poll' | 'stop', deed: () => T): Promise<T> {
    return this.#exchange(node, `the ${kind} of ${run.stageName}/${run.name}`, () => {
      this.#rooms.asked(kind, run);
      return deed();
    });
  }

  /** A request and its answer are two gates: a server may die between, and the connection may break before. */
  #exchange<T>(node: number, what: string, deed: () => T): Promise<T> {
    const world = this.#world;
    return new Promise((resolve, reject) => {
      const open = (fate: Fate) => {
        if (fate === 'undone') return reject(new Injected('The connection to the provider was lost'));
        const answer = attempt(deed);
        const give = () => ('error' in answer ? reject(answer.error) : resolve(answer.value));
        world.wait({ kind: 'answer', what: `the answer to ${what}`, node, open: give });
      };
      world.wait({ kind: 'provider', what, node, open });
    });
  }

  #start(run: Order, wakeUp: (job: Job) => void): Progress {
    const known = this.#jobs.get(run.id);
    if (known !== undefined) return this.#look(run, { starts: known.starts + 1 });
    const story = this.#nextStory(run);
    const endsAt = story.takes === null ? Number.POSITIVE_INFINITY : this.#world.now + story.takes;
    const { Repository } = run.configuration;
    const revision = Repository === undefined ? undefined : (run.wanted ?? this.#rooms.sources.newest(Repository));
    const job: Job = { run, story, endsAt, starts: 1, unreachable: story.unreachable, told: false, revision };
    this.#jobs.set(run.id, job);
    if (story.tells === 'wake' && Number.isFinite(endsAt)) wakeUp(job);
    return this.#look(run);
  }

  #look(run: Order, changes: Partial<Job> = {}): Progress {
    const known = this.#jobs.get(run.id);
    if (known === undefined) throw new Error(`${run.name} is looked at, though it was never started`);
    const job = { ...known, ...changes };
    this.#jobs.set(run.id, { ...job, unreachable: Math.max(job.unreachable - 1, 0) });
    if (job.unreachable > 0) throw new Injected('The provider is not reachable');
    if (this.#world.now < job.endsAt) {
      const pollAt = job.story.tells === 'poll' ? this.#world.now + POLL_MS : undefined;
      return { kind: 'running', externalExecutionId: run.id, pollAt };
    }
    return this.#end(job);
  }

  #end(job: Job): Progress {
    if (job.story.ends === 'refuse') throw new ServiceError('ConfigurationError', 'The provider refuses');
    if (job.story.ends === 'fail') return { kind: 'failed', code: 'JobFailed', message: 'The job failed' };
    this.#jobs.set(job.run.id, { ...job, told: true });
    const revision = job.revision === undefined ? undefined : { revisionId: job.revision };
    return { kind: 'succeeded', externalExecutionId: job.run.id, revision, outputVariables: { Id: job.run.id } };
  }

  #nextStory(run: Order): JobStory {
    const place = `${run.pipelineName}/${run.stageName}/${run.name}`;
    const attempt = this.#attempts.get(place) ?? 0;
    this.#attempts.set(place, attempt + 1);
    const stories: readonly JobStory[] = JSON.parse(run.configuration.Jobs ?? '[]');
    const story = stories[attempt % stories.length];
    if (story === undefined) throw new Error('An action without jobs');
    return story;
  }
}

type Attempt<T> = { readonly value: T } | { readonly error: unknown };

function attempt<T>(deed: () => T): Attempt<T> {
  try {
    return { value: deed() };
  } catch (error) {
    return { error };
  }
}
