import { putOnBus } from '../../../events/events.ts';
import type { Call } from '../../../kernel/operation.ts';
import type { Tx } from '../../../store/database.ts';
import { isDefaultBus } from '../bus.ts';
import { notImplemented, validation } from '../errors.ts';
import { checkEntry, type GoodEntry, sizeOf } from '../event-entry.ts';
import type { EventBridgeRooms, EventsOperation } from '../rooms.ts';
import type { PutEventsResultEntry } from '../shapes.ts';

const MAX_BYTES = 1_048_576;

/** Each entry is taken or refused by itself. An event for a bus that is not there gets an id, and is gone. */
export const PutEvents: EventsOperation<'PutEvents'> = async ({ Entries, EndpointId }, call) => {
  if (EndpointId !== undefined) throw notImplemented('EndpointId, a global endpoint,');
  if (Entries.reduce((sum, entry) => sum + sizeOf(entry), 0) > MAX_BYTES)
    throw validation('Total size of the entries in the request is over the limit.');
  const checked = Entries.map(checkEntry);
  const entries = await call.rooms.database.write(async (tx) => {
    const results: PutEventsResultEntry[] = [];
    for (const entry of checked)
      results.push('fault' in entry ? entry.fault : { EventId: await put(tx, entry.good, call) });
    return results;
  });
  return { FailedEntryCount: entries.filter(({ ErrorCode }) => ErrorCode !== undefined).length, Entries: entries };
};

async function put(tx: Tx, entry: GoodEntry, call: Call<EventBridgeRooms>): Promise<string> {
  if (!isDefaultBus(call, entry.EventBusName)) return call.rooms.ids.uuid();
  const head = {
    source: entry.Source,
    detailType: entry.DetailType,
    account: call.account,
    region: call.region,
    time: entry.Time?.getTime() ?? call.now,
    resources: entry.Resources ?? [],
  };
  return putOnBus(tx, head, entry.Detail, call.rooms);
}
