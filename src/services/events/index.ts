import { deliver } from '../../events/delivery.ts';
import { OUTBOX } from '../../events/events.ts';
import { DELIVERY_WORK, relay } from '../../events/relay.ts';
import { RuleBook } from '../../events/rule-book.ts';
import { fire, SCHEDULE_WORK } from '../../events/scheduled.ts';
import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import type { QueueReader, WorkHandler } from '../../work/work.ts';
import { refuse } from './errors.ts';
import { DeleteRule } from './operations/DeleteRule.ts';
import { DescribeEventBus } from './operations/DescribeEventBus.ts';
import { DescribeRule } from './operations/DescribeRule.ts';
import { DisableRule } from './operations/DisableRule.ts';
import { EnableRule } from './operations/EnableRule.ts';
import { ListEventBuses } from './operations/ListEventBuses.ts';
import { ListRuleNamesByTarget } from './operations/ListRuleNamesByTarget.ts';
import { ListRules } from './operations/ListRules.ts';
import { ListTagsForResource } from './operations/ListTagsForResource.ts';
import { ListTargetsByRule } from './operations/ListTargetsByRule.ts';
import { PutEvents } from './operations/PutEvents.ts';
import { PutRule } from './operations/PutRule.ts';
import { PutTargets } from './operations/PutTargets.ts';
import { RemoveTargets } from './operations/RemoveTargets.ts';
import { TagResource } from './operations/TagResource.ts';
import { TestEventPattern } from './operations/TestEventPattern.ts';
import { UntagResource } from './operations/UntagResource.ts';
import type { EventBridgeRooms } from './rooms.ts';

export const operations = {
  DeleteRule,
  DescribeEventBus,
  DescribeRule,
  DisableRule,
  EnableRule,
  ListEventBuses,
  ListRuleNamesByTarget,
  ListRules,
  ListTagsForResource,
  ListTargetsByRule,
  PutEvents,
  PutRule,
  PutTargets,
  RemoveTargets,
  TagResource,
  TestEventPattern,
  UntagResource,
};

export interface EventBridge {
  readonly service: Service<EventBridgeRooms>;
  readonly workHandlers: Readonly<Record<string, WorkHandler>>;
  readonly queueReaders: Readonly<Record<string, QueueReader>>;
}

export function createEventBridge(rooms: EventBridgeRooms): EventBridge {
  const book = new RuleBook(rooms.log);
  return {
    service: { name: 'events', signingNames: ['events'], model: loadModel('events'), operations, rooms, refuse },
    workHandlers: {
      [DELIVERY_WORK]: (key) => deliver(key, rooms),
      [SCHEDULE_WORK]: (key) => fire(key, rooms),
    },
    queueReaders: { [OUTBOX]: () => relay(rooms, book) },
  };
}
