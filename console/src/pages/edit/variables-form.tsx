import type { PipelineVariableDeclaration } from '@aws-sdk/client-codepipeline';
import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import { without } from './draft.ts';

interface VariablesFormProps {
  readonly variables: readonly PipelineVariableDeclaration[];
  onChange(variables: PipelineVariableDeclaration[]): void;
}

const FIELDS = [
  { key: 'name', label: 'Name' },
  { key: 'defaultValue', label: 'Default value' },
  { key: 'description', label: 'Description' },
] as const;

export function VariablesForm({ variables, onChange }: VariablesFormProps) {
  return (
    <Container header={<Header>Variables</Header>}>
      <AttributeEditor<PipelineVariableDeclaration>
        items={variables}
        addButtonText="Add variable"
        removeButtonText="Remove"
        empty="It has none."
        onAddButtonClick={() => onChange([...variables, { name: '' }])}
        onRemoveButtonClick={({ detail }) => onChange(without(variables, detail.itemIndex))}
        definition={FIELDS.map(({ key, label }) => ({
          label,
          control: (variable, at) => (
            <Input
              value={variable[key] ?? ''}
              onChange={({ detail }) =>
                onChange(variables.map((other, index) => (index === at ? { ...other, [key]: detail.value } : other)))
              }
            />
          ),
        }))}
      />
    </Container>
  );
}
