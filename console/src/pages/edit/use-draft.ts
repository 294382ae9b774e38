import { useState } from 'react';
import type { Draft } from './draft.ts';
import type { Typed } from './json-side.tsx';

/** A draft while it is written, by the form or as JSON: whichever was written last is what it says. */
export interface Writing {
  /** What it was made of. */
  readonly origin: Draft;
  readonly draft: Draft;
  /** As it was typed in the JSON, while the form has not changed it since. */
  readonly typed: Typed | undefined;
  /** True once anything was written. */
  readonly changed: boolean;
  write(draft: Draft): void;
  type(typed: Typed): void;
  /** Lets go of what was written. */
  beginAgain(origin: Draft): void;
}

export function useDraft(before: Draft): Writing {
  const [origin, setOrigin] = useState(before);
  const [draft, setDraft] = useState(before);
  const [typed, setTyped] = useState<Typed>();
  const write = (next: Draft) => {
    setTyped(undefined);
    setDraft(next);
  };
  return {
    origin,
    draft,
    typed,
    changed: draft !== origin || typed?.problem !== undefined,
    write,
    type: (next) => {
      setTyped(next);
      setDraft(next.draft);
    },
    beginAgain: (next) => {
      setOrigin(next);
      write(next);
    },
  };
}
