import type { ActionDeclaration, ActionType } from '@aws-sdk/client-codepipeline';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { ActionMore } from './action-more.tsx';
import { ConfigurationForm } from './configuration-form.tsx';

interface ActionFormProps {
  readonly action: ActionDeclaration;
  readonly type: ActionType | undefined;
  onChange(change: Partial<ActionDeclaration>): void;
  onRemove(): void;
}

/** An action, with the fields its type has. */
export function ActionForm({ action, type, onChange, onRemove }: ActionFormProps) {
  const { name = '', actionTypeId, configuration = {}, runOrder = 1, namespace = '' } = action;
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
          <Artifacts
            label="Input artifacts"
            names={action.inputArtifacts?.map((artifact) => artifact.name ?? '') ?? []}
            onChange={(names) => onChange({ inputArtifacts: names.map((artifact) => ({ name: artifact })) })}
          />
        )}
        {(type?.outputArtifactDetails?.maximumCount ?? 0) > 0 && (
          <Artifacts
            label="Output artifacts"
            names={action.outputArtifacts?.map((artifact) => artifact.name ?? '') ?? []}
            onChange={(names) => onChange({ outputArtifacts: names.map((artifact) => ({ name: artifact })) })}
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
        <FormField label="Run order" description="Actions of the same number run at once">
          <Input
            type="number"
            value={String(runOrder)}
            onChange={({ detail }) => onChange({ runOrder: Number(detail.value) })}
          />
        </FormField>
        <ActionMore action={action} onChange={onChange} />
      </SpaceBetween>
    </ExpandableSection>
  );
}

interface ArtifactsProps {
  readonly label: string;
  readonly names: readonly string[];
  onChange(names: string[]): void;
}

function Artifacts({ label, names, onChange }: ArtifactsProps) {
  return (
    <FormField label={label} description="Names, with blanks between them">
      <Input
        value={names.join(' ')}
        onChange={({ detail }) => onChange(detail.value === '' ? [] : detail.value.split(' '))}
      />
    </FormField>
  );
}
