import type { PipelineDeclaration, RuleExecutionDetail } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Status } from '../../parts/status/status.tsx';
import { Duration } from '../../parts/values/time.tsx';
import { HOOK_WORDS, type Hook, isOverridable, useOverride } from '../pipeline/overriding.ts';
import { useDeclaration } from '../pipeline/use-pipeline.ts';
import { useRules } from './use-execution.ts';

interface RulesSeenProps {
  readonly name: string;
  readonly id: string;
  readonly version: number | undefined;
}

/** The conditions an execution met, with how each of their rules went; nothing where it met none. */
export function RulesSeen({ name, id, version }: RulesSeenProps) {
  const rules = useRules(name, id).data ?? [];
  const declaration = useDeclaration(name, version).data;
  if (rules.length === 0 || declaration === undefined) return null;
  return (
    <Container header={<Header>Conditions</Header>}>
      <SpaceBetween size="m">
        {conditionsOf(declaration, rules).map((met) => (
          <Met key={`${met.stage}/${met.hook}`} name={name} id={id} met={met} />
        ))}
      </SpaceBetween>
    </Container>
  );
}

interface MetCondition {
  readonly stage: string;
  readonly hook: Hook;
  readonly result: string | undefined;
  /** Newest first; a stage that was retried has met its condition more than once. */
  readonly rules: readonly RuleExecutionDetail[];
}

const HOOKS: readonly Hook[] = ['beforeEntry', 'onSuccess', 'onFailure'];

function conditionsOf({ stages = [] }: PipelineDeclaration, rules: readonly RuleExecutionDetail[]): MetCondition[] {
  return stages
    .flatMap((stage) =>
      HOOKS.flatMap((hook) => {
        const conditions = stage[hook]?.conditions ?? [];
        const names = conditions.flatMap(({ rules: declared = [] }) => declared.map(({ name }) => name));
        const met = rules.filter(({ stageName, ruleName }) => stageName === stage.name && names.includes(ruleName));
        return { stage: stage.name ?? '', hook, result: conditions[0]?.result, rules: met };
      }),
    )
    .filter(({ rules: met }) => met.length > 0);
}

function Met({ name, id, met }: { readonly name: string; readonly id: string; readonly met: MetCondition }) {
  const { stage, hook, result, rules } = met;
  const override = useOverride({ pipeline: name, stage, hook, executionId: id });
  const standing = rules.find(({ status }) => status === 'InProgress' || status === 'Failed')?.status;
  return (
    <div>
      <SpaceBetween size="xs" direction="horizontal" alignItems="center">
        <Box variant="awsui-key-label">
          {stage}: {HOOK_WORDS[hook]}
        </Box>
        <Box color="text-body-secondary">else {result}</Box>
        {isOverridable(hook, standing, result) && (
          <Button variant="inline-link" loading={override.busy} onClick={() => override.do()}>
            Override
          </Button>
        )}
      </SpaceBetween>
      {rules.map(({ ruleExecutionId, ruleName, status, startTime, lastUpdateTime, output }) => {
        const { errorDetails, externalExecutionSummary } = output?.executionResult ?? {};
        return (
          <SpaceBetween key={ruleExecutionId} size="xs" direction="horizontal" alignItems="center">
            <Box>{ruleName}</Box>
            <Status status={status} />
            <Duration from={startTime} to={status === 'InProgress' ? undefined : lastUpdateTime} />
            <Box color="text-body-secondary">{errorDetails?.message ?? externalExecutionSummary}</Box>
          </SpaceBetween>
        );
      })}
    </div>
  );
}
