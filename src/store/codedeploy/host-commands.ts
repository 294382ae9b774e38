import { type Reader, skipLocked, type Tx } from '../database.ts';
import type { Scope } from './applications.ts';

/**
 * A lifecycle event asked of a host. Offered; handed out under a lease, so that it is offered again when no acknowledgement
 * comes; started by the acknowledgement; ended by the first report, by its deadline, or because it was withdrawn.
 */
export interface HostCommand extends Scope {
  readonly id: string;
  readonly host: string;
  readonly deploymentId: string;
  /** Position of the target in the deployment. */
  readonly target: number;
  /** Index in the order of lifecycle events. */
  readonly event: number;
  readonly status: CommandState;
  /** Milliseconds, as all times here. */
  readonly offered: number;
  readonly started: number | null;
  /** When it fails by itself: unless started, or unless ended. */
  readonly deadline: number;
  readonly ended: number | null;
  /** JSON of the API's Diagnostics. */
  readonly diagnostics: string | null;
}

export type CommandState = 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped';

const COLUMNS = `id, account, region, host, deployment_id AS "deploymentId", target, event, status, offered, started,
  deadline, ended, diagnostics`;

export type NewCommand = Omit<HostCommand, 'status' | 'started' | 'ended' | 'diagnostics'>;

export async function offerCommand(tx: Tx, command: NewCommand): Promise<void> {
  const { id, account, region, host, deploymentId, target, event, offered, deadline } = command;
  await tx.run(
    `INSERT INTO host_commands (id, account, region, host, deployment_id, target, event, status, offered, deadline)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'Pending', $8, $9)`,
    [id, account, region, host, deploymentId, target, event, offered, deadline],
  );
}

export async function isCommandOffered(
  reader: Reader,
  { account, region }: Scope,
  host: string,
  now: number,
): Promise<boolean> {
  const row = await reader.get(
    `SELECT id FROM host_commands
     WHERE account = $1 AND region = $2 AND host = $3 AND started IS NULL AND ended IS NULL
       AND (leased_until IS NULL OR leased_until <= $4) LIMIT 1`,
    [account, region, host, now],
  );
  return row !== undefined;
}

export interface HandOut {
  readonly host: string;
  readonly now: number;
  /** Until then no other poll is given the command. */
  readonly leasedUntil: number;
}

/** The oldest command offered to the host. */
export function handOutCommand(
  tx: Tx,
  scope: Scope,
  { host, now, leasedUntil }: HandOut,
): Promise<HostCommand | undefined> {
  return tx.get(
    `UPDATE host_commands SET leased_until = $5 WHERE id = (
       SELECT id FROM host_commands
       WHERE account = $1 AND region = $2 AND host = $3 AND started IS NULL AND ended IS NULL
         AND (leased_until IS NULL OR leased_until <= $4)
       ORDER BY offered LIMIT 1${skipLocked(tx)}
     ) RETURNING ${COLUMNS}`,
    [scope.account, scope.region, host, now, leasedUntil],
  );
}

export function findCommand(reader: Reader, id: string): Promise<HostCommand | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM host_commands WHERE id = $1`, [id]);
}

/** Every command of a deployment, or of one of its targets, in order. */
export function listCommands(reader: Reader, deploymentId: string, target?: number): Promise<HostCommand[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM host_commands WHERE deployment_id = $1 AND (target = $2 OR $2 < 0) ORDER BY target, event`,
    [deploymentId, target ?? -1],
  );
}

/** Commands that have ended and whose consequences are still to be drawn. */
export function endedCommands(reader: Reader, deploymentId: string): Promise<HostCommand[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM host_commands WHERE deployment_id = $1 AND followed = 0 AND ended IS NOT NULL
     ORDER BY target, event`,
    [deploymentId],
  );
}

export async function markFollowed(tx: Tx, id: string): Promise<void> {
  await tx.run('UPDATE host_commands SET followed = 1 WHERE id = $1', [id]);
}

/** False when it was begun or ended before. */
export async function startCommand(tx: Tx, id: string, now: number, deadline: number): Promise<boolean> {
  const begun = await tx.run(
    `UPDATE host_commands SET status = 'InProgress', started = $2, deadline = $3
     WHERE id = $1 AND started IS NULL AND ended IS NULL`,
    [id, now, deadline],
  );
  return begun > 0;
}

export interface CommandEnd {
  readonly status: 'Succeeded' | 'Failed';
  readonly diagnostics: string;
  readonly now: number;
}

/** The first end counts: later ones change nothing and answer false. */
export async function endCommand(tx: Tx, id: string, { status, diagnostics, now }: CommandEnd): Promise<boolean> {
  const ended = await tx.run(
    `UPDATE host_commands SET status = $2, diagnostics = $3, ended = $4, started = COALESCE(started, offered)
     WHERE id = $1 AND ended IS NULL`,
    [id, status, diagnostics, now],
  );
  return ended > 0;
}

export function overdueCommands(reader: Reader, deploymentId: string, now: number): Promise<HostCommand[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM host_commands WHERE deployment_id = $1 AND followed = 0 AND ended IS NULL AND deadline <= $2`,
    [deploymentId, now],
  );
}

/** Takes back what no host has begun, and gives what one has begun no longer than `deadline`. */
export async function withdrawCommands(tx: Tx, deploymentId: string, now: number, deadline: number): Promise<void> {
  await tx.run(
    `UPDATE host_commands SET status = 'Skipped', ended = $2
     WHERE deployment_id = $1 AND ended IS NULL AND started IS NULL`,
    [deploymentId, now],
  );
  await tx.run(`UPDATE host_commands SET deadline = $2 WHERE deployment_id = $1 AND ended IS NULL AND deadline > $2`, [
    deploymentId,
    deadline,
  ]);
}

/** When the next command of the deployment is overdue; undefined when none is open. */
export async function nextDeadline(reader: Reader, deploymentId: string): Promise<number | undefined> {
  const row = await reader.get<{ deadline: number | null }>(
    'SELECT MIN(deadline) AS deadline FROM host_commands WHERE deployment_id = $1 AND ended IS NULL',
    [deploymentId],
  );
  return row?.deadline ?? undefined;
}
