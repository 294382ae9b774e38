import Select from '@cloudscape-design/components/select';
import { statusWord } from './status.tsx';

interface StatusFilterProps {
  readonly statuses: readonly string[];
  /** The one that is wanted; empty for any. */
  readonly wanted: string;
  readonly ariaLabel: string;
  onChange(wanted: string): void;
}

/** Chooses the status of what a list shows. */
export function StatusFilter({ statuses, wanted, ariaLabel, onChange }: StatusFilterProps) {
  const options = [
    { value: '', label: 'Any status' },
    ...statuses.map((value) => ({ value, label: statusWord(value) })),
  ];
  return (
    <Select
      selectedOption={options.find(({ value }) => value === wanted) ?? null}
      options={options}
      onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      ariaLabel={ariaLabel}
    />
  );
}
