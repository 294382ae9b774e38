import type { ActionExecutionDetail } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useParams } from 'react-router';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { shortId } from '../../parts/executions/short-id.ts';
import { Failure } from '../../parts/failure.tsx';
import { statusWord } from '../../parts/status/status.tsx';
import { durationText } from '../../parts/values/time.tsx';
import { useAttempts, useExecution } from '../execution/use-execution.ts';
import { type Compared, compareExecutions } from './compare-executions.ts';

/** Two executions side by side; what differs stands out. */
export function Compare() {
  const { name = '', one = '', other = '' } = useParams();
  const [first, second] = [useExecution(name, one), useExecution(name, other)];
  const [firstAttempts, secondAttempts] = [useAttempts(name, one), useAttempts(name, other)];
  const missing = [first, second].find(({ isError, data }) => isError && data === undefined);
  if (missing !== undefined)
    return <Failure what="One of the executions" error={missing.error} onRetry={() => void missing.refetch()} />;
  const rows = compareExecutions(
    { execution: first.data, attempts: firstAttempts.data ?? [] },
    { execution: second.data, attempts: secondAttempts.data ?? [] },
    timeOf,
  );
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description={<PageLink to={pagePath('pipelines', name, 'executions')}>All executions</PageLink>}
      >
        Two executions of {name}
      </Header>
      <Table<Compared>
        items={[...rows]}
        loading={first.isPending || second.isPending}
        loadingText="Loading executions"
        trackBy="what"
        wrapLines
        ariaLabels={{ tableLabel: 'Comparison' }}
        columnDefinitions={[
          { id: 'what', header: 'What', isRowHeader: true, cell: ({ what }) => what },
          {
            id: 'one',
            header: <PageLink to={pagePath('pipelines', name, 'executions', one)}>{shortId(one)}</PageLink>,
            cell: (row) => <Value text={row.one} differs={row.differs} />,
          },
          {
            id: 'other',
            header: <PageLink to={pagePath('pipelines', name, 'executions', other)}>{shortId(other)}</PageLink>,
            cell: (row) => <Value text={row.other} differs={row.differs} />,
          },
        ]}
      />
    </SpaceBetween>
  );
}

function Value({ text, differs }: { readonly text: string; readonly differs: boolean }) {
  return differs ? (
    <Box fontWeight="bold">
      <mark>{text}</mark>
    </Box>
  ) : (
    text
  );
}

function timeOf({ startTime, lastUpdateTime, status }: ActionExecutionDetail): string {
  const time = (lastUpdateTime?.getTime() ?? 0) - (startTime?.getTime() ?? 0);
  return `${statusWord(status)}, ${durationText(time)}`;
}
