import { arn } from '../../kernel/arn.ts';
import type { BuildRow } from '../../store/codebuild/builds.ts';
import type { ProjectPlace } from '../../store/codebuild/projects.ts';
import { uuidOf } from './names.ts';
import type { LogsConfig } from './shapes.ts';

export interface LogPlace {
  readonly group: string;
  readonly stream: string;
}

/** Where a build's log goes; undefined when the project wants none. */
export function logPlace(
  row: Pick<BuildRow, 'id' | 'projectName'>,
  config: LogsConfig | undefined,
): LogPlace | undefined {
  const { status, groupName, streamName } = config?.cloudWatchLogs ?? { status: 'ENABLED' };
  if (status === 'DISABLED') return undefined;
  const uuid = uuidOf(row.id);
  return {
    group: groupName ?? `/aws/codebuild/${row.projectName}`,
    stream: streamName === undefined ? uuid : `${streamName}/${uuid}`,
  };
}

export function logStreamArn({ account, region }: ProjectPlace, { group, stream }: LogPlace): string {
  return arn('logs', region, account, `log-group:${group}:log-stream:${stream}`);
}
