import {
  BatchGetBuildsCommand,
  type Build as BuildFacts,
  type BuildPhase,
  StopBuildCommand,
} from '@aws-sdk/client-codebuild';
import Box from '@cloudscape-design/components/box';
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
import { LogView } from '../../parts/log/log-view.tsx';
import { Status } from '../../parts/status/status.tsx';
import { Copyable } from '../../parts/values/copyable.tsx';
import { KeyValues } from '../../parts/values/key-values.tsx';
import { Ago, Duration } from '../../parts/values/time.tsx';
import { useCodeBuild } from '../../wire/codebuild.ts';
import { usePolling } from '../../wire/live.tsx';
import { NothingThere } from '../../wire/nothing-there.ts';

/** One build: its phases and its log, as they come. */
export function Build() {
  const { id = '' } = useParams();
  const client = useCodeBuild();
  const build = useQuery({
    queryKey: ['wire', 'builds', id],
    queryFn: async (): Promise<BuildFacts> => {
      const { builds = [] } = await client.send(new BatchGetBuildsCommand({ ids: [id] }));
      if (builds[0] === undefined) throw new NothingThere(`There is no build ${id} in this region.`);
      return builds[0];
    },
    refetchInterval: usePolling(),
  });
  const stop = useDeed({
    perform: () => client.send(new StopBuildCommand({ id })),
    told: () => 'The build is stopped.',
  });
  if (build.isError && build.data === undefined)
    return <Failure what="The build" error={build.error} onRetry={() => void build.refetch()} />;
  if (build.data === undefined) return <Spinner size="large" />;
  const { buildNumber, projectName = '', buildStatus, buildComplete = false, logs, phases = [] } = build.data;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<Status status={buildStatus} />}
        description={<PageLink to={pagePath('projects', projectName)}>{projectName}</PageLink>}
        actions={
          <Button disabled={buildComplete} loading={stop.busy} onClick={() => stop.do()}>
            Stop build
          </Button>
        }
      >
        Build #{buildNumber}
      </Header>
      <Facts build={build.data} />
      <Phases phases={phases} />
      <Container header={<Header>Log</Header>}>
        {logs?.groupName !== undefined && logs.streamName !== undefined ? (
          <LogView place={{ group: logs.groupName, stream: logs.streamName }} growing={!buildComplete} />
        ) : (
          <Box color="text-body-secondary">It has written nothing yet.</Box>
        )}
      </Container>
      <Container header={<Header>Exported variables</Header>}>
        <KeyValues
          values={Object.fromEntries(
            (build.data.exportedEnvironmentVariables ?? []).map(({ name = '', value }) => [name, value]),
          )}
          empty="It has exported none."
        />
      </Container>
    </SpaceBetween>
  );
}

function Facts({ build }: { readonly build: BuildFacts }) {
  const batch = build.buildBatchArn?.split(':build-batch/').at(1);
  return (
    <Container>
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'Id', value: <Copyable text={build.id ?? ''} what="the id" /> },
          { label: 'Started by', value: build.initiator ?? '-' },
          { label: 'Started', value: <Ago time={build.startTime} /> },
          { label: 'Duration', value: <Duration from={build.startTime} to={build.endTime} /> },
          { label: 'Source version', value: build.resolvedSourceVersion ?? build.sourceVersion ?? '-' },
          { label: 'Image', value: build.environment?.image ?? '-' },
          { label: 'Artifacts', value: build.artifacts?.location || '-' },
          ...(batch === undefined
            ? []
            : [{ label: 'Batch', value: <PageLink to={pagePath('batches', batch)}>{batch}</PageLink> }]),
        ]}
      />
    </Container>
  );
}

function Phases({ phases }: { readonly phases: readonly BuildPhase[] }) {
  return (
    <SectionTable
      rows={phases}
      keyOf={({ phaseType = '' }) => phaseType}
      label="Phases"
      title="Phases"
      columns={[
        { id: 'phase', header: 'Phase', isRowHeader: true, cell: ({ phaseType }) => phaseType },
        {
          id: 'status',
          header: 'Status',
          cell: ({ phaseStatus, phaseType }) =>
            phaseType === 'COMPLETED' ? '-' : <Status status={phaseStatus ?? 'IN_PROGRESS'} />,
        },
        {
          id: 'time',
          header: 'Duration',
          cell: ({ phaseType, startTime, endTime }) =>
            phaseType === 'COMPLETED' ? '-' : <Duration from={startTime} to={endTime} />,
        },
        {
          id: 'context',
          header: 'What went wrong',
          cell: ({ contexts = [] }) =>
            contexts
              .map(({ statusCode = '', message = '' }) => `${statusCode} ${message}`.trim())
              .filter((text) => text !== '')
              .join('; '),
        },
      ]}
    />
  );
}
