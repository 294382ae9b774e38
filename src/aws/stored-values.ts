import { parseArn } from '../kernel/arn.ts';
import { ServiceError } from '../kernel/service-error.ts';
import type { StoredValues } from '../ports/stored-values.ts';
import { ask } from './ask.ts';
import type { Aws } from './aws.ts';

/** Secrets of Secrets Manager and parameters of the Parameter Store. Gaps: binary secrets are refused. */
export function createStoredValues(aws: Aws): StoredValues {
  return {
    secret: async (reference, region) => {
      const { id, key, stage, version } = readReference(reference);
      const settings = aws.settings(parseArn(id)?.region ?? region);
      const { SecretsManagerClient, GetSecretValueCommand } = await import('@aws-sdk/client-secrets-manager');
      const { SecretString } = await ask(new SecretsManagerClient(settings), (client) =>
        client.send(new GetSecretValueCommand({ SecretId: id, VersionStage: stage, VersionId: version })),
      );
      if (SecretString === undefined) throw unusable(`The secret ${id} is not a text`);
      return key === undefined ? SecretString : memberOf(SecretString, key, id);
    },
    parameter: async (name, region) => {
      const settings = aws.settings(parseArn(name)?.region ?? region);
      const { SSMClient, GetParameterCommand } = await import('@aws-sdk/client-ssm');
      const { Parameter } = await ask(new SSMClient(settings), (client) =>
        client.send(new GetParameterCommand({ Name: name, WithDecryption: true })),
      );
      if (Parameter?.Value === undefined) throw unusable(`The parameter ${name} has no value`);
      return Parameter.Value;
    },
  };
}

interface SecretReference {
  readonly id: string;
  readonly key: string | undefined;
  readonly stage: string | undefined;
  readonly version: string | undefined;
}

const COLONS_OF_ARN = 6;

function readReference(reference: string): SecretReference {
  const parts = reference.split(':');
  const [key, stage, version] = parts.splice(reference.startsWith('arn:') ? COLONS_OF_ARN + 1 : 1);
  return { id: parts.join(':'), key: key || undefined, stage: stage || undefined, version: version || undefined };
}

function memberOf(text: string, key: string, id: string): string {
  const value = membersIn(text, id)[key];
  if (value === undefined) throw unusable(`The secret ${id} has no key ${key}`);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function membersIn(text: string, id: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch {
    // Told below; what the parser says would show the secret.
  }
  throw unusable(`The secret ${id} is not a JSON object`);
}

function unusable(message: string): ServiceError {
  return new ServiceError('ConfigurationError', message);
}
