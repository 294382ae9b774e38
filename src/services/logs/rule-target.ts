/**
 * Event rules write into log groups: the event as it is, or what an input transformer made of it, which must be a timestamp and
 * a message. The group must be there. Each rule writes a stream of its own.
 *
 * Gaps: no resource policy is asked whether the events may be written.
 */
import type { Clock } from '../../kernel/clock.ts';
import type { LogLine, LogStreams } from '../../ports/logs.ts';
import type { Delivery, RuleTarget } from '../../ports/rule-target.ts';
import { invalidParameter } from './errors.ts';
import { requireGroup } from './find.ts';
import type { LogsRooms } from './rooms.ts';

const GROUP = /^log-group:([.\-_/#A-Za-z0-9]+)(?::\*)?$/;

export function logGroupTarget(rooms: LogsRooms, streams: LogStreams): RuleTarget {
  return {
    service: 'logs',
    needsRole: false,
    accepts: ({ resource }) => GROUP.test(resource),
    deliver: async (delivery) => {
      const { account, region, resource } = delivery.target;
      const [, group = ''] = GROUP.exec(resource) ?? [];
      const line = lineOf(delivery, rooms.clock);
      await rooms.database.read((reader) => requireGroup(reader, { account, region }, group));
      const stream = delivery.ruleArn.replace(/^.*\//, '');
      await streams.append({ account, region, group, stream }, [line]);
    },
  };
}

function lineOf({ shaped, payload }: Delivery, clock: Clock): LogLine {
  if (!shaped) return { timestamp: timeOf(payload) ?? clock.now(), message: payload };
  const { timestamp, message } = readObject(payload);
  if (typeof timestamp !== 'number' || typeof message !== 'string')
    throw invalidParameter('The input for a log group must be a JSON object of a timestamp and a message.');
  return { timestamp, message };
}

function timeOf(event: string): number | undefined {
  const { time } = readObject(event);
  const parsed = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(parsed) ? undefined : parsed;
}

function readObject(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text.startsWith('{') ? text : '{}');
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
