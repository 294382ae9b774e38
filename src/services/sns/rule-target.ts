import type { RuleTarget } from '../../ports/rule-target.ts';
import type { Topics } from '../../ports/topics.ts';

const TOPIC = /^[A-Za-z0-9_-]{1,256}$/;

/**
 * Event rules publish to topics: the event, or what the rule made of it; a text comes without its quotes. Gaps: no policy of the
 * topic is asked whether events may be published.
 */
export function topicTarget(topics: Topics): RuleTarget {
  return {
    service: 'sns',
    needsRole: false,
    accepts: ({ resource }) => TOPIC.test(resource),
    deliver: ({ account, region, target, payload, id }) =>
      topics.publish({
        account,
        region,
        topicArn: target.text,
        messageId: id,
        subject: undefined,
        message: textOf(payload),
      }),
  };
}

function textOf(payload: string): string {
  const value: unknown = JSON.parse(payload);
  return typeof value === 'string' ? value : payload;
}
