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
import { ExecutionDeeds } from '../execution/execution-deeds.tsx';
import { useAttempts } from '../execution/use-execution.ts';
import { WaitingApprovals } from '../execution/waiting-approvals.tsx';
import { isUnderWay, useRecentExecutions } from './use-pipeline.ts';

/** As many as may run at once in a pipeline. */
const LOOKED_AT = 50;

/** The executions that run beside each other, each with what it does now and what one can do to it. */
export function UnderWay({ name }: { readonly name: string }) {
  const { data = [], isSuccess } = useRecentExecutions(name, LOOKED_AT);
  const running = data.filter(isUnderWay);
  return (
    <Container header={<Header counter={`(${running.length})`}>Executions under way</Header>}>
      {isSuccess && running.length === 0 && (
        <Box color="text-body-secondary">Nothing runs. Executions of this pipeline run beside each other.</Box>
      )}
      <SpaceBetween size="l">
        {running.map((execution) => (
          <One key={execution.pipelineExecutionId} name={name} execution={execution} />
        ))}
      </SpaceBetween>
    </Container>
  );
}

function One({ name, execution }: { readonly name: string; readonly execution: PipelineExecutionSummary }) {
  const { pipelineExecutionId: id = '', status, sourceRevisions, trigger, startTime } = execution;
  const attempts = useAttempts(name, id).data ?? [];
  const now = attempts.filter((attempt) => attempt.status === 'InProgress');
  return (
    <article aria-label={`Execution ${shortId(id)}`}>
      <SpaceBetween size="xs">
        <SpaceBetween size="m" direction="horizontal" alignItems="center">
          <PageLink to={pagePath('pipelines', name, 'executions', id)}>{shortId(id)}</PageLink>
          <Status status={status} />
          <Revisions revisions={sourceRevisions} />
          <Box color="text-body-secondary">{triggerText(trigger)}</Box>
          <Ago time={startTime} />
          <ExecutionDeeds name={name} id={id} status={status} attempts={attempts} />
        </SpaceBetween>
        {now.map(({ actionExecutionId, stageName, actionName }) => (
          <Box key={actionExecutionId}>
            {stageName} / {actionName}
          </Box>
        ))}
        <WaitingApprovals name={name} attempts={attempts} />
      </SpaceBetween>
    </article>
  );
}
