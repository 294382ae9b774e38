import type { StageConditionState, StageDeclaration, StageState } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Status } from '../../parts/status/status.tsx';
import { HOOK_WORDS, type Hook, isOverridable, useOverride } from './overriding.ts';

interface ConditionsProps {
  readonly pipeline: string;
  readonly stage: string;
  readonly declared: StageDeclaration;
  readonly state: StageState | undefined;
  readonly hooks: readonly Hook[];
}

/** The conditions of a stage with their rules, as they stand. */
export function Conditions({ hooks, ...place }: ConditionsProps) {
  return hooks
    .filter((hook) => (place.declared[hook]?.conditions?.length ?? 0) > 0 || resultOf(place.declared, hook) !== '')
    .map((hook) => <Condition key={hook} hook={hook} {...place} />);
}

function Condition({
  hook,
  pipeline,
  stage,
  declared,
  state,
}: Omit<ConditionsProps, 'hooks'> & { readonly hook: Hook }) {
  const standing = standingOf(state, hook);
  const status = standing?.latestExecution?.status;
  const override = useOverride({ pipeline, stage, hook, executionId: state?.latestExecution?.pipelineExecutionId });
  const rules = standing?.conditionStates?.flatMap(({ ruleStates }) => ruleStates ?? []) ?? [];
  const declaredRules = declared[hook]?.conditions?.flatMap(({ rules: names }) => names ?? []) ?? [];
  const result = declared[hook]?.conditions?.[0]?.result ?? resultOf(declared, hook);
  return (
    <Box>
      <SpaceBetween size="xs" direction="horizontal" alignItems="center">
        <Box variant="awsui-key-label">{HOOK_WORDS[hook]}</Box>
        <Box color="text-body-secondary">
          {declaredRules.length === 0 ? 'then' : 'else'} {result}
        </Box>
        {status !== undefined && <Status status={status} />}
        {isOverridable(hook, status, result) && (
          <Button variant="inline-link" loading={override.busy} onClick={() => override.do()}>
            Override
          </Button>
        )}
      </SpaceBetween>
      {declaredRules.map(({ name = '', ruleTypeId }) => {
        const rule = rules.find(({ ruleName }) => ruleName === name)?.latestExecution;
        return (
          <SpaceBetween key={name} size="xs" direction="horizontal" alignItems="center">
            <Box>{name}</Box>
            <Box color="text-body-secondary">{ruleTypeId?.provider}</Box>
            {rule !== undefined && <Status status={rule.status} />}
            <Box color="text-body-secondary">{rule?.errorDetails?.message ?? rule?.summary}</Box>
          </SpaceBetween>
        );
      })}
    </Box>
  );
}

function resultOf(declared: StageDeclaration, hook: Hook): string {
  return hook === 'onFailure' ? (declared.onFailure?.result ?? '') : '';
}

function standingOf(state: StageState | undefined, hook: Hook): StageConditionState | undefined {
  switch (hook) {
    case 'beforeEntry':
      return state?.beforeEntryConditionState;
    case 'onSuccess':
      return state?.onSuccessConditionState;
    case 'onFailure':
      return state?.onFailureConditionState;
  }
}
