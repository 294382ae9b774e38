import type { Difference } from '@aws-sdk/client-codecommit';
import Box from '@cloudscape-design/components/box';
import { Failure } from '../../parts/failure.tsx';
import { DiffView } from '../../parts/values/diff-view.tsx';
import { useSides } from './use-commit.ts';

interface ChangedFileProps {
  readonly repository: string;
  readonly difference: Difference;
}

/** What changed in a file, line by line. */
export function ChangedFile({ repository, difference }: ChangedFileProps) {
  const sides = useSides(repository, difference);
  if (sides.isError && sides.data === undefined)
    return <Failure what={pathOf(difference)} error={sides.error} onRetry={() => void sides.refetch()} />;
  if (sides.data === undefined) return null;
  if (sides.data === null) return <Box color="text-body-secondary">It is not text.</Box>;
  return <DiffView before={sides.data.before} after={sides.data.after} label={pathOf(difference)} />;
}

/** Where the file is, and where it was if it was moved. */
export function pathOf({ beforeBlob, afterBlob }: Difference): string {
  const [before, after] = [beforeBlob?.path, afterBlob?.path];
  return before !== undefined && after !== undefined && before !== after
    ? `${before} → ${after}`
    : (after ?? before ?? '');
}

const WORDS: Readonly<Record<string, string>> = { A: 'Added', M: 'Changed', D: 'Deleted' };

export function wordOf({ changeType = 'M' }: Difference): string {
  return WORDS[changeType] ?? changeType;
}
