import type { Database, Tx } from '../store/database.ts';

/** Tells whoever listens of events as they are relayed, on whatever node; what nobody listens to is gone. */
export interface LiveEvents {
  /** `listener` is given envelopes, JSON text of one line, from when it resolves: with the way to stop. */
  listen(place: BusOf, listener: (envelope: string) => void): Promise<() => void>;
}

interface BusOf {
  readonly account: string;
  readonly region: string;
}

/** A line carries no more on PostgreSQL: of a longer event only the envelope is told. */
const MAX_BYTES = 6_000;

export function announceLive(tx: Tx, { account, region }: BusOf, envelope: string): void {
  tx.tell(`${account} ${region} ${shortened(envelope)}`);
}

/** On one line, as details from PutEvents need not be. */
function shortened(envelope: string): string {
  if (Buffer.byteLength(envelope) > MAX_BYTES) return withoutDetail(envelope);
  return envelope.includes('\n') ? JSON.stringify(JSON.parse(envelope)) : envelope;
}

function withoutDetail(envelope: string): string {
  return JSON.stringify({ ...JSON.parse(envelope), detail: {} });
}

export function createLiveEvents(database: Database): LiveEvents {
  return {
    listen: ({ account, region }, listener) => {
      const start = `${account} ${region} `;
      return database.onTold((line) => {
        if (line.startsWith(start)) listener(line.slice(start.length));
      });
    },
  };
}
