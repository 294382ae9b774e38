import type { ActionDeclaration, EnvironmentVariable } from '@aws-sdk/client-codepipeline';
import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { without } from './draft.ts';
import { NumberInput } from './number-input.tsx';

interface ActionMoreProps {
  readonly action: ActionDeclaration;
  onChange(change: Partial<ActionDeclaration>): void;
}

/** What only some actions say: where and as whom they run, how long, and what builds are told and tell. */
export function ActionMore({ action, onChange }: ActionMoreProps) {
  const { actionTypeId, region = '', roleArn = '', timeoutInMinutes } = action;
  const { outputVariables = [], environmentVariables = [] } = action;
  const isCommands = actionTypeId?.provider === 'Commands';
  return (
    <ExpandableSection headerText="More" headerDescription="Region, role, time-out, variables">
      <SpaceBetween size="m">
        <FormField label="Region of the action">
          <Input value={region} onChange={({ detail }) => onChange({ region: detail.value || undefined })} />
        </FormField>
        <FormField label="Role of the action">
          <Input value={roleArn} onChange={({ detail }) => onChange({ roleArn: detail.value || undefined })} />
        </FormField>
        {actionTypeId?.category === 'Approval' && (
          <FormField label="Time-out" description="Minutes">
            <NumberInput value={timeoutInMinutes} onChange={(next) => onChange({ timeoutInMinutes: next })} />
          </FormField>
        )}
        {isCommands && (
          <FormField label="Output variables" description="Names, one a line">
            <Textarea
              value={outputVariables.join('\n')}
              onChange={({ detail }) =>
                onChange({ outputVariables: detail.value === '' ? undefined : detail.value.split('\n') })
              }
            />
          </FormField>
        )}
        {isCommands && (
          <Environment
            variables={environmentVariables}
            onChange={(variables) => onChange({ environmentVariables: variables })}
          />
        )}
      </SpaceBetween>
    </ExpandableSection>
  );
}

interface EnvironmentProps {
  readonly variables: readonly EnvironmentVariable[];
  onChange(variables: EnvironmentVariable[]): void;
}

const KINDS = [
  { value: 'PLAINTEXT', label: 'Plain text' },
  { value: 'SECRETS_MANAGER', label: 'Secrets Manager' },
] as const;

function Environment({ variables, onChange }: EnvironmentProps) {
  const change = (at: number, change: Partial<EnvironmentVariable>) =>
    onChange(variables.map((variable, index) => (index === at ? { ...variable, ...change } : variable)));
  return (
    <AttributeEditor<EnvironmentVariable>
      items={variables}
      addButtonText="Add environment variable"
      removeButtonText="Remove"
      empty="It has no environment variables."
      onAddButtonClick={() => onChange([...variables, { name: '', value: '' }])}
      onRemoveButtonClick={({ detail }) => onChange(without(variables, detail.itemIndex))}
      definition={[
        {
          label: 'Environment variable',
          control: ({ name }, at) => (
            <Input value={name ?? ''} onChange={({ detail }) => change(at, { name: detail.value })} />
          ),
        },
        {
          label: 'Value',
          control: ({ value }, at) => (
            <Input value={value ?? ''} onChange={({ detail }) => change(at, { value: detail.value })} />
          ),
        },
        {
          label: 'Kind',
          control: ({ type = 'PLAINTEXT' }, at) => (
            <Select
              selectedOption={KINDS.find(({ value }) => value === type) ?? null}
              options={KINDS}
              onChange={({ detail }) =>
                change(at, { type: KINDS.find(({ value }) => value === detail.selectedOption.value)?.value })
              }
            />
          ),
        },
      ]}
    />
  );
}
