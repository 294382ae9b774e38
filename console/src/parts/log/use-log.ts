import { GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useCloudWatchLogs } from '../../wire/logs.ts';

export interface LogPlace {
  readonly group: string;
  readonly stream: string;
}

interface Log {
  readonly lines: readonly string[];
  /** Where to read on. */
  readonly token: string | undefined;
}

const GROWING_MS = 700;
const PAGE = 10_000;

/** The place that the ARN of a log stream names. */
export function logPlaceOf(arn: string | undefined): LogPlace | undefined {
  const [, group, stream] = /:log-group:(.+?):log-stream:(.+)$/.exec(arn ?? '') ?? [];
  return group === undefined || stream === undefined ? undefined : { group, stream };
}

/** The lines of a log stream so far; while it grows, what is new is added to them. */
export function useLog({ group, stream }: LogPlace, growing: boolean) {
  const client = useCloudWatchLogs();
  const cache = useQueryClient();
  const queryKey = ['wire', 'log', group, stream];
  const log = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<Log> => {
      const known = cache.getQueryData<Log>(queryKey);
      const lines: string[] = [];
      let token = known?.token;
      for (;;) {
        const page = await client.send(
          new GetLogEventsCommand({
            logGroupName: group,
            logStreamName: stream,
            startFromHead: true,
            nextToken: token,
            limit: PAGE,
          }),
          { abortSignal: signal },
        );
        for (const { message = '' } of page.events ?? []) lines.push(...message.replace(/\r?\n$/, '').split('\n'));
        const isEnd = page.nextForwardToken === token || (page.events ?? []).length === 0;
        token = page.nextForwardToken;
        // A look that finds nothing new copies nothing: a log may have 100,000 lines.
        if (isEnd)
          return {
            lines: known === undefined || lines.length > 0 ? [...(known?.lines ?? []), ...lines] : known.lines,
            token,
          };
      }
    },
    refetchInterval: growing ? GROWING_MS : false,
    structuralSharing: false,
  });
  const { refetch } = log;
  // The last lines were written between the last look and the end.
  useEffect(() => {
    if (!growing) void refetch();
  }, [growing, refetch]);
  return log;
}
