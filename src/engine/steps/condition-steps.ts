import type { BeginCondition, EndCondition } from '../../machine/decision.ts';
import type { Hook } from '../../machine/facts.ts';
import { type ConditionStatus, endCondition, insertCondition } from '../../store/codepipeline/condition-executions.ts';
import { endRule, insertRuleExecution, type RuleExecutionRow } from '../../store/codepipeline/rule-executions.ts';
import type { Tx } from '../../store/database.ts';
import { KEY_LENGTH } from '../artifact-places.ts';
import { findRule, RULE_WORK } from '../engine-rooms.ts';
import type { RuleDeclaration } from '../facts/declaration.ts';
import type { LoadedCondition } from '../facts/load-conditions.ts';
import { hinderedBy } from '../hindered.ts';
import { prepareRule } from '../prepare/prepare-rule.ts';
import { type Outcome, type Step, stageName } from './step.ts';

/** Writes down a condition with its rules, and schedules their evaluation. */
export async function beginCondition(step: Step, { stage, hook }: BeginCondition): Promise<Outcome> {
  const { tx, pipeline, rooms, execution } = step;
  const { id: executionId, mode } = execution.row;
  const name = stageName(execution, stage);
  const id = rooms.ids.uuid();
  const started = rooms.clock.now();
  const parallel = mode === 'PARALLEL';
  await insertCondition(tx, { id, pipelineId: pipeline.id, executionId, stage: name, hook, parallel, started });
  let outcome: Outcome = 'as-decided';
  for (const rule of execution.declaration.stages[stage]?.[hook]?.conditions?.[0]?.rules ?? []) {
    if (!(await startRule(step, { conditionId: id, stage: name, hook }, rule))) outcome = 'facts-changed';
  }
  return outcome;
}

const DEFAULT_TIMEOUT_MINUTES = 60;

/** Answers false when the rule cannot be evaluated. */
async function startRule(
  { tx, pipeline, rooms, execution }: Step,
  { hook, ...place }: { readonly conditionId: string; readonly stage: string; readonly hook: Hook },
  rule: RuleDeclaration,
): Promise<boolean> {
  const { input, impossible } = prepareRule(pipeline, execution, rule, () => rooms.ids.alphanumeric(KEY_LENGTH));
  const id = rooms.ids.uuid();
  const now = rooms.clock.now();
  const minutes =
    rule.timeoutInMinutes ?? findRule(rooms.rules, rule.ruleTypeId)?.timeoutMinutes ?? DEFAULT_TIMEOUT_MINUTES;
  await insertRuleExecution(tx, {
    id,
    ...place,
    pipelineId: pipeline.id,
    executionId: execution.row.id,
    rule: rule.name,
    input: JSON.stringify({ ...input, hook }),
    started: now,
    deadline: now + minutes * 60_000,
  });
  if (impossible !== undefined) {
    const { code, message } = impossible;
    await endRule(tx, id, { status: 'Errored', errorCode: code, errorMessage: message, summary: message }, now);
    return false;
  }
  await rooms.work.schedule(tx, RULE_WORK, id);
  return true;
}

/** The machine has seen enough of a condition. */
export async function concludeCondition(step: Step, { hook, outcome }: EndCondition): Promise<Outcome> {
  const condition = step.execution.conditions.find(({ row }) => row.hook === hook);
  if (condition === undefined) throw new Error(`The condition ${hook} was not begun`);
  const status = statusOf(outcome, condition.rules, step.execution.row.ending === 'cancel');
  await closeCondition(step, condition, { status, summary: summaryOf(condition.rules) });
  return 'as-decided';
}

function statusOf(
  outcome: EndCondition['outcome'],
  rules: readonly RuleExecutionRow[],
  isCancelled: boolean,
): ConditionStatus {
  if (outcome === 'Abandoned') return isCancelled ? 'Cancelled' : 'Abandoned';
  const isErrored = outcome === 'Failed' && rules.some(({ status }) => status === 'Errored');
  return isErrored ? 'Errored' : outcome;
}

function summaryOf(rules: readonly RuleExecutionRow[]): string | undefined {
  const failed = rules.find(({ status }) => status === 'Failed' || status === 'Errored');
  return failed && `Rule ${failed.rule}: ${failed.errorMessage ?? failed.status}`;
}

/** The end of a condition; rules that still run are abandoned, and their work finds nothing left to do. */
export async function closeCondition(
  { tx, rooms }: { readonly tx: Tx; readonly rooms: Step['rooms'] },
  { row, rules }: LoadedCondition,
  end: { readonly status: ConditionStatus; readonly summary?: string | undefined },
  updatedBy?: string,
): Promise<void> {
  const now = rooms.clock.now();
  for (const { id, status, summary } of rules) {
    if (status !== 'InProgress') continue;
    await endRule(tx, id, { status: 'Abandoned', updatedBy, summary: hinderedBy(summary) }, now);
    await rooms.work.schedule(tx, RULE_WORK, id);
  }
  await endCondition(tx, row.id, { ...end, now });
}
