import type { LogStreamRef, LogStreams } from '../../ports/logs.ts';
import type { Tx } from '../../store/database.ts';
import { appendLogEvents, type NewLogEvent } from '../../store/logs/log-events.ts';
import { findLogGroup, insertLogGroup } from '../../store/logs/log-groups.ts';
import { insertLogStream, locateLogStream } from '../../store/logs/log-streams.ts';
import { logEventsOf } from './message.ts';
import type { LogsRooms } from './rooms.ts';

/** Log streams as other rooms write them: what is not there is made. */
export function createLogStreams({ database, clock }: LogsRooms): LogStreams {
  const append = async (ref: LogStreamRef, events: readonly NewLogEvent[]): Promise<void> => {
    const appended = await database.write(async (tx) => {
      const now = clock.now();
      return appendLogEvents(tx, await openStream(tx, ref, now), events, now);
    });
    // The stream was deleted just now by another node: it is made again.
    if (!appended) await append(ref, events);
  };
  return {
    open: (ref) => database.write(async (tx) => void (await openStream(tx, ref, clock.now()))),
    append: async (ref, lines) => {
      const events = lines.flatMap(logEventsOf);
      if (events.length > 0) await append(ref, events);
    },
  };
}

async function openStream(tx: Tx, ref: LogStreamRef, now: number): Promise<{ id: number; groupId: number }> {
  const found = await locateLogStream(tx, ref, ref);
  if (found !== undefined) return found;
  await insertLogGroup(tx, { ...ref, name: ref.group, class: 'STANDARD', created: now });
  const group = await findLogGroup(tx, ref, ref.group);
  if (group !== undefined) await insertLogStream(tx, group.id, ref.stream, now);
  const made = await locateLogStream(tx, ref, ref);
  if (made === undefined) throw new Error(`The log stream ${ref.group} ${ref.stream} was deleted while it was made`);
  return made;
}
