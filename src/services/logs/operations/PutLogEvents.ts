import { appendLogEvents } from '../../../store/logs/log-events.ts';
import { invalidParameter, streamNotFound } from '../errors.ts';
import { requireGroup, requireStream } from '../find.ts';
import { logEvent, sizeOf } from '../message.ts';
import { DAY_MS } from '../retention.ts';
import type { LogsOperation } from '../rooms.ts';
import type { InputLogEvents, RejectedLogEventsInfo } from '../shapes.ts';

const MAX_BATCH_BYTES = 1_048_576;
const MAX_AHEAD_MS = 2 * 60 * 60 * 1000;
const MAX_AGE_MS = 14 * DAY_MS;

/** Too new, too old and expired events are left out, and told of; the rest of the batch is taken. */
export const PutLogEvents: LogsOperation<'PutLogEvents'> = async (input, { account, region, now, rooms }) => {
  const { logGroupName, logStreamName, logEvents } = input;
  checkBatch(logEvents);
  return rooms.database.write(async (tx) => {
    const group = await requireGroup(tx, { account, region }, logGroupName);
    const stream = await requireStream(tx, group.id, logStreamName);
    const rejected = rejectedEvents(logEvents, now, group.retentionDays);
    const first = Math.max(rejected.tooOldLogEventEndIndex ?? 0, rejected.expiredLogEventEndIndex ?? 0);
    const taken = logEvents.slice(first, rejected.tooNewLogEventStartIndex).map(logEvent);
    if (taken.length > 0 && !(await appendLogEvents(tx, stream, taken, now))) throw streamNotFound();
    return {
      nextSequenceToken: String(now).padStart(56, '0'),
      rejectedLogEventsInfo: Object.keys(rejected).length > 0 ? rejected : undefined,
    };
  });
};

function checkBatch(events: InputLogEvents): void {
  const bytes = events.reduce((sum, { message }) => sum + sizeOf(message), 0);
  if (bytes > MAX_BATCH_BYTES)
    throw invalidParameter(`Upload too large: ${bytes} bytes exceeds limit of ${MAX_BATCH_BYTES}`);
  if (events.some(({ timestamp }, index) => timestamp < (events[index - 1]?.timestamp ?? 0)))
    throw invalidParameter('Log events in a single PutLogEvents request must be in chronological order.');
  if ((events.at(-1)?.timestamp ?? 0) - (events[0]?.timestamp ?? 0) > DAY_MS)
    throw invalidParameter('The batch of log events in a single PutLogEvents request cannot span more than 24 hours.');
}

/** The events are in the order of their times: what is too old leads, what is too new ends the batch. */
function rejectedEvents(events: InputLogEvents, now: number, retentionDays: number | null): RejectedLogEventsInfo {
  const older = (time: number) => events.filter(({ timestamp }) => timestamp < time).length;
  const tooOld = older(now - MAX_AGE_MS);
  const expired = retentionDays === null ? 0 : older(now - retentionDays * DAY_MS);
  const tooNew = older(now + MAX_AHEAD_MS + 1);
  return {
    ...(tooNew < events.length ? { tooNewLogEventStartIndex: tooNew } : {}),
    ...(tooOld > 0 ? { tooOldLogEventEndIndex: tooOld } : {}),
    ...(expired > 0 ? { expiredLogEventEndIndex: expired } : {}),
  };
}
