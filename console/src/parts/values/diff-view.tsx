import { diffLines } from 'diff';
import './diff-view.css';

interface DiffViewProps {
  readonly before: string;
  readonly after: string;
  readonly label: string;
}

const CONTEXT = 3;

/** What changed from one text to another, line by line; long stretches of the same are left out. */
export function DiffView({ before, after, label }: DiffViewProps) {
  const lines = shortened(
    diffLines(before, after).flatMap(({ value, added, removed }) =>
      value
        .replace(/\n$/, '')
        .split('\n')
        .map((text) => ({ mark: added ? '+' : removed ? '-' : ' ', text })),
    ),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="diff" aria-label={`Changes of ${label}`} tabIndex={0}>
      {lines.map(({ mark, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a difference never change their places
        <div key={index} data-mark={mark}>
          {mark} {text}
        </div>
      ))}
    </section>
  );
}

interface Line {
  readonly mark: string;
  readonly text: string;
}

function shortened(lines: readonly Line[]): readonly Line[] {
  const near = new Set<number>();
  for (const [index, { mark }] of lines.entries()) {
    if (mark === ' ') continue;
    for (let at = index - CONTEXT; at <= index + CONTEXT; at += 1) near.add(at);
  }
  return lines.flatMap((line, index) => {
    if (near.has(index)) return [line];
    return near.has(index - 1) || index === 0 ? [{ mark: '…', text: '' }] : [];
  });
}
