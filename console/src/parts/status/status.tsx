import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { Mark } from './mark.tsx';

const LOOKS: Readonly<Record<string, StatusIndicatorProps.Type>> = {
  InProgress: 'in-progress',
  IN_PROGRESS: 'in-progress',
  Stopping: 'in-progress',
  Created: 'pending',
  Queued: 'pending',
  Pending: 'pending',
  Ready: 'pending',
  Succeeded: 'success',
  SUCCEEDED: 'success',
  Failed: 'error',
  FAILED: 'error',
  FAULT: 'error',
  TIMED_OUT: 'error',
  Errored: 'error',
  Stopped: 'stopped',
  STOPPED: 'stopped',
  Abandoned: 'stopped',
  Cancelled: 'stopped',
  Superseded: 'stopped',
  Skipped: 'stopped',
  Overridden: 'warning',
};

/** Where the API's word is not one to read. */
const WORDS: Readonly<Record<string, string>> = {
  InProgress: 'In progress',
  IN_PROGRESS: 'In progress',
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  FAULT: 'Fault',
  TIMED_OUT: 'Timed out',
  STOPPED: 'Stopped',
};

/** A status as one reads it. */
export function statusWord(status: string | undefined): string {
  return status === undefined ? '-' : (WORDS[status] ?? status);
}

/** A status of any service in one look and one wording. */
export function Status({ status }: { readonly status: string | undefined }) {
  if (status === undefined) return <Mark type="stopped">Not run yet</Mark>;
  return <Mark type={LOOKS[status] ?? 'info'}>{statusWord(status)}</Mark>;
}
