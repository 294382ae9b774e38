import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { Log } from '../../kernel/log.ts';
import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import type { RuleTarget } from '../../ports/rule-target.ts';
import type { Database } from '../../store/database.ts';
import type { Work, WorkHandler } from '../../work/work.ts';

export interface EventBridgeRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly work: Work;
  readonly targets: readonly RuleTarget[];
}

export interface EventBridge {
  readonly service: Service<EventBridgeRooms>;
  readonly workHandlers: Readonly<Record<string, WorkHandler>>;
}

export function createEventBridge(rooms: EventBridgeRooms): EventBridge {
  return {
    service: { name: 'events', signingNames: ['events'], model: loadModel('events'), operations: {}, rooms },
    workHandlers: { 'events.relay': async () => ({ kind: 'done' }) },
  };
}
