import type { OutputArtifact } from '@aws-sdk/client-codepipeline';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { replaced } from './draft.ts';

interface ArtifactsFormProps {
  readonly label: string;
  readonly artifacts: readonly OutputArtifact[];
  /** Whether an artifact says which files are in it. */
  readonly hasFiles?: boolean;
  onChange(artifacts: OutputArtifact[]): void;
}

/** Artifacts by their names; what else is said of one stays with its name. */
export function ArtifactsForm({ label, artifacts, hasFiles = false, onChange }: ArtifactsFormProps) {
  const rename = (names: string) =>
    onChange(
      names === ''
        ? []
        : names.split(' ').map((name) => artifacts.find((artifact) => artifact.name === name) ?? { name }),
    );
  return (
    <SpaceBetween size="m">
      <FormField label={label} description="Names, with blanks between them">
        <Input value={artifacts.map(({ name }) => name).join(' ')} onChange={({ detail }) => rename(detail.value)} />
      </FormField>
      {hasFiles &&
        artifacts.map(({ name = '', files = [] }, at) => (
          <FormField
            // biome-ignore lint/suspicious/noArrayIndexKey: an artifact keeps its place while its name is typed
            key={at}
            label={`Files of ${name}`}
            description="Paths or patterns, one a line"
          >
            <Textarea
              value={files.join('\n')}
              rows={2}
              onChange={({ detail }) => onChange(replaced(artifacts, at, { files: detail.value.split('\n') }))}
            />
          </FormField>
        ))}
    </SpaceBetween>
  );
}
