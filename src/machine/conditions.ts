import type { BeginCondition, Decision, EndCondition } from './decision.ts';
import type { ConditionFacts, ExecutionFacts, Hook, RuleFacts } from './facts.ts';

/** How a condition stands: met, or not, or open; while it is open there may be something to decide. */
export type Judgement<Result> =
  | { readonly kind: 'met' }
  | { readonly kind: 'unmet'; readonly result: Result }
  | { readonly kind: 'open'; readonly decision: Decision | undefined };

const MET = { kind: 'met' } as const;

/** A condition that was not declared is met. */
export function judge<Result>(
  { id, place, conditions }: ExecutionFacts,
  hook: Hook,
  plan: { readonly result: Result } | undefined,
): Judgement<Result> {
  if (plan === undefined) return MET;
  const at = { execution: id, stage: place.stage, hook };
  const condition = conditions.find((candidate) => candidate.hook === hook);
  switch (condition?.status) {
    case undefined:
    case 'Abandoned':
      return { kind: 'open', decision: { kind: 'begin-condition', ...at } };
    case 'InProgress': {
      const outcome = outcomeOf(condition.rules);
      return { kind: 'open', decision: outcome && { kind: 'end-condition', ...at, outcome } };
    }
    case 'Failed':
      return { kind: 'unmet', result: plan.result };
    case 'Succeeded':
    case 'Overridden':
      return MET;
  }
}

/** One rule that has not passed is enough; to be met, a condition needs all. */
function outcomeOf(rules: readonly RuleFacts[]): 'Succeeded' | 'Failed' | undefined {
  if (rules.some(({ status }) => status === 'Failed' || status === 'Abandoned')) return 'Failed';
  return rules.every(({ status }) => status === 'Succeeded') ? 'Succeeded' : undefined;
}

/** The conditions of an execution once the decision is carried out. */
export function withCondition(
  { plan, conditions }: ExecutionFacts,
  decision: BeginCondition | EndCondition,
): ConditionFacts[] {
  const { hook, stage } = decision;
  const others = conditions.filter((condition) => condition.hook !== hook);
  if (decision.kind === 'begin-condition') {
    const rules = plan[stage]?.[hook]?.rules ?? [];
    return [...others, { hook, status: 'InProgress', rules: rules.map((name) => ({ name, status: 'InProgress' })) }];
  }
  const rules = conditions.find((condition) => condition.hook === hook)?.rules ?? [];
  return [...others, { hook, status: decision.outcome, rules: rules.map(ended) }];
}

function ended(rule: RuleFacts): RuleFacts {
  return rule.status === 'InProgress' ? { ...rule, status: 'Abandoned' } : rule;
}
