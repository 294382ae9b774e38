import type { Reader, Tx } from '../database.ts';

/** An event of a repository on its way to a pipeline that watches it. Times in milliseconds. */
export interface GitEventRow {
  readonly id: string;
  readonly pipelineId: string;
  readonly action: string;
  /** GitEvent as JSON. */
  readonly event: string;
  readonly received: number;
}

export async function insertGitEvent(tx: Tx, row: GitEventRow): Promise<void> {
  await tx.run('INSERT INTO git_events (id, pipeline_id, action, event, received) VALUES ($1, $2, $3, $4, $5)', [
    row.id,
    row.pipelineId,
    row.action,
    row.event,
    row.received,
  ]);
}

export function findGitEvent(reader: Reader, id: string): Promise<GitEventRow | undefined> {
  return reader.get('SELECT id, pipeline_id AS "pipelineId", action, event, received FROM git_events WHERE id = $1', [
    id,
  ]);
}

export async function dropGitEvent(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM git_events WHERE id = $1', [id]);
}
