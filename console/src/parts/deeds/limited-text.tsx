import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Textarea from '@cloudscape-design/components/textarea';

interface LimitedTextProps {
  readonly label: string;
  /** The most characters the server takes. */
  readonly limit: number;
  /** Said beside the limit, such as who reads it. */
  readonly note?: string;
  readonly long?: boolean;
  readonly value: string;
  onChange(value: string): void;
}

/** Words for others, with the room there is for them; what is too long is told while it is typed. */
export function LimitedText({ label, limit, note = '', long = false, value, onChange }: LimitedTextProps) {
  const change = ({ detail }: { readonly detail: { readonly value: string } }) => onChange(detail.value);
  return (
    <FormField
      label={label}
      constraintText={`Up to ${limit} characters${note}.`}
      errorText={value.length > limit ? `It has ${value.length} characters.` : undefined}
    >
      {long ? <Textarea value={value} onChange={change} /> : <Input value={value} onChange={change} />}
    </FormField>
  );
}
