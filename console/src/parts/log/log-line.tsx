import Anser from 'anser';

/** A line with the colours its writer meant for a terminal, as classes: the policy of the page allows no styles in text. */
export function LogLine({ text }: { readonly text: string }) {
  if (!text.includes('\u001b')) return <span>{text}</span>;
  const parts = Anser.ansiToJson(text, { use_classes: true, remove_empty: true });
  return parts.map(({ content, fg, decoration }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never change their places
    <span key={index} className={[fg, decoration && `ansi-${decoration}`].filter(Boolean).join(' ')}>
      {content}
    </span>
  ));
}
