import { readToken, writeToken } from '../../../kernel/page.ts';
import { eventsOfExecution, lastEvents } from '../../../store/kept-events.ts';
import { invalidNextToken } from '../errors.ts';
import type { WatchCall, WatchOperation } from '../rooms.ts';
import type { ListEventsInput } from '../shapes.ts';

const PAGE = 100;

/**
 * Events as they went over the default bus, each the JSON text of its envelope: of an execution of a pipeline all of them, the oldest
 * first; without one whatever went over the bus, the newest first. Those of an execution are kept as long as it is, others for a day.
 */
export const ListEvents: WatchOperation<'ListEvents'> = async (input, call) => {
  const limit = input.MaxResults ?? PAGE;
  const found = await read(input, limit + 1, call);
  const events = found.slice(0, limit);
  const last = events.at(-1);
  return {
    Events: events.map(({ event }) => event),
    NextToken: last === undefined || found.length <= limit ? undefined : writeToken([last.sequence]),
  };
};

function read({ PipelineExecutionId: execution, NextToken }: ListEventsInput, limit: number, call: WatchCall) {
  const position = NextToken === undefined ? undefined : positionOf(NextToken);
  return call.rooms.database.read((reader) =>
    execution === undefined
      ? lastEvents(reader, call, { before: position ?? Number.MAX_SAFE_INTEGER, limit })
      : eventsOfExecution(reader, call, execution, { after: position ?? 0, limit }),
  );
}

function positionOf(token: string): number {
  const [sequence, ...more] = readToken(token) ?? [];
  if (typeof sequence !== 'number' || !Number.isSafeInteger(sequence) || more.length > 0) throw invalidNextToken();
  return sequence;
}
