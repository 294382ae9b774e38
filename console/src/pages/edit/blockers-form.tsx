import type { BlockerDeclaration } from '@aws-sdk/client-codepipeline';
import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Input from '@cloudscape-design/components/input';
import { replaced, without } from './draft.ts';

interface BlockersFormProps {
  readonly blockers: readonly BlockerDeclaration[];
  onChange(blockers: BlockerDeclaration[]): void;
}

/** Blockers of a stage: part of a declaration, and refused by AWS in every one. */
export function BlockersForm({ blockers, onChange }: BlockersFormProps) {
  return (
    <ExpandableSection
      headerText="Blockers"
      headerDescription={blockers.map(({ name }) => name).join(', ') || 'None: AWS keeps them for later'}
    >
      <AttributeEditor<BlockerDeclaration>
        items={blockers}
        addButtonText="Add blocker"
        removeButtonText="Remove"
        empty="It has no blockers."
        onAddButtonClick={() => onChange([...blockers, { name: '', type: 'Schedule' }])}
        onRemoveButtonClick={({ detail }) => onChange(without(blockers, detail.itemIndex))}
        definition={[
          {
            label: 'Name of the blocker',
            control: ({ name = '' }, at) => (
              <Input value={name} onChange={({ detail }) => onChange(replaced(blockers, at, { name: detail.value }))} />
            ),
          },
          { label: 'Kind of blocker', control: ({ type = '' }) => <Input value={type} readOnly /> },
        ]}
      />
    </ExpandableSection>
  );
}
