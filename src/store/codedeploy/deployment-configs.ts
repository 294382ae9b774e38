import type { Reader, Tx } from '../database.ts';
import type { Scope } from './applications.ts';

/** A deployment configuration of a user's own; the predefined ones are not stored. */
export interface StoredConfig extends Scope {
  readonly id: string;
  readonly name: string;
  readonly minimumType: 'HOST_COUNT' | 'FLEET_PERCENT';
  readonly minimumValue: number;
  /** Milliseconds. */
  readonly created: number;
}

/** False when the name is taken. */
export async function insertConfig(tx: Tx, config: StoredConfig): Promise<boolean> {
  const { id, account, region, name, minimumType, minimumValue, created } = config;
  const added = await tx.run(
    `INSERT INTO deployment_configs (id, account, region, name, minimum_type, minimum_value, created)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (account, region, name) DO NOTHING`,
    [id, account, region, name, minimumType, minimumValue, created],
  );
  return added > 0;
}

export function findConfig(reader: Reader, scope: Scope, name: string): Promise<StoredConfig | undefined> {
  return reader.get(
    `SELECT id, account, region, name, minimum_type AS "minimumType", minimum_value AS "minimumValue", created
     FROM deployment_configs WHERE account = $1 AND region = $2 AND name = $3`,
    [scope.account, scope.region, name],
  );
}

export async function configNames(reader: Reader, scope: Scope): Promise<string[]> {
  const rows = await reader.all<{ name: string }>(
    'SELECT name FROM deployment_configs WHERE account = $1 AND region = $2 ORDER BY name',
    [scope.account, scope.region],
  );
  return rows.map(({ name }) => name);
}

export async function deleteConfig(tx: Tx, scope: Scope, name: string): Promise<void> {
  await tx.run('DELETE FROM deployment_configs WHERE account = $1 AND region = $2 AND name = $3', [
    scope.account,
    scope.region,
    name,
  ]);
}
