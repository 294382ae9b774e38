import { arn } from '../../kernel/arn.ts';
import type { BuildRow } from '../../store/builds.ts';
import type { ProjectPlace } from '../../store/projects.ts';
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

export function linksOf(
  { account, region }: ProjectPlace,
  { group, stream }: LogPlace,
): { readonly arn: string; readonly page: string } {
  return {
    arn: arn('logs', region, account, `log-group:${group}:log-stream:${stream}`),
    page: `https://console.aws.amazon.com/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${escaped(group)}/log-events/${escaped(stream)}`,
  };
}

/** As AWS's console wants it in a fragment: percent-encoded twice, with `$` for `%`. */
function escaped(text: string): string {
  return encodeURIComponent(encodeURIComponent(text)).replaceAll('%', '$');
}
