import type {
  FailureConditions,
  Result,
  RuleDeclaration,
  StageDeclaration,
  StageRetryMode,
} from '@aws-sdk/client-codepipeline';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { HOOK_WORDS, HOOKS, type Hook } from '../pipeline/overriding.ts';
import { RulesForm } from './rules-form.tsx';

interface ConditionsFormProps {
  readonly stage: StageDeclaration;
  onChange(change: Partial<StageDeclaration>): void;
}

const NOTHING = { value: '', label: 'Nothing' };
const WORDS: Readonly<Record<Result, string>> = {
  FAIL: 'Fail the stage',
  ROLLBACK: 'Roll back the stage',
  RETRY: 'Try the stage again',
  SKIP: 'Skip the stage',
};
const RESULTS: Readonly<Record<Hook, readonly Result[]>> = {
  beforeEntry: ['FAIL', 'SKIP'],
  onSuccess: ['FAIL', 'ROLLBACK'],
  onFailure: ['ROLLBACK', 'RETRY', 'FAIL', 'SKIP'],
};
const RETRIES = [
  { value: 'FAILED_ACTIONS', label: 'The failed actions' },
  { value: 'ALL_ACTIONS', label: 'All actions' },
] as const;

/** What must hold before a stage begins and after it has ended, and what is done where it does not. */
export function ConditionsForm({ stage, onChange }: ConditionsFormProps) {
  const used = HOOKS.filter((hook) => stage[hook] !== undefined).map((hook) => HOOK_WORDS[hook]);
  return (
    <ExpandableSection headerText="Conditions" headerDescription={used.join(', ') || 'None'}>
      <SpaceBetween size="l">
        {HOOKS.map((hook) => (
          <HookForm key={hook} hook={hook} stage={stage} onChange={onChange} />
        ))}
      </SpaceBetween>
    </ExpandableSection>
  );
}

function HookForm({ hook, stage, onChange }: ConditionsFormProps & { readonly hook: Hook }) {
  const standing: FailureConditions = stage[hook] ?? {};
  const [condition] = standing.conditions ?? [];
  const result = condition?.result ?? standing.result;
  const options = [NOTHING, ...RESULTS[hook].map((value) => ({ value, label: WORDS[value] }))];
  const choose = (value: string | undefined) => {
    const chosen = RESULTS[hook].find((known) => known === value);
    onChange({ [hook]: chosen === undefined ? undefined : decided(hook, standing, chosen) });
  };
  return (
    <SpaceBetween size="s">
      <FormField label={`${HOOK_WORDS[hook]}: ${hook === 'onFailure' ? 'then' : 'where a rule does not hold'}`}>
        <Select
          selectedOption={options.find(({ value }) => value === (result ?? '')) ?? null}
          options={options}
          onChange={({ detail }) => choose(detail.selectedOption.value)}
        />
      </FormField>
      {standing.result === 'RETRY' && (
        <FormField label="What is tried again">
          <Select
            selectedOption={RETRIES.find(({ value }) => value === standing.retryConfiguration?.retryMode) ?? null}
            options={RETRIES}
            onChange={({ detail }) =>
              onChange({
                onFailure: {
                  ...standing,
                  retryConfiguration: { retryMode: detail.selectedOption.value as StageRetryMode },
                },
              })
            }
          />
        </FormField>
      )}
      {result !== undefined && (
        <RulesForm
          rules={condition?.rules ?? []}
          onChange={(rules) => onChange({ [hook]: withRules(hook, result, rules) })}
        />
      )}
    </SpaceBetween>
  );
}

/** A failure has a result of its own, or conditions that have; elsewhere the condition has it. */
function decided(hook: Hook, { conditions }: FailureConditions, result: Result): FailureConditions {
  if (conditions !== undefined) return { conditions: conditions.map((condition) => ({ ...condition, result })) };
  return hook === 'onFailure' ? alone(result) : { conditions: [{ result, rules: [] }] };
}

function withRules(hook: Hook, result: Result, rules: RuleDeclaration[]): FailureConditions {
  return hook === 'onFailure' && rules.length === 0 ? alone(result) : { conditions: [{ result, rules }] };
}

function alone(result: Result): FailureConditions {
  return { result, ...(result === 'RETRY' ? { retryConfiguration: { retryMode: 'FAILED_ACTIONS' } } : {}) };
}
