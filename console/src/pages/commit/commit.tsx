import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useParams } from 'react-router';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Copyable } from '../../parts/values/copyable.tsx';
import { Ago } from '../../parts/values/time.tsx';
import { ChangedFile, pathOf, wordOf } from './changed-file.tsx';
import { useCommit } from './use-commit.ts';

/** A commit: who, why, and what it changed, line by line. */
export function Commit() {
  const { name = '', id = '' } = useParams();
  const answer = useCommit(name, id);
  if (answer.isError && answer.data === undefined)
    return <Failure what="The commit" error={answer.error} onRetry={() => void answer.refetch()} />;
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
            {commit?.author?.name} &lt;{commit?.author?.email}&gt;, <Ago time={timeOf(commit?.author?.date)} />
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
        <Container
          key={pathOf(difference)}
          header={
            <Header variant="h2" description={wordOf(difference)}>
              {pathOf(difference)}
            </Header>
          }
        >
          <ChangedFile repository={name} difference={difference} />
        </Container>
      ))}
    </SpaceBetween>
  );
}

/** CodeCommit's way with times: seconds and a zone, such as `1484167798 -0800`. */
function timeOf(date: string | undefined): Date | undefined {
  return date === undefined ? undefined : new Date(Number.parseInt(date, 10) * 1_000);
}
