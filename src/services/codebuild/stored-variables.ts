import { isServiceError, type ServiceError } from '../../kernel/service-error.ts';
import type { Performance } from './performance.ts';
import { PhaseFailure } from './phase-failure.ts';
import type { EnvironmentVariable } from './shapes.ts';

type Stored = EnvironmentVariable & { readonly type: 'PARAMETER_STORE' | 'SECRETS_MANAGER' };

/** Variables whose values are kept elsewhere, read when the build needs them; its log does not show them. */
export async function readStoredVariables({ rooms, row, facts, log }: Performance): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const variable of (facts.environment.environmentVariables ?? []).filter(isStored)) {
    const value = await read(variable, () =>
      variable.type === 'SECRETS_MANAGER'
        ? rooms.stored.secret(variable.value, row.region)
        : rooms.stored.parameter(variable.value, row.region),
    );
    // Lines are written one by one.
    log.hide([value, ...value.split(/\r?\n/)]);
    values[variable.name] = value;
  }
  return values;
}

function isStored(variable: EnvironmentVariable): variable is Stored {
  return variable.type === 'PARAMETER_STORE' || variable.type === 'SECRETS_MANAGER';
}

async function read(variable: Stored, deed: () => Promise<string>): Promise<string> {
  try {
    return await deed();
  } catch (error) {
    if (isServiceError(error)) throw failureOf(variable, error);
    throw error;
  }
}

function failureOf({ type, name, value }: Stored, { code, message }: ServiceError): PhaseFailure {
  if (code === 'ConfigurationError') return new PhaseFailure(code, `${name}: ${message}`);
  if (type === 'SECRETS_MANAGER') return new PhaseFailure('Secrets Manager Error', `${code}: ${message}`);
  const reason = code === 'ParameterNotFound' ? `parameter does not exist: ${value}` : `${code}: ${message}`;
  return new PhaseFailure('Decrypted Variables Error', reason);
}
