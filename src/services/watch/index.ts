import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import { refuse } from './errors.ts';
import { ListAgents } from './operations/ListAgents.ts';
import { ListEvents } from './operations/ListEvents.ts';
import type { WatchRooms } from './rooms.ts';

export const operations = { ListAgents, ListEvents };

/**
 * What people want to see and AWS has no operation for: whether the agents of on-premises instances are alive, and what went over
 * the bus. A service of our own, in AWS's manner and with its signatures (service name `velocius`); the console is its client.
 */
export function createWatch(rooms: WatchRooms): Service<WatchRooms> {
  return { name: 'watch', signingNames: ['velocius'], model: loadModel('watch'), operations, rooms, refuse };
}
