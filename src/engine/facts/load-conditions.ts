import type { ConditionFacts, RuleFacts } from '../../machine/facts.ts';
import { type ConditionRow, conditionsInStage } from '../../store/codepipeline/condition-executions.ts';
import { type RuleExecutionRow, rulesOfCondition } from '../../store/codepipeline/rule-executions.ts';
import type { Reader } from '../../store/database.ts';

/** A condition that counts, with its rules. */
export interface LoadedCondition {
  readonly row: ConditionRow;
  readonly rules: readonly RuleExecutionRow[];
}

/** The conditions of an execution in a stage, one per hook. */
export async function loadConditions(reader: Reader, executionId: string, stage: string): Promise<LoadedCondition[]> {
  const latest = new Map((await conditionsInStage(reader, executionId, stage)).map((row) => [row.hook, row]));
  const conditions: LoadedCondition[] = [];
  for (const row of latest.values()) conditions.push({ row, rules: await rulesOfCondition(reader, row.id) });
  return conditions;
}

export function conditionFacts({ row, rules }: LoadedCondition): ConditionFacts {
  return { hook: row.hook, status: conditionStatus(row.status), rules: rules.map(ruleFacts) };
}

function conditionStatus(status: ConditionRow['status']): ConditionFacts['status'] {
  if (status === 'Errored') return 'Failed';
  return status === 'Cancelled' ? 'Abandoned' : status;
}

/** A rule that could not be evaluated has not passed. */
function ruleFacts({ rule, status }: RuleExecutionRow): RuleFacts {
  return { name: rule, status: status === 'Errored' ? 'Failed' : status };
}
