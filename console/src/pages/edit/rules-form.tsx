import type { RuleDeclaration, RuleType } from '@aws-sdk/client-codepipeline';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { ArtifactsForm } from './artifacts-form.tsx';
import { ConfigurationForm } from './configuration-form.tsx';
import { freeName, replaced, without } from './draft.ts';
import { NumberInput } from './number-input.tsx';
import { useRuleTypes } from './use-rule-types.ts';

interface RulesFormProps {
  readonly rules: readonly RuleDeclaration[];
  onChange(rules: RuleDeclaration[]): void;
}

/** The rules of a condition, each with the fields its type has. */
export function RulesForm({ rules, onChange }: RulesFormProps) {
  const types = useRuleTypes().data ?? new Map<string, RuleType>();
  const add = (provider: string) => {
    const name = freeName(
      provider,
      rules.map((rule) => rule.name ?? ''),
    );
    onChange([...rules, { name, ruleTypeId: types.get(provider)?.id, configuration: {} }]);
  };
  return (
    <SpaceBetween size="s">
      {rules.map((rule, index) => (
        <RuleForm
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule keeps its place while its name is typed
          key={index}
          rule={rule}
          type={types.get(rule.ruleTypeId?.provider ?? '')}
          onChange={(change) => onChange(replaced(rules, index, change))}
          onRemove={() => onChange(without(rules, index))}
        />
      ))}
      <ButtonDropdown
        items={[...types.keys()].map((id) => ({ id, text: id }))}
        expandToViewport
        onItemClick={({ detail }) => add(detail.id)}
      >
        Add rule
      </ButtonDropdown>
    </SpaceBetween>
  );
}

interface RuleFormProps {
  readonly rule: RuleDeclaration;
  readonly type: RuleType | undefined;
  onChange(change: Partial<RuleDeclaration>): void;
  onRemove(): void;
}

function RuleForm({ rule, type, onChange, onRemove }: RuleFormProps) {
  const { name = '', ruleTypeId, configuration = {}, commands = [], inputArtifacts = [] } = rule;
  const { roleArn = '', region = '', timeoutInMinutes } = rule;
  return (
    <Container
      header={
        <Header
          variant="h3"
          description={ruleTypeId?.provider}
          actions={
            <Button onClick={onRemove} ariaLabel={`Remove rule ${name}`}>
              Remove
            </Button>
          }
        >
          Rule {name}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <FormField label="Name of the rule">
          <Input value={name} onChange={({ detail }) => onChange({ name: detail.value })} />
        </FormField>
        <ConfigurationForm
          properties={type?.ruleConfigurationProperties ?? []}
          configuration={configuration}
          onChange={(next) => onChange({ configuration: next })}
        />
        {ruleTypeId?.provider === 'Commands' && (
          <FormField label="Commands" description="One a line">
            <Textarea
              value={commands.join('\n')}
              onChange={({ detail }) => onChange({ commands: detail.value.split('\n') })}
            />
          </FormField>
        )}
        {(type?.inputArtifactDetails?.maximumCount ?? 0) > 0 && (
          <ArtifactsForm
            label="Input artifacts of the rule"
            artifacts={inputArtifacts}
            onChange={(artifacts) => onChange({ inputArtifacts: artifacts })}
          />
        )}
        <FormField label="Role of the rule">
          <Input value={roleArn} onChange={({ detail }) => onChange({ roleArn: detail.value || undefined })} />
        </FormField>
        <FormField label="Region of the rule">
          <Input value={region} onChange={({ detail }) => onChange({ region: detail.value || undefined })} />
        </FormField>
        <FormField label="Time-out of the rule" description="Minutes">
          <NumberInput value={timeoutInMinutes} onChange={(next) => onChange({ timeoutInMinutes: next })} />
        </FormField>
      </SpaceBetween>
    </Container>
  );
}
