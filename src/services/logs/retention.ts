import {
  deleteExpiredEvents,
  deleteGroupEvents,
  deleteStreamEvents,
  oldestEvent,
} from '../../store/logs/log-events.ts';
import { findLogGroupById } from '../../store/logs/log-groups.ts';
import { again, done, type Verdict, type WorkHandler } from '../../work/work.ts';
import type { LogsRooms } from './rooms.ts';

/** Sweeps what a group's retention no longer covers; the key is the group's id. */
export const SWEEP_WORK = 'logs.sweep';
/** Erases the events of what was deleted: `group/ID` or `stream/ID`. */
export const ERASE_WORK = 'logs.erase';

export const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
/** Rows of one transaction: other writers wait no longer than that takes. */
const PORTION = 2000;

export function retentionHandlers(rooms: LogsRooms): Readonly<Record<string, WorkHandler>> {
  return { [SWEEP_WORK]: (key) => sweep(Number(key), rooms), [ERASE_WORK]: (key) => erase(key, rooms) };
}

/** Comes back when the oldest event left is due, an hour later at the earliest. */
async function sweep(groupId: number, { database, clock }: LogsRooms): Promise<Verdict> {
  const group = await database.read((reader) => findLogGroupById(reader, groupId));
  if (group === undefined || group.retentionDays === null) return done;
  const now = clock.now();
  const keep = group.retentionDays * DAY_MS;
  const gone = await database.write((tx) => deleteExpiredEvents(tx, groupId, now - keep, PORTION));
  if (gone === PORTION) return again(now);
  const oldest = (await database.read((reader) => oldestEvent(reader, groupId))) ?? now;
  return again(Math.max(oldest + keep + 1, now + HOUR_MS));
}

async function erase(key: string, { database, clock }: LogsRooms): Promise<Verdict> {
  const [kind, id] = key.split('/');
  const erasePortion = kind === 'group' ? deleteGroupEvents : deleteStreamEvents;
  const gone = await database.write((tx) => erasePortion(tx, Number(id), PORTION));
  return gone === PORTION ? again(clock.now()) : done;
}
