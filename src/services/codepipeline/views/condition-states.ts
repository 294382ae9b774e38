import { findRule } from '../../../engine/engine-rooms.ts';
import type { RuleInput } from '../../../engine/facts/rule-record.ts';
import type { RuleProvider } from '../../../rules/rule.ts';
import { latestCondition } from '../../../store/codepipeline/condition-executions.ts';
import type { PipelineRow } from '../../../store/codepipeline/pipelines.ts';
import { type RuleExecutionRow, rulesOfCondition } from '../../../store/codepipeline/rule-executions.ts';
import type { Reader } from '../../../store/database.ts';
import type { Condition, RuleDeclaration, StageConditionState, StageDeclaration, StageState } from '../shapes.ts';
import { knownValues } from './known-values.ts';
import { summaryOf } from './outcome.ts';
import { latestRuleExecution } from './rule-views.ts';

type ConditionStates = Pick<
  StageState,
  'beforeEntryConditionState' | 'onSuccessConditionState' | 'onFailureConditionState'
>;

/** The conditions of a stage as they were last looked at; undefined where none is declared. */
export async function conditionStates(
  reader: Reader,
  { id: pipelineId, region }: PipelineRow,
  stage: StageDeclaration,
  providers: readonly RuleProvider[],
): Promise<ConditionStates> {
  const state = (hook: 'beforeEntry' | 'onSuccess' | 'onFailure') =>
    conditionState(reader, { pipelineId, stage: stage.name, hook }, stage[hook]?.conditions?.[0], {
      region,
      providers,
    });
  return {
    beforeEntryConditionState: await state('beforeEntry'),
    onSuccessConditionState: await state('onSuccess'),
    onFailureConditionState: await state('onFailure'),
  };
}

interface RuleRooms {
  /** Of the pipeline. */
  readonly region: string;
  readonly providers: readonly RuleProvider[];
}

/** As it was evaluated last, with the values of variables; else as it is declared. */
function entityOf(rule: RuleDeclaration, row: RuleExecutionRow | undefined, rooms: RuleRooms): string | undefined {
  const { configuration = {}, region = rooms.region } = rule;
  const input: RuleInput | undefined = row && JSON.parse(row.input);
  const links = findRule(rooms.providers, rule.ruleTypeId)?.links?.({
    region,
    configuration: knownValues(input?.resolvedConfiguration ?? configuration),
    externalExecutionId: row?.externalId ?? undefined,
  });
  return links?.entityUrl;
}

async function conditionState(
  reader: Reader,
  place: Parameters<typeof latestCondition>[1],
  declared: Condition | undefined,
  rooms: RuleRooms,
): Promise<StageConditionState | undefined> {
  if (declared === undefined) return undefined;
  const row = await latestCondition(reader, place);
  const evaluated = row === undefined ? [] : await rulesOfCondition(reader, row.id);
  const ruleStates = (declared.rules ?? []).map((rule) => {
    const latest = evaluated.find((candidate) => candidate.rule === rule.name);
    const entityUrl = entityOf(rule, latest, rooms);
    return { ruleName: rule.name, latestExecution: latest && latestRuleExecution(latest), entityUrl };
  });
  if (row === undefined) return { conditionStates: [{ ruleStates }] };
  const summary = summaryOf(row);
  return {
    latestExecution: { status: row.status, summary },
    conditionStates: [
      { latestExecution: { status: row.status, summary, lastStatusChange: new Date(row.updated) }, ruleStates },
    ],
  };
}
