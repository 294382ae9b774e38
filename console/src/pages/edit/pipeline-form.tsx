import type { ExecutionMode, PipelineType } from '@aws-sdk/client-codepipeline';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ArtifactStoresForm } from './artifact-stores-form.tsx';
import type { Draft } from './draft.ts';

interface PipelineFormProps {
  readonly draft: Draft;
  readonly isNew: boolean;
  onChange(draft: Draft): void;
}

const MODES = [
  { value: 'SUPERSEDED', label: 'Superseded', description: 'A newer execution takes the place of one that waits' },
  { value: 'QUEUED', label: 'Queued', description: 'One after the other, in order' },
  { value: 'PARALLEL', label: 'Parallel', description: 'Beside one another' },
];
const TYPES = [
  { value: 'V1', label: 'V1' },
  { value: 'V2', label: 'V2', description: 'Variables, triggers, modes, conditions' },
];

/** What is said of the pipeline as a whole. */
export function PipelineForm({ draft, isNew, onChange }: PipelineFormProps) {
  const { name = '', roleArn = '', pipelineType = 'V1', executionMode = 'SUPERSEDED' } = draft;
  return (
    <Container header={<Header>Pipeline</Header>}>
      <SpaceBetween size="m">
        <FormField label="Name">
          <Input value={name} disabled={!isNew} onChange={({ detail }) => onChange({ ...draft, name: detail.value })} />
        </FormField>
        <FormField label="Type">
          <Select
            selectedOption={TYPES.find(({ value }) => value === pipelineType) ?? null}
            options={TYPES}
            onChange={({ detail }) => onChange({ ...draft, pipelineType: detail.selectedOption.value as PipelineType })}
          />
        </FormField>
        <FormField label="Execution mode">
          <Select
            selectedOption={MODES.find(({ value }) => value === executionMode) ?? null}
            options={MODES}
            onChange={({ detail }) =>
              onChange({ ...draft, executionMode: detail.selectedOption.value as ExecutionMode })
            }
          />
        </FormField>
        <ArtifactStoresForm draft={draft} onChange={onChange} />
        <FormField label="Role">
          <Input value={roleArn} onChange={({ detail }) => onChange({ ...draft, roleArn: detail.value })} />
        </FormField>
      </SpaceBetween>
    </Container>
  );
}
