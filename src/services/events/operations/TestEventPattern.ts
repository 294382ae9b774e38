import { type JsonNode, memberOf, parseJson } from '../../../events/pattern/json-node.ts';
import { checkPattern } from '../check-pattern.ts';
import { validation } from '../errors.ts';
import type { EventsOperation } from '../rooms.ts';

const REQUIRED = ['id', 'account', 'source', 'time', 'region', 'resources', 'detail-type'];

export const TestEventPattern: EventsOperation<'TestEventPattern'> = async ({ EventPattern, Event }) => {
  const matches = checkPattern(EventPattern);
  const event = readEvent(Event);
  if (REQUIRED.some((name) => memberOf(event, name) === undefined)) throw validation('Parameter Event is not valid.');
  return { Result: matches(event) };
};

function readEvent(text: string): JsonNode {
  try {
    return parseJson(text);
  } catch {
    throw validation('Parameter Event is not valid.');
  }
}
