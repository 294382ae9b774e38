import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import type { LogStreams } from '../../ports/logs.ts';
import type { RuleTarget } from '../../ports/rule-target.ts';
import type { WorkHandler } from '../../work/work.ts';
import { refuse } from './errors.ts';
import { CreateLogGroup } from './operations/CreateLogGroup.ts';
import { CreateLogStream } from './operations/CreateLogStream.ts';
import { DeleteLogGroup } from './operations/DeleteLogGroup.ts';
import { DeleteLogStream } from './operations/DeleteLogStream.ts';
import { DeleteRetentionPolicy } from './operations/DeleteRetentionPolicy.ts';
import { DescribeLogGroups } from './operations/DescribeLogGroups.ts';
import { DescribeLogStreams } from './operations/DescribeLogStreams.ts';
import { FilterLogEvents } from './operations/FilterLogEvents.ts';
import { GetLogEvents } from './operations/GetLogEvents.ts';
import { ListTagsForResource } from './operations/ListTagsForResource.ts';
import { ListTagsLogGroup } from './operations/ListTagsLogGroup.ts';
import { PutLogEvents } from './operations/PutLogEvents.ts';
import { PutRetentionPolicy } from './operations/PutRetentionPolicy.ts';
import { TagLogGroup } from './operations/TagLogGroup.ts';
import { TagResource } from './operations/TagResource.ts';
import { UntagLogGroup } from './operations/UntagLogGroup.ts';
import { UntagResource } from './operations/UntagResource.ts';
import { retentionHandlers } from './retention.ts';
import type { LogsRooms } from './rooms.ts';
import { logGroupTarget } from './rule-target.ts';
import { createLogStreams } from './streams.ts';

export const operations = {
  CreateLogGroup,
  CreateLogStream,
  DeleteLogGroup,
  DeleteLogStream,
  DeleteRetentionPolicy,
  DescribeLogGroups,
  DescribeLogStreams,
  FilterLogEvents,
  GetLogEvents,
  ListTagsForResource,
  ListTagsLogGroup,
  PutLogEvents,
  PutRetentionPolicy,
  TagLogGroup,
  TagResource,
  UntagLogGroup,
  UntagResource,
};

export interface Logs {
  readonly service: Service<LogsRooms>;
  readonly streams: LogStreams;
  readonly ruleTarget: RuleTarget;
  readonly workHandlers: Readonly<Record<string, WorkHandler>>;
}

export function createLogs(rooms: LogsRooms): Logs {
  const streams = createLogStreams(rooms);
  return {
    service: { name: 'logs', signingNames: ['logs'], model: loadModel('logs'), operations, rooms, refuse },
    streams,
    ruleTarget: logGroupTarget(rooms, streams),
    workHandlers: retentionHandlers(rooms),
  };
}
