import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { useSession } from '../session/session.tsx';
import { clientCache } from './client-cache.ts';

const clientOf = clientCache((settings) => new CloudWatchLogsClient(settings));

export function useCloudWatchLogs(): CloudWatchLogsClient {
  return clientOf(useSession().settings);
}
