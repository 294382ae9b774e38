import type { Hook } from '../../machine/facts.ts';
import { type OverrideRefusal, refuseOverride } from '../../machine/override.ts';
import { findStageExecution, latestInStage, setStageStatus } from '../../store/codepipeline/stage-executions.ts';
import { hasRoom } from '../concurrency.ts';
import { conditionFacts, type LoadedCondition, loadConditions } from '../facts/load-conditions.ts';
import { settle } from '../settle.ts';
import { closeCondition } from '../steps/condition-steps.ts';
import { resume } from '../steps/retry-steps.ts';
import { type Subject, tellStage } from '../steps/tell.ts';

export interface OverrideRequest {
  readonly stage: string;
  readonly hook: Hook;
  /** Who wants it. */
  readonly by: string;
}

/** `full`: the pipeline has as many executions under way as it may have. */
export type OverrideAnswer = 'overridden' | 'full' | OverrideRefusal;

/** Makes a condition count as met: the execution goes on, from inside the stage if that has failed. The caller holds the pipeline's lock. */
export async function overrideCondition(subject: Subject, request: OverrideRequest): Promise<OverrideAnswer> {
  const { tx, pipeline, row, rooms } = subject;
  const { stage, hook, by } = request;
  const condition = (await loadConditions(tx, row.id, stage)).find((candidate) => candidate.row.hook === hook);
  const refusal = await refusalOf(subject, request, condition);
  if (refusal !== undefined || condition === undefined) return refusal ?? 'not-overridable';
  if (row.status !== 'InProgress') {
    if (!(await hasRoom(tx, pipeline.id, row.mode, rooms))) return 'full';
    const resumed = await resume(subject);
    await setStageStatus(tx, row.id, stage, 'InProgress', rooms.clock.now());
    await tellStage(resumed, stage, 'RESUMED');
  }
  await closeCondition(subject, condition, { status: 'Overridden', summary: `Overridden by ${by}` }, by);
  await settle(tx, pipeline, rooms);
  return 'overridden';
}

async function refusalOf(
  { tx, pipeline, row, rooms }: Subject,
  { stage, hook }: OverrideRequest,
  condition: LoadedCondition | undefined,
): Promise<OverrideRefusal | undefined> {
  const latest = row.mode === 'PARALLEL' ? undefined : await latestInStage(tx, pipeline.id, stage);
  const { stages } = await rooms.declarations.read(tx, pipeline.id, row.version);
  const declared = stages.find(({ name }) => name === stage);
  return refuseOverride({
    status: (await findStageExecution(tx, row.id, stage))?.status,
    isLatest: latest === undefined || latest.executionId === row.id,
    isCurrent: row.version === pipeline.version,
    skips: declared?.[hook]?.conditions?.[0]?.result === 'SKIP',
    condition: condition && conditionFacts(condition).status,
  });
}
