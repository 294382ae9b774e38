import type { Ids } from '../kernel/ids.ts';
import type { Tx } from '../store/database.ts';
import { appendEvent } from '../store/outbox.ts';
import type { Work } from '../work/work.ts';

/** An event of a service, before it has its envelope. */
export interface ServiceEvent {
  /** Such as `aws.codepipeline`. */
  readonly source: string;
  /** Such as `CodePipeline Pipeline Execution State Change`. */
  readonly detailType: string;
  readonly account: string;
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * The way of every event onto the default bus: into the outbox, in the transaction of what it tells of, so that neither is there
 * without the other. The relay takes it from there.
 */
export interface Events {
  emit(tx: Tx, event: ServiceEvent): Promise<void>;
}

export const RELAY_WORK = 'events.relay';

export function createEvents({ ids, work }: { readonly ids: Ids; readonly work: Work }): Events {
  return {
    emit: async (tx, event) => {
      const id = ids.uuid();
      await appendEvent(tx, {
        id,
        account: event.account,
        region: event.region,
        event: JSON.stringify(envelope(event, id)),
      });
      await work.schedule(tx, RELAY_WORK, `${event.account}/${event.region}`);
    },
  };
}

/** The members of an event on the bus, in AWS's order. */
function envelope(event: ServiceEvent, id: string): object {
  return {
    version: '0',
    id,
    'detail-type': event.detailType,
    source: event.source,
    account: event.account,
    time: new Date(event.time).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    region: event.region,
    resources: event.resources,
    detail: event.detail,
  };
}
