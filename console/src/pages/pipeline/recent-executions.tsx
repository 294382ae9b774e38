import type { PipelineExecutionSummary } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { Revisions } from '../../parts/executions/revisions.tsx';
import { shortId } from '../../parts/executions/short-id.ts';
import { triggerText } from '../../parts/executions/trigger-text.ts';
import { Status } from '../../parts/status/status.tsx';
import { Ago } from '../../parts/values/time.tsx';
import { useRecentExecutions } from './use-pipeline.ts';

const SHOWN = 5;

/** The last few executions; a plain list, since a table would be half of what this page loads. */
export function RecentExecutions({ name }: { readonly name: string }) {
  const { data = [], isSuccess } = useRecentExecutions(name);
  return (
    <Container
      header={
        <Header actions={<PageLink to={pagePath('pipelines', name, 'executions')}>All</PageLink>}>
          Latest executions
        </Header>
      }
    >
      {isSuccess && data.length === 0 && <Box color="text-body-secondary">It has not run yet.</Box>}
      <SpaceBetween size="s">
        {data.slice(0, SHOWN).map((execution) => (
          <Row key={execution.pipelineExecutionId} name={name} execution={execution} />
        ))}
      </SpaceBetween>
    </Container>
  );
}

function Row({ name, execution }: { readonly name: string; readonly execution: PipelineExecutionSummary }) {
  const { pipelineExecutionId: id = '', status, sourceRevisions, trigger, startTime } = execution;
  return (
    <SpaceBetween size="m" direction="horizontal" alignItems="center">
      <PageLink to={pagePath('pipelines', name, 'executions', id)}>{shortId(id)}</PageLink>
      <Status status={status} />
      <div>
        <Revisions revisions={sourceRevisions} />
      </div>
      <Box color="text-body-secondary">{triggerText(trigger)}</Box>
      <Ago time={startTime} />
    </SpaceBetween>
  );
}
