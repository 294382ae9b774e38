import type { Caller } from './caller.ts';
import { CATEGORIES, POOLS, poolOf, STAGE_NAMES, WORKED } from './declare.ts';
import { among } from './deeds.ts';
import type { Installation } from './installation.ts';
import { isOpenJob, type JobFact } from './snapshot.ts';
import type { JobAnswer, Pool } from './story.ts';

/** What one worker was offered; another may be offered the same job later. */
interface Offer {
  readonly id: string;
  readonly nonce: string;
}

interface PolledJob {
  readonly id: string;
  readonly nonce: string;
  readonly data: {
    readonly continuationToken?: string;
    readonly actionConfiguration: { readonly configuration: { readonly Pool?: string } };
  };
}

/** Workers that compete for the jobs of custom actions. Each offer is a worker's own: none knows of the others. */
export class Workers {
  readonly #installation: Installation;
  readonly #caller: Caller;
  readonly #offers: Offer[] = [];
  /** Nonces that were told that the job is theirs. */
  readonly #holders = new Map<string, string>();
  /** Jobs somebody has asked to have, whether the answer was heard or not. */
  readonly #claimed = new Set<string>();

  constructor(installation: Installation, caller: Caller) {
    this.#installation = installation;
    this.#caller = caller;
  }

  /** The custom action types whose jobs they do. */
  register(): void {
    for (const category of new Set(CATEGORIES)) {
      const inputs = { minimumCount: 0, maximumCount: category === 'Source' ? 0 : 5 };
      this.#caller.ask('CreateCustomActionType', {
        category,
        provider: WORKED,
        version: '1',
        inputArtifactDetails: inputs,
        outputArtifactDetails: { minimumCount: 0, maximumCount: 5 },
        configurationProperties: [{ name: 'Pool', required: true, key: true, secret: false, queryable: true }],
      });
    }
  }

  /** Asks for jobs of the kind of one that waits; for any when none does. */
  pollForSome(pick: number, maxBatchSize: number): void {
    const { jobs, actions } = this.#installation.snapshot;
    const waiting = [...jobs.values()].filter((job) => isOpenJob(job) && job.status !== 'InProgress');
    const action = actions.get(among(waiting, pick)?.actionExecutionId ?? '');
    const stage = action === undefined ? pick : STAGE_NAMES.indexOf(action.stage);
    const pool = action === undefined ? POOLS[pick % POOLS.length] : poolOf(action.action);
    this.#poll(CATEGORIES[stage % CATEGORIES.length] ?? 'Build', pool ?? 'a', maxBatchSize);
  }

  #poll(category: (typeof CATEGORIES)[number], pool: Pool, maxBatchSize: number): void {
    const actionTypeId = { category, owner: 'Custom', provider: WORKED, version: '1' };
    const acknowledged = (answer: unknown) => {
      for (const job of (answer as { readonly jobs: readonly PolledJob[] }).jobs) this.#take(job, pool);
    };
    this.#caller.ask('PollForJobs', { actionTypeId, maxBatchSize, queryParam: { Pool: pool } }, { acknowledged });
  }

  pollAll(): void {
    for (const category of new Set(CATEGORIES)) for (const pool of POOLS) this.#poll(category, pool, 50);
  }

  acknowledge(pick: number): void {
    const offer = among(this.#openOffers(), pick);
    if (offer !== undefined) this.#acknowledge(offer);
  }

  acknowledgeAll(): void {
    for (const offer of this.#openOffers()) this.#acknowledge(offer);
  }

  answer(pick: number, how: JobAnswer): void {
    const offers = this.#openOffers();
    const offer = among(pick % 8 === 0 ? offers : offers.filter(({ id }) => this.#holders.has(id)), pick);
    if (offer !== undefined) this.#answer(offer, how);
  }

  answerAll(): void {
    for (const id of this.#claimed) if (isOpenJob(this.#job(id))) this.#answer({ id }, 'succeed');
  }

  #take({ id, nonce, data }: PolledJob, pool: Pool): void {
    this.#offers.push({ id, nonce });
    if (data.actionConfiguration.configuration.Pool !== pool)
      this.#caller.complain(`job ${id} is offered to workers of another pool`);
    const row = this.#job(id);
    if (row !== undefined && (row.continuationToken ?? undefined) !== data.continuationToken)
      this.#caller.complain(`job ${id} is offered without its continuation token`);
  }

  #acknowledge({ id, nonce }: Offer): void {
    this.#claimed.add(id);
    const acknowledged = (answer: unknown) => {
      if ((answer as { readonly status: string }).status !== 'InProgress') return;
      if ((this.#holders.get(id) ?? nonce) !== nonce) this.#caller.complain(`two workers have job ${id}`);
      this.#holders.set(id, nonce);
    };
    const refused = (code: string) => {
      if (code === 'InvalidNonceException' && this.#job(id)?.nonce === nonce)
        this.#caller.complain(`the worker that job ${id} is offered to cannot have it`);
    };
    this.#caller.ask('AcknowledgeJob', { jobId: id, nonce }, { acknowledged, refused });
  }

  #answer({ id }: Pick<Offer, 'id'>, how: JobAnswer): void {
    const { answers } = this.#installation.asked;
    answers.set(id, [...(answers.get(id) ?? []), how]);
    const acknowledged = () => {
      if (!this.#claimed.has(id)) this.#caller.complain(`job ${id} is answered by a worker that never had it`);
      if (isOpenJob(this.#job(id))) this.#caller.complain(`the answer to job ${id} was acknowledged and is lost`);
    };
    if (how === 'fail') {
      const failureDetails = { type: 'JobFailed', message: 'The worker has failed' };
      this.#caller.ask('PutJobFailureResult', { jobId: id, failureDetails }, { acknowledged });
      return;
    }
    const continuationToken = how === 'continue' ? tokenAfter(id) : undefined;
    this.#caller.ask('PutJobSuccessResult', { jobId: id, continuationToken }, { acknowledged });
  }

  #openOffers(): Offer[] {
    return this.#offers.filter(({ id }) => isOpenJob(this.#job(id)));
  }

  #job(id: string): JobFact | undefined {
    return this.#installation.snapshot.jobs.get(id);
  }
}

/** Whoever continues a job names it. */
export function tokenAfter(id: string): string {
  return `after ${id}`;
}
