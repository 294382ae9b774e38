import type { ActionExecutionDetail, PipelineExecution } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useParams } from 'react-router';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { useAddress } from '../../parts/addresses/use-address.ts';
import { ArtifactLink } from '../../parts/downloads/artifact-link.tsx';
import { AttemptView } from '../../parts/executions/attempt-view.tsx';
import { shortId } from '../../parts/executions/short-id.ts';
import { triggerText } from '../../parts/executions/trigger-text.ts';
import { Failure } from '../../parts/failure.tsx';
import { Status } from '../../parts/status/status.tsx';
import { Copyable } from '../../parts/values/copyable.tsx';
import { KeyValues } from '../../parts/values/key-values.tsx';
import { ChangesSince } from './changes-since.tsx';
import { EventsOf } from './events-of.tsx';
import { ExecutionDeeds } from './execution-deeds.tsx';
import { RulesSeen } from './rules-seen.tsx';
import { Timeline } from './timeline.tsx';
import { useAttempts, useExecution } from './use-execution.ts';
import { WaitingApprovals } from './waiting-approvals.tsx';
import { WhatFailed } from './what-failed.tsx';

/** One execution: when what happened, with what, and what has changed since the last that succeeded. */
export function Execution() {
  const { name = '', id = '' } = useParams();
  const execution = useExecution(name, id);
  const attempts = useAttempts(name, id);
  const address = useAddress();
  const open = (attempt: string) => address.change({ attempt, tab: '', log: '' });
  if (execution.isError && execution.data === undefined)
    return <Failure what="The execution" error={execution.error} onRetry={() => void execution.refetch()} />;
  if (execution.data === undefined) return <Spinner size="large" />;
  const all = attempts.data ?? [];
  const attempt = all.find(({ actionExecutionId }) => actionExecutionId === address.of('attempt'));
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<Status status={execution.data.status} />}
        description={
          <SpaceBetween size="s" direction="horizontal">
            <PageLink to={pagePath('pipelines', name)}>{name}</PageLink>
            <PageLink to={pagePath('pipelines', name, 'executions')}>All executions</PageLink>
          </SpaceBetween>
        }
        actions={<ExecutionDeeds name={name} id={id} status={execution.data.status} attempts={all} />}
      >
        Execution {shortId(id)}
      </Header>
      <WaitingApprovals name={name} attempts={all} />
      {execution.data.status === 'Failed' && <WhatFailed attempts={all} onOpen={open} />}
      <Facts name={name} execution={execution.data} />
      <Timeline attempts={all} onOpen={open} />
      <RulesSeen name={name} id={id} version={execution.data.pipelineVersion} />
      <ChangesSince name={name} id={id} />
      <Variables execution={execution.data} attempts={all} />
      <Artifacts attempts={all} />
      <EventsOf name={name} id={id} />
      {attempt !== undefined && (
        <Modal
          visible
          size="max"
          header={`${attempt.stageName} / ${attempt.actionName}`}
          closeAriaLabel="Close"
          onDismiss={() => open('')}
        >
          <AttemptView attempt={attempt} />
        </Modal>
      )}
    </SpaceBetween>
  );
}

function Facts({ name, execution }: { readonly name: string; readonly execution: PipelineExecution }) {
  const target = execution.rollbackMetadata?.rollbackTargetPipelineExecutionId;
  return (
    <Container>
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'Id', value: <Copyable text={execution.pipelineExecutionId ?? ''} what="the id" /> },
          { label: 'Started by', value: triggerText(execution.trigger) },
          { label: 'Version of the pipeline', value: String(execution.pipelineVersion) },
          { label: 'Mode', value: execution.executionMode ?? '-' },
          {
            label: 'Kind',
            value:
              target === undefined ? (
                'Standard'
              ) : (
                <>
                  Rollback to{' '}
                  <PageLink to={pagePath('pipelines', name, 'executions', target)}>{shortId(target)}</PageLink>
                </>
              ),
          },
          ...(execution.statusSummary === undefined ? [] : [{ label: 'Summary', value: execution.statusSummary }]),
        ]}
      />
    </Container>
  );
}

interface VariablesProps {
  readonly execution: PipelineExecution;
  readonly attempts: readonly ActionExecutionDetail[];
}

function Variables({ execution, attempts }: VariablesProps) {
  const values: Record<string, string | undefined> = {};
  for (const { name = '', resolvedValue } of execution.variables ?? []) values[`#{variables.${name}}`] = resolvedValue;
  for (const { input, output } of attempts) {
    if (input?.namespace === undefined) continue;
    for (const [key, value] of Object.entries(output?.outputVariables ?? {}))
      values[`#{${input.namespace}.${key}}`] = value;
  }
  return (
    <Container header={<Header>Variables</Header>}>
      <KeyValues values={values} empty="It has none." />
    </Container>
  );
}

function Artifacts({ attempts }: { readonly attempts: readonly ActionExecutionDetail[] }) {
  const artifacts = attempts
    .filter(({ status }) => status === 'Succeeded')
    .flatMap(({ actionName, output }) => (output?.outputArtifacts ?? []).map((artifact) => ({ actionName, artifact })));
  return (
    <Container header={<Header>Artifacts</Header>}>
      {artifacts.length === 0 && <Box color="text-body-secondary">It has made none yet.</Box>}
      {artifacts.map(({ actionName, artifact }) => (
        <SpaceBetween key={artifact.s3location?.key} size="xs" direction="horizontal">
          <ArtifactLink artifact={artifact} />
          <Box color="text-body-secondary">of {actionName}</Box>
        </SpaceBetween>
      ))}
    </Container>
  );
}
