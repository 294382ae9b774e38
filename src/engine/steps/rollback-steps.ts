import { insertExecution, latestThatPassed, summarize } from '../../store/codepipeline/executions.ts';
import { type Outcome, type Step, stageName } from './step.ts';
import { type Subject, tellPipeline } from './tell.ts';

/**
 * The machine has decided that a stage is brought back to what it was. Before it has ever succeeded there is nothing to go back to,
 * which the failed execution says.
 */
export async function rollBackBySelf({ tx, pipeline, rooms, execution }: Step, stage: number): Promise<Outcome> {
  const { id, version } = execution.row;
  const name = stageName(execution, stage);
  const target = await latestThatPassed(tx, { pipelineId: pipeline.id, stage: name, version }, id);
  if (target === undefined) {
    summarize(
      tx,
      id,
      `Stage '${name}' is not rolled back: with this structure no execution has succeeded in it before`,
    );
    return 'as-decided';
  }
  const detail = JSON.stringify({ FailedPipelineExecutionId: id });
  await beginRollback({ tx, pipeline, rooms, row: target }, stage, { type: 'AutomatedRollback', detail });
  return 'facts-changed';
}

/** An execution that waits before the stage to run it as the subject did. */
export async function beginRollback(
  { tx, pipeline, row: target, rooms }: Subject,
  stage: number,
  trigger: { readonly type: string; readonly detail: string },
): Promise<string> {
  const row = await insertExecution(tx, {
    id: rooms.ids.uuid(),
    pipelineId: pipeline.id,
    version: target.version,
    mode: target.mode,
    stage,
    triggerType: trigger.type,
    triggerDetail: trigger.detail,
    variables: target.variables,
    overrides: '[]',
    sourceRevisions: target.sourceRevisions,
    clientToken: null,
    type: 'ROLLBACK',
    rollbackTarget: target.id,
    lastStage: stage,
    started: rooms.clock.now(),
  });
  await tellPipeline({ tx, pipeline, row, rooms }, 'STARTED');
  return row.id;
}
