import { parseJson } from '../../events/pattern/json-node.ts';
import type { PutEventsRequestEntry, PutEventsResultEntry } from './shapes.ts';

/** An entry of PutEvents that has what every event must have. */
export interface GoodEntry extends PutEventsRequestEntry {
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
}

/** What an entry is: an event, or a fault that is answered beside the others. */
export type CheckedEntry = { readonly good: GoodEntry } | { readonly fault: PutEventsResultEntry };

export function checkEntry(entry: PutEventsRequestEntry): CheckedEntry {
  const { Source, DetailType, Detail } = entry;
  if (!Source) return missing('Source');
  if (!DetailType) return missing('DetailType');
  if (!Detail) return missing('Detail');
  if (Source.startsWith('aws.')) return fault('NotAuthorizedForSourceException', 'Not authorized for the source.');
  if (!isObject(Detail)) return fault('MalformedDetail', 'Detail is malformed.');
  return { good: { ...entry, Source, DetailType, Detail } };
}

function missing(name: string): CheckedEntry {
  return fault('InvalidArgument', `Parameter ${name} is not valid. Reason: ${name} is a required argument.`);
}

function fault(ErrorCode: string, ErrorMessage: string): CheckedEntry {
  return { fault: { ErrorCode, ErrorMessage } };
}

/** Integers must fit into 64 bits. */
const MAX_INTEGER = 2n ** 63n - 1n;
const INTEGER = /^-?\d{19,}$/;

function isObject(detail: string): boolean {
  try {
    const node = parseJson(detail);
    return node.kind === 'object' && !holdsTooLarge(node);
  } catch {
    return false;
  }
}

function holdsTooLarge(node: ReturnType<typeof parseJson>): boolean {
  switch (node.kind) {
    case 'object':
      return node.members.some(([, value]) => holdsTooLarge(value));
    case 'array':
      return node.items.some(holdsTooLarge);
    case 'number':
      return INTEGER.test(node.text) && (BigInt(node.text) > MAX_INTEGER || BigInt(node.text) < -MAX_INTEGER - 1n);
    default:
      return false;
  }
}

const TIME_BYTES = 14;

/** As AWS counts it. */
export function sizeOf({ Time, Source, DetailType, Detail, Resources = [] }: PutEventsRequestEntry): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? '', 'utf8'), 0);
  return bytes + (Time === undefined ? 0 : TIME_BYTES);
}
