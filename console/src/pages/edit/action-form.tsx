import type { ActionDeclaration, ActionType } from '@aws-sdk/client-codepipeline';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { ActionMore } from './action-more.tsx';
import { ArtifactsForm } from './artifacts-form.tsx';
import { ConfigurationForm } from './configuration-form.tsx';
import { NumberInput } from './number-input.tsx';

interface ActionFormProps {
  readonly action: ActionDeclaration;
  readonly type: ActionType | undefined;
  onChange(change: Partial<ActionDeclaration>): void;
  onRemove(): void;
}

/** An action, with the fields its type has. */
export function ActionForm({ action, type, onChange, onRemove }: ActionFormProps) {
  const { name = '', actionTypeId, configuration = {}, runOrder, namespace = '' } = action;
  return (
    <ExpandableSection
      defaultExpanded
      headerText={name || 'An action'}
      headerDescription={`${actionTypeId?.category} · ${actionTypeId?.owner} · ${actionTypeId?.provider}`}
      headerActions={
        <Button onClick={onRemove} ariaLabel={`Remove action ${name}`}>
          Remove
        </Button>
      }
      variant="stacked"
    >
      <SpaceBetween size="m">
        <FormField label="Name of the action">
          <Input value={name} onChange={({ detail }) => onChange({ name: detail.value })} />
        </FormField>
        <ConfigurationForm
          properties={type?.actionConfigurationProperties ?? []}
          configuration={configuration}
          onChange={(next) => onChange({ configuration: next })}
        />
        {(type?.inputArtifactDetails?.maximumCount ?? 0) > 0 && (
          <ArtifactsForm
            label="Input artifacts"
            artifacts={action.inputArtifacts ?? []}
            onChange={(inputArtifacts) => onChange({ inputArtifacts })}
          />
        )}
        {(type?.outputArtifactDetails?.maximumCount ?? 0) > 0 && (
          <ArtifactsForm
            label="Output artifacts"
            artifacts={action.outputArtifacts ?? []}
            hasFiles={actionTypeId?.provider === 'Commands'}
            onChange={(outputArtifacts) => onChange({ outputArtifacts })}
          />
        )}
        {actionTypeId?.provider === 'Commands' && (
          <FormField label="Commands" description="One a line">
            <Textarea
              value={(action.commands ?? []).join('\n')}
              onChange={({ detail }) => onChange({ commands: detail.value.split('\n') })}
            />
          </FormField>
        )}
        <FormField label="Namespace" description="Its variables are then #{namespace.key}">
          <Input value={namespace} onChange={({ detail }) => onChange({ namespace: detail.value || undefined })} />
        </FormField>
        <FormField label="Run order" description="Actions of the same number run at once; left out, it is 1">
          <NumberInput value={runOrder} onChange={(next) => onChange({ runOrder: next })} />
        </FormField>
        <ActionMore action={action} onChange={onChange} />
      </SpaceBetween>
    </ExpandableSection>
  );
}
