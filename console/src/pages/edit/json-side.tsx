import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { type Draft, tidied } from './draft.ts';
import { readDraft } from './read-draft.ts';

/** Text as somebody typed it, and the draft it stands for: the one before it while it is none. */
export interface Typed {
  readonly text: string;
  readonly draft: Draft;
  /** Why it is no declaration. */
  readonly problem?: string;
}

/** What is typed here reaches the form as soon as it is a declaration again. */
export function typedOver(draft: Draft, text: string): Typed {
  try {
    return { text, draft: readDraft(text) };
  } catch (error) {
    return { text, draft, problem: error instanceof Error ? error.message : String(error) };
  }
}

interface JsonSideProps {
  readonly draft: Draft;
  /** What was typed here last, and is not yet told differently by the form. */
  readonly typed: Typed | undefined;
  onType(typed: Typed): void;
}

/** The same declaration as JSON. It stays as it is typed until the form changes it: nobody's line breaks go while they write. */
export function JsonSide({ draft, typed, onType }: JsonSideProps) {
  const text = typed?.text ?? JSON.stringify(tidied(draft), undefined, 2);
  return (
    <FormField label="JSON" stretch errorText={typed?.problem}>
      <Textarea
        value={text}
        rows={Math.min(60, text.split('\n').length + 1)}
        onChange={({ detail }) => onType(typedOver(draft, detail.value))}
        spellcheck={false}
      />
    </FormField>
  );
}
