import type { Snapshot } from '../snapshot.ts';
import { type Change, nameOf } from './invariant.ts';

/** From what was told of something to what may be told next. */
const PIPELINE: Readonly<Record<string, readonly string[]>> = {
  nothing: ['STARTED'],
  STARTED: ['STOPPING', 'SUCCEEDED', 'FAILED', 'SUPERSEDED', 'STOPPED', 'CANCELED'],
  RESUMED: ['STOPPING', 'SUCCEEDED', 'FAILED', 'SUPERSEDED', 'STOPPED', 'CANCELED'],
  STOPPING: ['STOPPED', 'CANCELED'],
  FAILED: ['RESUMED'],
  STOPPED: ['RESUMED'],
};

const STAGE: Readonly<Record<string, readonly string[]>> = {
  nothing: ['STARTED'],
  STARTED: ['RESUMED', 'STOPPING', 'SUCCEEDED', 'FAILED', 'STOPPED', 'CANCELED'],
  RESUMED: ['RESUMED', 'STOPPING', 'SUCCEEDED', 'FAILED', 'STOPPED', 'CANCELED'],
  STOPPING: ['STOPPED', 'CANCELED'],
  FAILED: ['RESUMED'],
  STOPPED: ['RESUMED'],
};

const ACTION: Readonly<Record<string, readonly string[]>> = {
  nothing: ['STARTED'],
  STARTED: ['SUCCEEDED', 'FAILED', 'ABANDONED', 'CANCELED'],
};

/** What a status in the database must have been told as. */
const TOLD_AS: Readonly<Record<string, readonly string[]>> = {
  InProgress: ['STARTED', 'RESUMED'],
  Stopping: ['STOPPING'],
  Succeeded: ['SUCCEEDED'],
  Skipped: ['SUCCEEDED'],
  Failed: ['FAILED'],
  Superseded: ['SUPERSEDED'],
  Stopped: ['STOPPED'],
  Cancelled: ['CANCELED'],
  Abandoned: ['ABANDONED', 'CANCELED'],
};

const OPEN: readonly string[] = ['STARTED', 'RESUMED', 'STOPPING'];

interface Detail {
  readonly pipeline: string;
  readonly 'execution-id': string;
  readonly state: string;
  readonly stage?: string;
  readonly 'action-execution-id'?: string;
}

/**
 * What the events have told so far. They and the tables are one story: each change is told in the transaction that makes it, once,
 * the whole before its parts begin and after they have ended.
 */
export class Told {
  #last = 0;
  readonly #states = new Map<string, string>();
  /** Ids of all events of pipelines, in their order, and the names of their pipelines. */
  readonly events = new Map<string, string>();

  hear({ before, after }: Change): string[] {
    const isSame = (['outbox', 'executions', 'stages', 'actions'] as const).every(
      (table) => before[table] === after[table],
    );
    if (isSame) return [];
    const heard = after.outbox.filter(({ sequence }) => sequence > this.#last);
    const wrong = heard.flatMap(({ event }) => this.#hearOne(after, event));
    this.#last = after.outbox.at(-1)?.sequence ?? this.#last;
    return [...wrong, ...this.#differences(after)];
  }

  #hearOne(after: Snapshot, text: string): string[] {
    const event: { readonly id: string; readonly source: string; readonly detail: Detail } = JSON.parse(text);
    if (event.source !== 'aws.codepipeline') return [];
    this.events.set(event.id, event.detail.pipeline);
    const { state, stage, 'execution-id': execution, 'action-execution-id': action } = event.detail;
    const name = `${nameOf(after, execution)} ${[stage, action].filter(Boolean).join('/')}`;
    if (stage === undefined) return this.#move(name, execution, state, { moves: PIPELINE, parts: `${execution}/` });
    const place = `${execution}/${stage}`;
    if (action === undefined)
      return this.#move(name, place, state, { moves: STAGE, parts: `${place}/`, whole: execution });
    return this.#move(name, `${place}/${action}`, state, { moves: ACTION, whole: place });
  }

  #move(name: string, key: string, state: string, { moves, parts, whole }: Rules): string[] {
    const was = this.#states.get(key) ?? 'nothing';
    this.#states.set(key, state);
    const isOpen = (other: string) => OPEN.includes(this.#states.get(other) ?? 'nothing');
    const begins = state === 'STARTED' || state === 'RESUMED';
    const ends = !OPEN.includes(state);
    const left =
      parts === undefined ? [] : [...this.#states.keys()].filter((each) => each.startsWith(parts) && isOpen(each));
    return [
      ...(moves[was]?.includes(state) ? [] : [`${name} is told to be ${state} after ${was}`]),
      ...(begins && whole !== undefined && !isOpen(whole) ? [`${name} is told to be ${state} outside its whole`] : []),
      ...(ends && left.length > 0 ? [`${name} is told to be ${state} while parts of it run`] : []),
    ];
  }

  #differences(after: Snapshot): string[] {
    const rows = [
      ...[...after.executions.values()].map(({ id, status }) => ({ key: id, id, status })),
      ...[...after.stages.values()].map((row) => ({
        key: `${row.executionId}/${row.stage}`,
        id: row.executionId,
        status: row.status,
      })),
      ...[...after.actions.values()].map((row) => ({
        key: `${row.executionId}/${row.stage}/${row.id}`,
        id: row.executionId,
        status: row.status,
      })),
    ];
    return rows.flatMap(({ key, id, status }) => {
      const told = this.#states.get(key) ?? 'nothing';
      if (TOLD_AS[status]?.includes(told)) return [];
      return [`${nameOf(after, id)}: ${key.slice(id.length)} is ${status}, and was told to be ${told}`];
    });
  }
}

interface Rules {
  readonly moves: Readonly<Record<string, readonly string[]>>;
  /** Beginning of the keys of its parts. */
  readonly parts?: string;
  readonly whole?: string;
}
