import { type Difference, paginateGetDifferences } from '@aws-sdk/client-codecommit';
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../parts/failure.tsx';
import { useCodeCommit } from '../../wire/codecommit.ts';
import { ChangedFile, pathOf, wordOf } from '../commit/changed-file.tsx';

interface DifferencesProps {
  readonly repository: string;
  /** Commits; undefined where an execution took none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The files that differ between two commits, each with its lines when somebody opens it. */
export function Differences({ repository, before, after }: DifferencesProps) {
  const client = useCodeCommit();
  const differences = useQuery({
    queryKey: ['wire', 'repositories', repository, 'differences', before, after],
    enabled: before !== undefined && after !== undefined && before !== after,
    queryFn: async () => {
      const input = { repositoryName: repository, beforeCommitSpecifier: before, afterCommitSpecifier: after };
      const found: Difference[] = [];
      for await (const page of paginateGetDifferences({ client }, input)) found.push(...(page.differences ?? []));
      return found;
    },
  });
  if (before === after) return <Box color="text-body-secondary">{repository}: the same commit.</Box>;
  if (differences.isError && differences.data === undefined)
    return (
      <Failure
        what={`What changed in ${repository}`}
        error={differences.error}
        onRetry={() => void differences.refetch()}
      />
    );
  return (
    <div className="anywhere">
      {differences.data?.map((difference) => (
        <OneFile key={pathOf(difference)} repository={repository} difference={difference} />
      ))}
    </div>
  );
}

function OneFile({ repository, difference }: { readonly repository: string; readonly difference: Difference }) {
  const [open, setOpen] = useState(false);
  return (
    <ExpandableSection
      headerText={`${wordOf(difference)} ${pathOf(difference)}`}
      expanded={open}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      {open && <ChangedFile repository={repository} difference={difference} />}
    </ExpandableSection>
  );
}
