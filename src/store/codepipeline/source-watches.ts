import type { Reader, Tx } from '../database.ts';

/** A source action whose changes start its pipeline. */
export interface SourceWatch {
  readonly pipelineId: string;
  readonly action: string;
  /** `poll`: the newest revision is compared with the last; `git`: events of its repository are looked through. */
  readonly kind: 'poll' | 'git';
  /** Where its changes are told of (kernel/source-place); null when nobody tells. */
  readonly place: string | null;
  /** Of a polled source, the last revision that was seen; null when there was none. */
  readonly revision: string | null;
}

const COLUMNS = 'pipeline_id AS "pipelineId", action, kind, place, revision';

/** Places of one question to the database. */
const AT_ONCE = 500;

export async function watchesAt(reader: Reader, places: readonly string[]): Promise<SourceWatch[]> {
  const watches: SourceWatch[] = [];
  for (let from = 0; from < places.length; from += AT_ONCE) {
    const some = places.slice(from, from + AT_ONCE);
    const parameters = some.map((_, index) => `$${index + 1}`).join(', ');
    const text = `SELECT ${COLUMNS} FROM source_watches WHERE place IN (${parameters}) ORDER BY pipeline_id, action`;
    watches.push(...(await reader.all<SourceWatch>(text, some)));
  }
  return watches;
}

export function watchesOf(reader: Reader, pipelineId: string): Promise<SourceWatch[]> {
  return reader.all(`SELECT ${COLUMNS} FROM source_watches WHERE pipeline_id = $1 ORDER BY action`, [pipelineId]);
}

export function findWatch(reader: Reader, pipelineId: string, action: string): Promise<SourceWatch | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM source_watches WHERE pipeline_id = $1 AND action = $2`, [
    pipelineId,
    action,
  ]);
}

/** From now on these, and no others, are the watches of the pipeline. */
export async function replaceWatches(tx: Tx, pipelineId: string, watches: readonly SourceWatch[]): Promise<void> {
  await tx.run('DELETE FROM source_watches WHERE pipeline_id = $1', [pipelineId]);
  for (const { action, kind, place, revision } of watches) {
    await tx.run(
      'INSERT INTO source_watches (pipeline_id, action, kind, place, revision) VALUES ($1, $2, $3, $4, $5)',
      [pipelineId, action, kind, place, revision],
    );
  }
}

/** Pipelines with a polled source. */
export async function countPolledPipelines(reader: Reader, account: string, region: string): Promise<number> {
  const row = await reader.get<{ count: number }>(
    `SELECT COUNT(DISTINCT w.pipeline_id) AS count FROM source_watches w JOIN pipelines p ON p.id = w.pipeline_id
     WHERE w.kind = 'poll' AND p.account = $1 AND p.region = $2`,
    [account, region],
  );
  return Number(row?.count ?? 0);
}

export async function sawRevision(tx: Tx, pipelineId: string, action: string, revision: string): Promise<void> {
  await tx.run('UPDATE source_watches SET revision = $3 WHERE pipeline_id = $1 AND action = $2', [
    pipelineId,
    action,
    revision,
  ]);
}
