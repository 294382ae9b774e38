import { isServiceError, type ServiceError } from '../../../kernel/service-error.ts';
import type { BuildFacts } from '../build-facts.ts';
import type { Buildspec, StoredVariable } from '../buildspec/buildspec.ts';
import { PhaseFailure } from '../phase-failure.ts';
import type { EnvironmentVariable } from '../shapes.ts';
import type { Performance } from './performance.ts';

/** Of the variables whose values are kept elsewhere, those that count: a buildspec's own give way to the project's. */
export function storedVariables(buildspec: Buildspec, facts: BuildFacts): readonly StoredVariable[] {
  const ofProject = facts.environment.environmentVariables ?? [];
  const isOverruled = ({ name }: StoredVariable) => ofProject.some((variable) => variable.name === name);
  return [...buildspec.storedVariables.filter((variable) => !isOverruled(variable)), ...ofProject.filter(isStored)];
}

/** Values that are kept elsewhere, read when the build needs them; its log does not show them. */
export async function readStored(
  { rooms, row, log }: Performance,
  variables: readonly StoredVariable[],
): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const variable of variables) {
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

function isStored(variable: EnvironmentVariable): variable is EnvironmentVariable & StoredVariable {
  return variable.type === 'PARAMETER_STORE' || variable.type === 'SECRETS_MANAGER';
}

async function read(variable: StoredVariable, deed: () => Promise<string>): Promise<string> {
  try {
    return await deed();
  } catch (error) {
    if (isServiceError(error)) throw failureOf(variable, error);
    throw error;
  }
}

function failureOf({ type, name, value }: StoredVariable, { code, message }: ServiceError): PhaseFailure {
  if (code === 'ConfigurationError') return new PhaseFailure(code, `${name}: ${message}`);
  if (type === 'SECRETS_MANAGER') return new PhaseFailure('Secrets Manager Error', `${code}: ${message}`);
  const reason = code === 'ParameterNotFound' ? `parameter does not exist: ${value}` : `${code}: ${message}`;
  return new PhaseFailure('Decrypted Variables Error', reason);
}
