const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

/** `1.5 MB`: powers of a thousand. */
export function ByteSize({ bytes }: { readonly bytes: number | undefined }) {
  if (bytes === undefined) return <>-</>;
  if (bytes < 1_000) return <>{bytes} B</>;
  const power = Math.min(UNITS.length, Math.floor(Math.log10(bytes) / 3));
  return (
    <>
      {(bytes / 1_000 ** power).toFixed(1)} {UNITS[power - 1]}
    </>
  );
}
