import {
  BatchGetBuildBatchesCommand,
  type BuildBatch,
  type BuildBatchPhase,
  type BuildGroup,
  RetryBuildBatchCommand,
  StopBuildBatchCommand,
} from '@aws-sdk/client-codebuild';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { useDeed } from '../../parts/deeds/use-deed.ts';
import { Failure } from '../../parts/failure.tsx';
import { SectionTable } from '../../parts/lists/section-table.tsx';
import { Status } from '../../parts/status/status.tsx';
import { Copyable } from '../../parts/values/copyable.tsx';
import { Ago, Duration } from '../../parts/values/time.tsx';
import { useCodeBuild } from '../../wire/codebuild.ts';
import { usePolling } from '../../wire/live.tsx';
import { NothingThere } from '../../wire/nothing-there.ts';

/** One batch: the builds it consists of, and its phases. */
export function Batch() {
  const { id = '' } = useParams();
  const client = useCodeBuild();
  const batch = useQuery({
    queryKey: ['wire', 'builds', 'batch', id],
    queryFn: async (): Promise<BuildBatch> => {
      const { buildBatches = [] } = await client.send(new BatchGetBuildBatchesCommand({ ids: [id] }));
      if (buildBatches[0] === undefined) throw new NothingThere(`There is no batch ${id} in this region.`);
      return buildBatches[0];
    },
    refetchInterval: usePolling(),
  });
  const stop = useDeed({
    perform: () => client.send(new StopBuildBatchCommand({ id })),
    told: () => 'The batch is stopped.',
  });
  const retry = useDeed({
    perform: () => client.send(new RetryBuildBatchCommand({ id, retryType: 'RETRY_FAILED_BUILDS' })),
    told: () => 'The failed builds of the batch are built again.',
  });
  if (batch.isError && batch.data === undefined)
    return <Failure what="The batch" error={batch.error} onRetry={() => void batch.refetch()} />;
  if (batch.data === undefined) return <Spinner size="large" />;
  const { buildBatchNumber, projectName = '', buildBatchStatus, complete = false } = batch.data;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<Status status={buildBatchStatus} />}
        description={<PageLink to={pagePath('projects', projectName)}>{projectName}</PageLink>}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={buildBatchStatus !== 'FAILED'} loading={retry.busy} onClick={() => retry.do()}>
              Retry failed builds
            </Button>
            <Button disabled={complete} loading={stop.busy} onClick={() => stop.do()}>
              Stop batch
            </Button>
          </SpaceBetween>
        }
      >
        Batch #{buildBatchNumber}
      </Header>
      <Facts batch={batch.data} />
      <Builds groups={batch.data.buildGroups ?? []} />
      <Phases phases={batch.data.phases ?? []} />
    </SpaceBetween>
  );
}

function Facts({ batch }: { readonly batch: BuildBatch }) {
  return (
    <Container>
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'Id', value: <Copyable text={batch.id ?? ''} what="the id" /> },
          { label: 'Started by', value: batch.initiator ?? '-' },
          { label: 'Started', value: <Ago time={batch.startTime} /> },
          { label: 'Duration', value: <Duration from={batch.startTime} to={batch.endTime} /> },
          { label: 'Source version', value: batch.resolvedSourceVersion ?? batch.sourceVersion ?? '-' },
          { label: 'Artifacts', value: batch.artifacts?.location || '-' },
        ]}
      />
    </Container>
  );
}

function Builds({ groups }: { readonly groups: readonly BuildGroup[] }) {
  return (
    <SectionTable
      rows={groups}
      keyOf={({ identifier = '' }) => identifier}
      label="Builds"
      title="Builds"
      columns={[
        {
          id: 'build',
          header: 'Build',
          isRowHeader: true,
          cell: ({ identifier, currentBuildSummary }) => (
            <BuildLink arn={currentBuildSummary?.arn} status={currentBuildSummary?.buildStatus} says={identifier} />
          ),
        },
        {
          id: 'status',
          header: 'Status',
          cell: ({ currentBuildSummary }) => <Status status={currentBuildSummary?.buildStatus} />,
        },
        { id: 'after', header: 'After', cell: ({ dependsOn = [] }) => dependsOn.join(', ') || '-' },
        { id: 'may', header: 'May fail', cell: ({ ignoreFailure }) => (ignoreFailure === true ? 'Yes' : 'No') },
        { id: 'prior', header: 'Tries', cell: ({ priorBuildSummaryList = [] }) => priorBuildSummaryList.length + 1 },
      ]}
    />
  );
}

interface BuildLinkProps {
  readonly arn: string | undefined;
  readonly status: string | undefined;
  readonly says: string | undefined;
}

/** A build that waits has an ARN and no page yet. */
function BuildLink({ arn = '', status, says = '' }: BuildLinkProps) {
  const id = arn.split(':build/').at(1);
  return id === undefined || status === 'PENDING' ? says : <PageLink to={pagePath('builds', id)}>{says}</PageLink>;
}

function Phases({ phases }: { readonly phases: readonly BuildBatchPhase[] }) {
  return (
    <SectionTable
      rows={phases.map((phase, index) => ({ ...phase, index }))}
      keyOf={({ index }) => String(index)}
      label="Phases"
      title="Phases"
      columns={[
        { id: 'phase', header: 'Phase', isRowHeader: true, cell: ({ phaseType }) => phaseType },
        { id: 'status', header: 'Status', cell: ({ phaseStatus }) => phaseStatus ?? '-' },
        {
          id: 'time',
          header: 'Duration',
          cell: ({ startTime, endTime }) => (endTime === undefined ? '-' : <Duration from={startTime} to={endTime} />),
        },
        {
          id: 'context',
          header: 'What went wrong',
          cell: ({ contexts = [] }) => contexts.map(({ message = '' }) => message).join('; '),
        },
      ]}
    />
  );
}
