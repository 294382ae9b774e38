import type { ArtifactStore } from '@aws-sdk/client-codepipeline';
import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type Draft, replaced, without } from './draft.ts';

interface ArtifactStoresFormProps {
  readonly draft: Draft;
  onChange(draft: Draft): void;
}

/** Where artifacts are kept: in one bucket, or in one for each region that actions run in. */
export function ArtifactStoresForm({ draft, onChange }: ArtifactStoresFormProps) {
  const { artifactStore, artifactStores, ...others } = draft;
  const switchTo = (several: boolean) => {
    const [[, first = artifactStore] = []] = Object.entries(artifactStores ?? {});
    const one: ArtifactStore = first ?? { type: 'S3', location: '' };
    onChange(several ? { ...others, artifactStores: { '': one } } : { ...others, artifactStore: one });
  };
  return (
    <SpaceBetween size="s">
      <Checkbox checked={artifactStores !== undefined} onChange={({ detail }) => switchTo(detail.checked)}>
        One bucket for each region
      </Checkbox>
      {artifactStores === undefined ? (
        <OneStore
          store={artifactStore}
          onChange={(change) =>
            onChange({ ...draft, artifactStore: { type: 'S3', location: '', ...artifactStore, ...change } })
          }
        />
      ) : (
        <Stores stores={artifactStores} onChange={(stores) => onChange({ ...draft, artifactStores: stores })} />
      )}
    </SpaceBetween>
  );
}

interface OneStoreProps {
  readonly store: ArtifactStore | undefined;
  onChange(change: Partial<ArtifactStore>): void;
}

function OneStore({ store, onChange }: OneStoreProps) {
  return (
    <SpaceBetween size="m">
      <FormField label="Artifact bucket">
        <Input value={store?.location ?? ''} onChange={({ detail }) => onChange({ location: detail.value })} />
      </FormField>
      <FormField label="Encryption key" description="Left out, the key of the service">
        <Input
          value={store?.encryptionKey?.id ?? ''}
          onChange={({ detail }) => onChange({ encryptionKey: keyOf(detail.value) })}
        />
      </FormField>
    </SpaceBetween>
  );
}

interface StoresProps {
  readonly stores: Readonly<Record<string, ArtifactStore>>;
  onChange(stores: Record<string, ArtifactStore>): void;
}

function Stores({ stores, onChange }: StoresProps) {
  const rows = Object.entries(stores).map(([region, store]) => ({ region, store }));
  const write = (next: typeof rows) => onChange(Object.fromEntries(next.map(({ region, store }) => [region, store])));
  const change = (at: number, part: Partial<ArtifactStore>) =>
    write(rows.map((row, index) => (index === at ? { ...row, store: { ...row.store, ...part } } : row)));
  return (
    <AttributeEditor
      items={rows}
      addButtonText="Add region"
      removeButtonText="Remove"
      empty="There is no bucket yet."
      onAddButtonClick={() => write([...rows, { region: '', store: { type: 'S3', location: '' } }])}
      onRemoveButtonClick={({ detail }) => write(without(rows, detail.itemIndex))}
      definition={[
        {
          label: 'Region',
          control: ({ region }, at) => (
            <Input value={region} onChange={({ detail }) => write(replaced(rows, at, { region: detail.value }))} />
          ),
        },
        {
          label: 'Artifact bucket',
          control: ({ store }, at) => (
            <Input value={store.location ?? ''} onChange={({ detail }) => change(at, { location: detail.value })} />
          ),
        },
        {
          label: 'Encryption key',
          control: ({ store }, at) => (
            <Input
              value={store.encryptionKey?.id ?? ''}
              onChange={({ detail }) => change(at, { encryptionKey: keyOf(detail.value) })}
            />
          ),
        },
      ]}
    />
  );
}

function keyOf(id: string): ArtifactStore['encryptionKey'] {
  return id === '' ? undefined : { id, type: 'KMS' };
}
