import type { Difference } from '@aws-sdk/client-codecommit';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useParams } from 'react-router';
import { Copyable } from '../../parts/copyable.tsx';
import { DiffView } from '../../parts/diff-view.tsx';
import { Failure } from '../../parts/failure.tsx';
import { PageLink, pagePath } from '../../parts/page-link.tsx';
import { useCommit, useSides } from './use-commit.ts';

/** A commit: who, why, and what it changed, line by line. */
export function Commit() {
  const { name = '', id = '' } = useParams();
  const answer = useCommit(name, id);
  if (answer.isError) return <Failure what="The commit" error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Spinner size="large" />;
  const { commit, differences } = answer.data;
  const [subject, ...rest] = (commit?.message ?? '').trim().split('\n');
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description={<PageLink to={pagePath('repositories', name)}>{name}</PageLink>}>
        {subject}
      </Header>
      <Container>
        <SpaceBetween size="s">
          {rest.join('').trim() !== '' && <Box variant="pre">{rest.join('\n').trim()}</Box>}
          <Box>
            {commit?.author?.name} &lt;{commit?.author?.email}&gt;
          </Box>
          <Copyable text={id} what="the commit id" />
          {commit?.parents?.map((parent) => (
            <Box key={parent}>
              Parent <PageLink to={pagePath('repositories', name, 'commits', parent)}>{parent.slice(0, 8)}</PageLink>
            </Box>
          ))}
        </SpaceBetween>
      </Container>
      {differences.map((difference) => (
        <Changed key={pathOf(difference)} repository={name} difference={difference} />
      ))}
    </SpaceBetween>
  );
}

function Changed({ repository, difference }: { readonly repository: string; readonly difference: Difference }) {
  const sides = useSides(repository, difference);
  return (
    <Container header={<Header variant="h2">{pathOf(difference)}</Header>}>
      {sides.data === null && <Box color="text-body-secondary">It is not text.</Box>}
      {sides.data && <DiffView before={sides.data.before} after={sides.data.after} label={pathOf(difference)} />}
    </Container>
  );
}

function pathOf({ beforeBlob, afterBlob }: Difference): string {
  const [before, after] = [beforeBlob?.path, afterBlob?.path];
  return before !== undefined && after !== undefined && before !== after
    ? `${before} → ${after}`
    : (after ?? before ?? '');
}
