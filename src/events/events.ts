import type { Ids } from '../kernel/ids.ts';
import type { Tx } from '../store/database.ts';
import { appendEvent } from '../store/outbox.ts';
import type { Work } from '../work/work.ts';

/** What every event tells besides its detail. */
export interface EventHead {
  /** Such as `aws.codepipeline`. */
  readonly source: string;
  /** Such as `CodePipeline Pipeline Execution State Change`. */
  readonly detailType: string;
  readonly account: string;
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly resources: readonly string[];
}

/** An event of a service, before it has its envelope. */
export interface ServiceEvent extends EventHead {
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * The way of every event onto the default bus: into the outbox, in the transaction of what it tells of, so that neither is there
 * without the other. The relay takes it from there.
 */
export interface Events {
  emit(tx: Tx, event: ServiceEvent): Promise<void>;
}

/** The queue the relay reads. */
export const OUTBOX = 'events.outbox';

export interface EventRooms {
  readonly ids: Ids;
  readonly work: Work;
}

export function createEvents(rooms: EventRooms): Events {
  return { emit: async (tx, event) => void (await putOnBus(tx, event, JSON.stringify(event.detail), rooms)) };
}

/** Puts an event on the default bus; `detail` is JSON text, kept as it is written. Answers the event's id. */
export async function putOnBus(tx: Tx, head: EventHead, detail: string, { ids, work }: EventRooms): Promise<string> {
  const id = ids.uuid();
  const { account, region } = head;
  await appendEvent(tx, { id, account, region, event: envelope(head, id, detail) });
  work.ring(tx, OUTBOX);
  return id;
}

/** An event as it is on the bus: JSON text, its members in AWS's order. */
export function envelope(head: EventHead, id: string, detail: string): string {
  const members = {
    version: '0',
    id,
    'detail-type': head.detailType,
    source: head.source,
    account: head.account,
    time: new Date(head.time).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    region: head.region,
    resources: head.resources,
  };
  return `${JSON.stringify(members).slice(0, -1)},"detail":${detail}}`;
}
