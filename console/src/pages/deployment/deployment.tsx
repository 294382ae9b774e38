import {
  type DeploymentInfo,
  type Diagnostics,
  type InstanceTarget,
  StopDeploymentCommand,
} from '@aws-sdk/client-codedeploy';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import Table from '@cloudscape-design/components/table';
import { useParams } from 'react-router';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { useDeed } from '../../parts/deeds/use-deed.ts';
import { Failure } from '../../parts/failure.tsx';
import { Status } from '../../parts/status/status.tsx';
import { Ago, Duration } from '../../parts/values/time.tsx';
import { useCodeDeploy } from '../../wire/codedeploy.ts';
import { useDeployment } from './use-deployment.ts';

/** A deployment: every host with its lifecycle events, and what its scripts wrote where one failed. */
export function Deployment() {
  const { id = '' } = useParams();
  const client = useCodeDeploy();
  const view = useDeployment(id);
  const stop = useDeed({
    perform: () => client.send(new StopDeploymentCommand({ deploymentId: id })),
    told: () => 'The deployment stops.',
  });
  if (view.isError && view.data === undefined)
    return <Failure what="The deployment" error={view.error} onRetry={() => void view.refetch()} />;
  if (view.data === undefined) return <Spinner size="large" />;
  const { deployment, targets } = view.data;
  const { applicationName = '', status, completeTime } = deployment;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<Status status={status} />}
        description={<PageLink to={pagePath('applications', applicationName)}>{applicationName}</PageLink>}
        actions={
          <Button disabled={completeTime !== undefined} loading={stop.busy} onClick={() => stop.do()}>
            Stop deployment
          </Button>
        }
      >
        {id}
      </Header>
      <Facts deployment={deployment} />
      {targets.map((target) => (
        <Host key={target.targetId} target={target} />
      ))}
    </SpaceBetween>
  );
}

function Facts({ deployment }: { readonly deployment: DeploymentInfo }) {
  const { deploymentGroupName, deploymentConfigName, creator, createTime, completeTime, revision, errorInformation } =
    deployment;
  const { bucket, key } = revision?.s3Location ?? {};
  return (
    <Container>
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'Group', value: deploymentGroupName ?? '-' },
          { label: 'Configuration', value: deploymentConfigName ?? '-' },
          { label: 'Started by', value: creator ?? '-' },
          { label: 'Started', value: <Ago time={createTime} /> },
          { label: 'Duration', value: <Duration from={createTime} to={completeTime} /> },
          {
            label: 'Revision',
            value:
              bucket === undefined || key === undefined ? (
                '-'
              ) : (
                <PageLink to={pagePath('buckets', bucket, 'objects', key)}>{`s3://${bucket}/${key}`}</PageLink>
              ),
          },
          ...(errorInformation === undefined
            ? []
            : [{ label: errorInformation.code ?? 'Error', value: errorInformation.message ?? '-' }]),
        ]}
      />
    </Container>
  );
}

function Host({ target }: { readonly target: InstanceTarget }) {
  const { targetId = '', status, lifecycleEvents = [] } = target;
  return (
    <Table
      items={lifecycleEvents}
      trackBy={({ lifecycleEventName = '' }) => lifecycleEventName}
      wrapLines
      ariaLabels={{ tableLabel: `Lifecycle events of ${targetId}` }}
      header={
        <Header variant="h2" info={<Status status={status} />}>
          {targetId.split('/').at(-1)}
        </Header>
      }
      columnDefinitions={[
        { id: 'event', header: 'Event', isRowHeader: true, cell: ({ lifecycleEventName }) => lifecycleEventName },
        { id: 'status', header: 'Status', cell: ({ status: of }) => <Status status={of} /> },
        {
          id: 'time',
          header: 'Duration',
          cell: ({ startTime, endTime }) => <Duration from={startTime} to={endTime} />,
        },
        {
          id: 'diagnostics',
          header: 'What it said',
          cell: ({ diagnostics }) => <Said diagnostics={diagnostics} />,
        },
      ]}
    />
  );
}

function Said({ diagnostics }: { readonly diagnostics: Diagnostics | undefined }) {
  const { errorCode = 'Success', message = '', scriptName, logTail = '' } = diagnostics ?? {};
  if (errorCode === 'Success' && logTail === '') return null;
  return (
    <ExpandableSection headerText={errorCode === 'Success' ? 'What its scripts wrote' : `${errorCode}: ${message}`}>
      <Box>{scriptName}</Box>
      <Box variant="pre">{logTail}</Box>
    </ExpandableSection>
  );
}
