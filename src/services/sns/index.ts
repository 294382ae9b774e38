import { signingKeys } from '../../credentials/signing-key.ts';
import type { Edge } from '../../gateway/http.ts';
import { loadModel } from '../../kernel/model.ts';
import type { AnyOperation, Service } from '../../kernel/operation.ts';
import type { RuleTarget } from '../../ports/rule-target.ts';
import type { Topics } from '../../ports/topics.ts';
import type { WorkHandler } from '../../work/work.ts';
import { deliver, NOTIFICATION_WORK } from './delivery/deliver.ts';
import { refuse } from './errors.ts';
import { certificateEdge } from './messages/certificate.ts';
import { ConfirmSubscription } from './operations/ConfirmSubscription.ts';
import { CreateTopic } from './operations/CreateTopic.ts';
import { DeleteTopic } from './operations/DeleteTopic.ts';
import { GetSubscriptionAttributes } from './operations/GetSubscriptionAttributes.ts';
import { GetTopicAttributes } from './operations/GetTopicAttributes.ts';
import { ListSubscriptions } from './operations/ListSubscriptions.ts';
import { ListSubscriptionsByTopic } from './operations/ListSubscriptionsByTopic.ts';
import { ListTagsForResource } from './operations/ListTagsForResource.ts';
import { ListTopics } from './operations/ListTopics.ts';
import { Publish } from './operations/Publish.ts';
import { SetSubscriptionAttributes } from './operations/SetSubscriptionAttributes.ts';
import { SetTopicAttributes } from './operations/SetTopicAttributes.ts';
import { Subscribe } from './operations/Subscribe.ts';
import { TagResource } from './operations/TagResource.ts';
import { Unsubscribe } from './operations/Unsubscribe.ts';
import { UntagResource } from './operations/UntagResource.ts';
import type { SnsRooms } from './rooms.ts';
import { topicTarget } from './rule-target.ts';
import { EXPIRY_WORK, expire } from './subscriptions/expire.ts';
import { createTopics } from './topics.ts';

export const operations: Readonly<Record<string, AnyOperation<SnsRooms>>> = {
  ConfirmSubscription,
  CreateTopic,
  DeleteTopic,
  GetSubscriptionAttributes,
  GetTopicAttributes,
  ListSubscriptions,
  ListSubscriptionsByTopic,
  ListTagsForResource,
  ListTopics,
  Publish,
  SetSubscriptionAttributes,
  SetTopicAttributes,
  Subscribe,
  TagResource,
  Unsubscribe,
  UntagResource,
};

/**
 * SNS: topics whose messages are posted to http and https endpoints that have confirmed to want them.
 *
 * Gaps: of the protocols only http and https; no FIFO topics, no dead-letter queues. Each is refused by name.
 */
export interface Sns {
  readonly service: Service<SnsRooms>;
  readonly topics: Topics;
  readonly ruleTarget: RuleTarget;
  readonly certificate: Edge;
  readonly workHandlers: Readonly<Record<string, WorkHandler>>;
}

export function createSns(outside: Omit<SnsRooms, 'signingKey'>): Sns {
  const signingKey = signingKeys(outside, { setting: 'sns.signing-key', commonName: 'Velocius notifications' });
  const rooms: SnsRooms = { ...outside, signingKey };
  const topics = createTopics(rooms);
  return {
    service: {
      name: 'sns',
      signingNames: ['sns'],
      model: loadModel('sns'),
      operations,
      unsigned: ['ConfirmSubscription', 'Unsubscribe'],
      rooms,
      refuse,
    },
    topics,
    ruleTarget: topicTarget(topics),
    certificate: certificateEdge(rooms),
    workHandlers: {
      [NOTIFICATION_WORK]: (id, lease) => deliver(rooms, id, lease),
      [EXPIRY_WORK]: (arn) => expire(rooms, arn),
    },
  };
}
