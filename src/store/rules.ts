import type { Reader, Tx } from './database.ts';
import { forUpdate } from './database.ts';

/** A bus: the default one of an account and region. */
export interface BusPlace {
  readonly account: string;
  readonly region: string;
}

export interface RuleSettings {
  readonly name: string;
  readonly state: string;
  readonly eventPattern: string | null;
  readonly schedule: string | null;
  /** When its schedule fires next, in milliseconds. */
  readonly nextRun: number | null;
  readonly description: string | null;
  readonly roleArn: string | null;
}

export interface RuleRow extends RuleSettings, BusPlace {
  readonly id: number;
}

export interface RuleTargetRow {
  readonly ruleId: number;
  readonly id: string;
  readonly arn: string;
  /** The target as it was given, as JSON. */
  readonly settings: string;
}

const COLUMNS = `id, account, region, name, state, event_pattern AS "eventPattern", schedule, next_run AS "nextRun",
  description, role_arn AS "roleArn"`;
const TARGET_COLUMNS = 'rule_id AS "ruleId", id, arn, settings';

/** Makes the rule or replaces all its settings; its targets stay. Answers its id. */
export async function putRule(tx: Tx, place: BusPlace, rule: RuleSettings): Promise<number> {
  const row = await tx.get<{ id: number }>(
    `INSERT INTO rules (account, region, name, state, event_pattern, schedule, next_run, description, role_arn)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (account, region, name) DO UPDATE SET state = excluded.state, event_pattern = excluded.event_pattern,
       schedule = excluded.schedule, next_run = excluded.next_run, description = excluded.description,
       role_arn = excluded.role_arn
     RETURNING id`,
    [
      place.account,
      place.region,
      rule.name,
      rule.state,
      rule.eventPattern,
      rule.schedule,
      rule.nextRun,
      rule.description,
      rule.roleArn,
    ],
  );
  if (row === undefined) throw new Error(`The rule ${rule.name} was not stored`);
  await countChange(tx, place);
  return row.id;
}

export function findRule(reader: Reader, place: BusPlace, name: string): Promise<RuleRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM rules WHERE account = $1 AND region = $2 AND name = $3`, [
    place.account,
    place.region,
    name,
  ]);
}

/** The rule, kept from others until the transaction ends. */
export function lockRule(tx: Tx, place: BusPlace, name: string): Promise<RuleRow | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM rules WHERE account = $1 AND region = $2 AND name = $3${forUpdate(tx)}`, [
    place.account,
    place.region,
    name,
  ]);
}

export function lockRuleById(tx: Tx, id: number): Promise<RuleRow | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM rules WHERE id = $1${forUpdate(tx)}`, [id]);
}

/** Rules whose names begin with `prefix`, after the name `after`, in the order of their names. */
export function listRules(
  reader: Reader,
  place: BusPlace,
  names: { readonly prefix: string; readonly after: string },
  limit: number,
): Promise<RuleRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM rules
     WHERE account = $1 AND region = $2 AND name > $3 AND substr(name, 1, length($4)) = $4 ORDER BY name LIMIT $5`,
    [place.account, place.region, names.after, names.prefix, limit],
  );
}

/** Names of the rules that have a target, after the name `after`. */
export async function ruleNamesByTarget(
  reader: Reader,
  place: BusPlace,
  wish: { readonly arn: string; readonly after: string },
  limit: number,
): Promise<string[]> {
  const rows = await reader.all<{ name: string }>(
    `SELECT DISTINCT r.name FROM rules r JOIN rule_targets t ON t.rule_id = r.id
     WHERE r.account = $1 AND r.region = $2 AND t.arn = $3 AND r.name > $4 ORDER BY r.name LIMIT $5`,
    [place.account, place.region, wish.arn, wish.after, limit],
  );
  return rows.map(({ name }) => name);
}

export async function countRules(reader: Reader, place: BusPlace): Promise<number> {
  const row = await reader.get<{ count: number }>(
    'SELECT COUNT(*) AS count FROM rules WHERE account = $1 AND region = $2',
    [place.account, place.region],
  );
  return row?.count ?? 0;
}

export async function setRuleState(
  tx: Tx,
  rule: RuleRow,
  { state, nextRun }: Pick<RuleSettings, 'state' | 'nextRun'>,
): Promise<void> {
  await tx.run('UPDATE rules SET state = $2, next_run = $3 WHERE id = $1', [rule.id, state, nextRun]);
  await countChange(tx, rule);
}

export async function setNextRun(tx: Tx, id: number, nextRun: number | null): Promise<void> {
  await tx.run('UPDATE rules SET next_run = $2 WHERE id = $1', [id, nextRun]);
}

export async function deleteRule(tx: Tx, rule: RuleRow): Promise<void> {
  await tx.run('DELETE FROM rule_targets WHERE rule_id = $1', [rule.id]);
  await tx.run('DELETE FROM rules WHERE id = $1', [rule.id]);
  await countChange(tx, rule);
}

export function targetsOfRule(reader: Reader, ruleId: number): Promise<RuleTargetRow[]> {
  return reader.all(`SELECT ${TARGET_COLUMNS} FROM rule_targets WHERE rule_id = $1 ORDER BY id`, [ruleId]);
}

export async function putTarget(tx: Tx, rule: RuleRow, target: Omit<RuleTargetRow, 'ruleId'>): Promise<void> {
  await tx.run(
    `INSERT INTO rule_targets (rule_id, id, arn, settings) VALUES ($1, $2, $3, $4)
     ON CONFLICT (rule_id, id) DO UPDATE SET arn = excluded.arn, settings = excluded.settings`,
    [rule.id, target.id, target.arn, target.settings],
  );
  await countChange(tx, rule);
}

export async function removeTarget(tx: Tx, rule: RuleRow, id: string): Promise<void> {
  await tx.run('DELETE FROM rule_targets WHERE rule_id = $1 AND id = $2', [rule.id, id]);
  await countChange(tx, rule);
}

/** Goes up with every change of the bus's rules or targets: who has read the rules of this version knows them still. */
export async function rulesVersion(reader: Reader, place: BusPlace): Promise<number> {
  const row = await reader.get<{ version: number }>(
    'SELECT version FROM rule_versions WHERE account = $1 AND region = $2',
    [place.account, place.region],
  );
  return row?.version ?? 0;
}

async function countChange(tx: Tx, { account, region }: BusPlace): Promise<void> {
  await tx.run(
    `INSERT INTO rule_versions (account, region, version) VALUES ($1, $2, 1)
     ON CONFLICT (account, region) DO UPDATE SET version = rule_versions.version + 1`,
    [account, region],
  );
}

/** Every rule of the bus that listens to events, with its targets. */
export async function listeningRules(
  reader: Reader,
  place: BusPlace,
): Promise<{ readonly rules: readonly RuleRow[]; readonly targets: readonly RuleTargetRow[] }> {
  const rules = await reader.all<RuleRow>(
    `SELECT ${COLUMNS} FROM rules
     WHERE account = $1 AND region = $2 AND event_pattern IS NOT NULL AND state <> 'DISABLED' ORDER BY id`,
    [place.account, place.region],
  );
  const targets = await reader.all<RuleTargetRow>(
    `SELECT t.rule_id AS "ruleId", t.id, t.arn, t.settings FROM rule_targets t JOIN rules r ON r.id = t.rule_id
     WHERE r.account = $1 AND r.region = $2 ORDER BY t.rule_id, t.id`,
    [place.account, place.region],
  );
  return { rules, targets };
}
