import {
  type ConditionType,
  OverrideStageConditionCommand,
  type StageConditionState,
  type StageDeclaration,
  type StageState,
} from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Status } from '../../parts/status.tsx';
import { useDeed } from '../../parts/use-deed.ts';
import { useCodePipeline } from '../../wire/codepipeline.ts';

type Hook = 'beforeEntry' | 'onSuccess' | 'onFailure';

interface ConditionsProps {
  readonly pipeline: string;
  readonly stage: string;
  readonly declared: StageDeclaration;
  readonly state: StageState | undefined;
  readonly hooks: readonly Hook[];
}

const WORDS = { beforeEntry: 'Before entry', onSuccess: 'On success', onFailure: 'On failure' };

/** AWS lets people override what keeps an execution out of a stage or in it; a failure has no override. */
const OVERRIDABLE: Readonly<Record<Hook, ConditionType | undefined>> = {
  beforeEntry: 'BEFORE_ENTRY',
  onSuccess: 'ON_SUCCESS',
  onFailure: undefined,
};

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
  const client = useCodePipeline();
  const standing = standingOf(state, hook);
  const status = standing?.latestExecution?.status;
  const conditionType = OVERRIDABLE[hook];
  const override = useDeed({
    perform: () =>
      client.send(
        new OverrideStageConditionCommand({
          pipelineName: pipeline,
          stageName: stage,
          pipelineExecutionId: state?.latestExecution?.pipelineExecutionId,
          conditionType,
        }),
      ),
    told: () => `The condition of ${stage} is overridden.`,
  });
  const rules = standing?.conditionStates?.flatMap(({ ruleStates }) => ruleStates ?? []) ?? [];
  const declaredRules = declared[hook]?.conditions?.flatMap(({ rules: names }) => names ?? []) ?? [];
  const result = declared[hook]?.conditions?.[0]?.result ?? resultOf(declared, hook);
  return (
    <Box>
      <SpaceBetween size="xs" direction="horizontal" alignItems="center">
        <Box variant="awsui-key-label">{WORDS[hook]}</Box>
        <Box color="text-body-secondary">else {result}</Box>
        {status !== undefined && <Status status={status} />}
        {conditionType !== undefined && (status === 'InProgress' || status === 'Failed') && (
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
