import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';

/** A field that a type of action or rule has. */
export interface Property {
  readonly name: string | undefined;
  readonly description?: string | undefined;
  readonly required: boolean | undefined;
  readonly secret: boolean | undefined;
}

type Configuration = Readonly<Record<string, string>>;

interface ConfigurationFormProps {
  readonly properties: readonly Property[];
  readonly configuration: Configuration;
  onChange(configuration: Record<string, string>): void;
}

/** The fields of a type, one for each of its properties. */
export function ConfigurationForm({ properties, configuration, onChange }: ConfigurationFormProps) {
  const configure = (key: string, value: string) => {
    const { [key]: _before, ...others } = configuration;
    onChange(value === '' ? others : { ...others, [key]: value });
  };
  if (properties.length === 0) return null;
  return (
    <SpaceBetween size="m">
      {properties.map(({ name: key = '', description, required = false, secret = false }) => (
        <FormField
          key={key}
          label={key}
          description={description}
          errorText={required && (configuration[key] ?? '') === '' ? 'It is needed' : undefined}
        >
          <Input
            value={configuration[key] ?? ''}
            type={secret ? 'password' : 'text'}
            onChange={({ detail }) => configure(key, detail.value)}
          />
        </FormField>
      ))}
    </SpaceBetween>
  );
}
