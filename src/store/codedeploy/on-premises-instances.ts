import type { Reader, Tx } from '../database.ts';
import { dropTags, type Tag } from '../tags.ts';
import type { Scope } from './applications.ts';

/** A host registered by hand; times in milliseconds. It stays listed after it was deregistered, until its name is taken anew. */
export interface OnPremisesInstance extends Scope {
  readonly name: string;
  readonly arn: string;
  readonly iamUserArn: string | null;
  readonly iamSessionArn: string | null;
  readonly registered: number;
  readonly deregistered: number | null;
}

export interface TaggedInstance extends OnPremisesInstance {
  readonly tags: readonly Tag[];
}

const COLUMNS = `account, region, name, arn, iam_user_arn AS "iamUserArn", iam_session_arn AS "iamSessionArn",
  registered, deregistered`;

/** The caller has made sure that neither the name nor the ARN of its holder is live. */
export async function registerInstance(tx: Tx, instance: Omit<OnPremisesInstance, 'deregistered'>): Promise<void> {
  const { account, region, name, arn, iamUserArn, iamSessionArn, registered } = instance;
  await tx.run('DELETE FROM on_premises_instances WHERE account = $1 AND region = $2 AND name = $3', [
    account,
    region,
    name,
  ]);
  await tx.run(
    `INSERT INTO on_premises_instances (account, region, name, arn, iam_user_arn, iam_session_arn, registered)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [account, region, name, arn, iamUserArn, iamSessionArn, registered],
  );
}

export async function deregisterInstance(tx: Tx, instance: OnPremisesInstance, now: number): Promise<void> {
  const { account, region, name, arn } = instance;
  await tx.run('UPDATE on_premises_instances SET deregistered = $4 WHERE account = $1 AND region = $2 AND name = $3', [
    account,
    region,
    name,
    now,
  ]);
  await dropTags(tx, arn);
}

export function findInstance(reader: Reader, scope: Scope, name: string): Promise<OnPremisesInstance | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM on_premises_instances WHERE account = $1 AND region = $2 AND name = $3`, [
    scope.account,
    scope.region,
    name,
  ]);
}

/** The live instance that an agent with this IAM ARN stands for. */
export function findInstanceOfHost(
  reader: Reader,
  scope: Scope,
  host: string,
): Promise<OnPremisesInstance | undefined> {
  return reader.get(
    `SELECT ${COLUMNS} FROM on_premises_instances
     WHERE account = $1 AND region = $2 AND deregistered IS NULL AND (iam_user_arn = $3 OR iam_session_arn = $3)`,
    [scope.account, scope.region, host],
  );
}

/** Every instance with its tags, in the order of their names. */
export async function listInstances(reader: Reader, scope: Scope): Promise<TaggedInstance[]> {
  const instances = await reader.all<OnPremisesInstance>(
    `SELECT ${COLUMNS} FROM on_premises_instances WHERE account = $1 AND region = $2 ORDER BY name`,
    [scope.account, scope.region],
  );
  const tags = await reader.all<Tag & { arn: string }>(
    `SELECT i.arn, t.key, t.value FROM on_premises_instances i JOIN tags t ON t.resource = i.arn
     WHERE i.account = $1 AND i.region = $2 ORDER BY t.key`,
    [scope.account, scope.region],
  );
  const byArn = Map.groupBy(tags, ({ arn }) => arn);
  return instances.map((instance) => ({
    ...instance,
    tags: (byArn.get(instance.arn) ?? []).map(({ key, value }) => ({ key, value })),
  }));
}
