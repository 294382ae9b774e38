import type { PipelineDeclaration, StageDeclaration, StageState } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { shortId } from '../../parts/executions/short-id.ts';
import { Status } from '../../parts/status/status.tsx';
import { ActionCard } from './action-card.tsx';
import { Conditions } from './conditions.tsx';
import { turnsOf } from './run-order.ts';
import { StageDeeds } from './stage-deeds.tsx';
import { Transition } from './transition.tsx';
import type { AttemptTimes } from './use-attempt-times.ts';

interface StageCardProps {
  readonly pipeline: PipelineDeclaration;
  readonly declared: StageDeclaration;
  readonly state: StageState | undefined;
  /** Of attempts at actions, by their ids. */
  readonly times: ReadonlyMap<string, AttemptTimes>;
  readonly isFirst: boolean;
}

/** A stage, and the door before it. */
export function StageCard({ pipeline, declared, state, times, isFirst }: StageCardProps) {
  const { name = '' } = pipeline;
  const stage = declared.name ?? '';
  const latest = state?.latestExecution;
  const isParallel = pipeline.executionMode === 'PARALLEL';
  return (
    <section aria-label={`Stage ${stage}`} className="anywhere">
      <SpaceBetween size="s">
        {!isFirst && <Transition pipeline={name} stage={stage} state={state} />}
        <Container
          header={
            <Header
              variant="h2"
              info={(latest !== undefined || !isParallel) && <Status status={latest?.status} />}
              description={
                latest && <Execution pipeline={name} id={latest.pipelineExecutionId ?? ''} type={latest.type} />
              }
              actions={
                <StageDeeds
                  pipeline={name}
                  mode={pipeline.executionMode}
                  stage={stage}
                  state={state}
                  isFirst={isFirst}
                />
              }
            >
              {stage}
            </Header>
          }
        >
          <SpaceBetween size="m">
            <Conditions pipeline={name} stage={stage} state={state} declared={declared} hooks={['beforeEntry']} />
            {turnsOf(declared.actions ?? []).map((turn, index) => (
              <div key={turn[0]?.runOrder ?? 1}>
                {index > 0 && <Then />}
                <Grid gridDefinition={turn.map(() => ({ colspan: { default: 12, s: turn.length === 1 ? 12 : 6 } }))}>
                  {turn.map((action) => (
                    <ActionCard
                      key={action.name}
                      pipeline={name}
                      stage={stage}
                      action={action}
                      state={state?.actionStates?.find(({ actionName }) => actionName === action.name)}
                      times={times}
                      isParallel={isParallel}
                    />
                  ))}
                </Grid>
              </div>
            ))}
            <Conditions
              pipeline={name}
              stage={stage}
              state={state}
              declared={declared}
              hooks={['onSuccess', 'onFailure']}
            />
          </SpaceBetween>
        </Container>
      </SpaceBetween>
    </section>
  );
}

/** What stands above it has to succeed before what stands below it begins; what stands beside each other runs at once. */
function Then() {
  return (
    <Box color="text-body-secondary" padding={{ bottom: 's' }}>
      <span aria-hidden="true">↓ </span>then
    </Box>
  );
}

interface ExecutionProps {
  readonly pipeline: string;
  readonly id: string;
  readonly type: string | undefined;
}

function Execution({ pipeline, id, type }: ExecutionProps) {
  return (
    <Box color="text-body-secondary">
      {type === 'ROLLBACK' ? 'Rollback' : 'Execution'}{' '}
      <PageLink to={pagePath('pipelines', pipeline, 'executions', id)}>{shortId(id)}</PageLink>
    </Box>
  );
}
