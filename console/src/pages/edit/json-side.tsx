import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { type Draft, tidied } from './draft.ts';

interface JsonSideProps {
  readonly draft: Draft;
  onChange(draft: Draft): void;
}

/** The same declaration as JSON. What is typed here reaches the form as soon as it is JSON again. */
export function JsonSide({ draft, onChange }: JsonSideProps) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly problem: string }>();
  const text = typed?.text ?? JSON.stringify(tidied(draft), undefined, 2);
  const type = (next: string) => {
    try {
      onChange(JSON.parse(next) as Draft);
      setTyped(undefined);
    } catch (error) {
      setTyped({ text: next, problem: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <FormField label="JSON" stretch errorText={typed?.problem}>
      <Textarea
        value={text}
        rows={Math.min(60, text.split('\n').length + 1)}
        onChange={({ detail }) => type(detail.value)}
        spellcheck={false}
      />
    </FormField>
  );
}
