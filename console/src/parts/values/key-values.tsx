import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';

interface KeyValuesProps {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly empty: string;
}

/** Names with their values, as text. */
export function KeyValues({ values, empty }: KeyValuesProps) {
  const items = Object.entries(values).flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
  return items.length === 0 ? (
    <Box color="text-body-secondary">{empty}</Box>
  ) : (
    <div className="anywhere">
      <KeyValuePairs columns={2} minColumnWidth={240} items={items} />
    </div>
  );
}
