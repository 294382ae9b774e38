import Input from '@cloudscape-design/components/input';

interface NumberInputProps {
  readonly value: number | undefined;
  onChange(value: number | undefined): void;
}

/** A number, or nothing. */
export function NumberInput({ value, onChange }: NumberInputProps) {
  return (
    <Input
      type="number"
      value={value === undefined ? '' : String(value)}
      onChange={({ detail }) => onChange(detail.value === '' ? undefined : Number(detail.value))}
    />
  );
}
