import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useLive } from './wire/live.tsx';

/** Whether the page hears of changes as they happen. */
export function LiveStatus() {
  const { connected } = useLive();
  return (
    <div role="status">
      <StatusIndicator type={connected ? 'success' : 'pending'}>{connected ? 'Live' : 'Reconnecting'}</StatusIndicator>
    </div>
  );
}
