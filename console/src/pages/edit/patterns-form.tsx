import type { GitBranchFilterCriteria } from '@aws-sdk/client-codepipeline';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';

interface PatternsFormProps {
  readonly what: string;
  readonly of: GitBranchFilterCriteria | undefined;
  onChange(patterns: GitBranchFilterCriteria | undefined): void;
}

/** Patterns that are wanted, and patterns that are not. */
export function PatternsForm({ what, of = {}, onChange }: PatternsFormProps) {
  const { includes = [], excludes = [] } = of;
  const change = (part: GitBranchFilterCriteria) => {
    const next = { ...of, ...part };
    const nothing = (next.includes ?? []).length === 0 && (next.excludes ?? []).length === 0;
    onChange(nothing ? undefined : next);
  };
  return (
    <ColumnLayout columns={2}>
      <FormField label={what} description="Glob patterns, with blanks between them">
        <Input value={includes.join(' ')} onChange={({ detail }) => change({ includes: listOf(detail.value) })} />
      </FormField>
      <FormField label={`${what} left out`} description="They win over the others">
        <Input value={excludes.join(' ')} onChange={({ detail }) => change({ excludes: listOf(detail.value) })} />
      </FormField>
    </ColumnLayout>
  );
}

/** A blank at the end stays while the next is typed. */
function listOf(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}
