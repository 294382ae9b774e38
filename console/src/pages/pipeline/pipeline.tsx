import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useParams } from 'react-router';
import { Failure } from '../../parts/failure.tsx';
import { onDemand } from '../../parts/on-demand.tsx';
import { DeclaredVariables } from './declared-variables.tsx';
import { PipelineHeader } from './pipeline-header.tsx';
import { RecentExecutions } from './recent-executions.tsx';
import { StageCard } from './stage-card.tsx';
import { useAttemptTimes } from './use-attempt-times.ts';
import { useDeclaration, usePipelineState } from './use-pipeline.ts';

/** Logs and artifacts are loaded when somebody looks at an action. */
const ActionPanel = onDemand(async () => (await import('./action-panel.tsx')).ActionPanel);

/** PARALLEL executions have no common state: each is shown by itself. */
const UnderWay = onDemand(async () => (await import('./under-way.tsx')).UnderWay);

/** One pipeline as it runs: its stages from top to bottom, what waits between them, and everything one can do to it. */
export function Pipeline() {
  const { name = '', stage, action } = useParams();
  const state = usePipelineState(name);
  const declaration = useDeclaration(name);
  const times = useAttemptTimes(name);
  const broken = state.error ?? declaration.error;
  if (broken !== null && (state.data === undefined || declaration.data === undefined)) {
    const again = () => void Promise.all([state.refetch(), declaration.refetch()]);
    return <Failure what={`The pipeline ${name}`} error={broken} onRetry={again} />;
  }
  if (state.data === undefined || declaration.data === undefined) return <Spinner size="large" />;
  const { stages = [] } = declaration.data;
  return (
    <SpaceBetween size="l">
      <PipelineHeader declaration={declaration.data} />
      {declaration.data.executionMode === 'PARALLEL' && <UnderWay name={name} />}
      {stages.map((declared, index) => (
        <StageCard
          key={declared.name}
          pipeline={declaration.data}
          declared={declared}
          state={state.data.stageStates?.find(({ stageName }) => stageName === declared.name)}
          times={times}
          isFirst={index === 0}
        />
      ))}
      <DeclaredVariables variables={declaration.data.variables ?? []} />
      <RecentExecutions name={name} />
      {stage !== undefined && action !== undefined && (
        <ActionPanel
          pipeline={name}
          stage={stage}
          action={action}
          isDeclared={stages.some(
            (declared) => declared.name === stage && declared.actions?.some((known) => known.name === action),
          )}
        />
      )}
    </SpaceBetween>
  );
}
