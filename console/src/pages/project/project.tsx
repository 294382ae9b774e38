import { StartBuildCommand } from '@aws-sdk/client-codebuild';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { useDeed } from '../../parts/deeds/use-deed.ts';
import { Failure } from '../../parts/failure.tsx';
import { SectionTable } from '../../parts/lists/section-table.tsx';
import { Status } from '../../parts/status/status.tsx';
import { Ago, Duration } from '../../parts/values/time.tsx';
import { useCodeBuild } from '../../wire/codebuild.ts';
import { Batches } from '../batch/batches.tsx';
import { useBuilds, useProject } from '../projects/use-projects.ts';

/** A build project: its builds, and its settings as they are. */
export function Project() {
  const { name = '' } = useParams();
  const client = useCodeBuild();
  const project = useProject(name);
  const builds = useBuilds(name);
  const start = useDeed({
    perform: () => client.send(new StartBuildCommand({ projectName: name })),
    told: () => `A build of ${name} was started.`,
  });
  if (project.isError && project.data === undefined)
    return <Failure what={`The project ${name}`} error={project.error} onRetry={() => void project.refetch()} />;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description={project.data?.description ?? <PageLink to="/projects">All projects</PageLink>}
        actions={
          <Button
            variant="primary"
            loading={start.busy}
            disabled={project.data?.source?.type === 'CODEPIPELINE'}
            disabledReason="Its sources come from a pipeline: release a change there."
            onClick={() => start.do()}
          >
            Start build
          </Button>
        }
      >
        {name}
      </Header>
      <SectionTable
        rows={builds.data ?? []}
        loading={builds.isPending}
        keyOf={({ id = '' }) => id}
        label="Builds"
        title="Builds"
        counted
        empty="It has built nothing yet."
        columns={[
          {
            id: 'number',
            header: 'Build',
            isRowHeader: true,
            cell: ({ id = '', buildNumber }) => <PageLink to={pagePath('builds', id)}>#{buildNumber}</PageLink>,
          },
          { id: 'status', header: 'Status', cell: ({ buildStatus }) => <Status status={buildStatus} /> },
          { id: 'phase', header: 'Phase', cell: ({ currentPhase }) => currentPhase },
          { id: 'initiator', header: 'Started by', cell: ({ initiator }) => initiator },
          {
            id: 'version',
            header: 'Source version',
            cell: ({ resolvedSourceVersion }) => <Box variant="code">{resolvedSourceVersion?.slice(0, 12)}</Box>,
          },
          { id: 'age', header: 'Started', cell: ({ startTime }) => <Ago time={startTime} /> },
          {
            id: 'time',
            header: 'Duration',
            cell: ({ startTime, endTime }) => <Duration from={startTime} to={endTime} />,
          },
        ]}
      />
      <Batches project={name} />
      <ExpandableSection headerText="Settings" variant="container">
        <Box variant="pre">{JSON.stringify(project.data, undefined, 2)}</Box>
      </ExpandableSection>
    </SpaceBetween>
  );
}
