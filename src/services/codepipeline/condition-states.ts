import { latestCondition } from '../../store/condition-executions.ts';
import type { Reader } from '../../store/database.ts';
import { rulesOfCondition } from '../../store/rule-executions.ts';
import { latestRuleExecution } from './rule-views.ts';
import type { Condition, StageConditionState, StageDeclaration, StageState } from './shapes.ts';

type ConditionStates = Pick<
  StageState,
  'beforeEntryConditionState' | 'onSuccessConditionState' | 'onFailureConditionState'
>;

/** The conditions of a stage as they were last looked at; undefined where none is declared. */
export async function conditionStates(
  reader: Reader,
  pipelineId: string,
  stage: StageDeclaration,
): Promise<ConditionStates> {
  const state = (hook: 'beforeEntry' | 'onSuccess' | 'onFailure') =>
    conditionState(reader, { pipelineId, stage: stage.name, hook }, stage[hook]?.conditions?.[0]);
  return {
    beforeEntryConditionState: await state('beforeEntry'),
    onSuccessConditionState: await state('onSuccess'),
    onFailureConditionState: await state('onFailure'),
  };
}

async function conditionState(
  reader: Reader,
  place: Parameters<typeof latestCondition>[1],
  declared: Condition | undefined,
): Promise<StageConditionState | undefined> {
  if (declared === undefined) return undefined;
  const row = await latestCondition(reader, place);
  const evaluated = row === undefined ? [] : await rulesOfCondition(reader, row.id);
  const ruleStates = (declared.rules ?? []).map(({ name }) => {
    const rule = evaluated.find((candidate) => candidate.rule === name);
    return { ruleName: name, latestExecution: rule && latestRuleExecution(rule) };
  });
  if (row === undefined) return { conditionStates: [{ ruleStates }] };
  const summary = row.summary ?? undefined;
  return {
    latestExecution: { status: row.status, summary },
    conditionStates: [
      { latestExecution: { status: row.status, summary, lastStatusChange: new Date(row.updated) }, ruleStates },
    ],
  };
}
