import type { Reader, Tx } from '../database.ts';

/** A revision of an application. `location` is JSON; `identity` is the same for every spelling of one revision. */
export interface Revision {
  readonly identity: string;
  readonly location: string;
  readonly description: string | null;
  /** Milliseconds, as the next two. */
  readonly registered: number;
  readonly firstUsed: number | null;
  readonly lastUsed: number | null;
}

export interface NewRevision {
  readonly applicationId: string;
  readonly identity: string;
  readonly location: string;
  readonly description: string | undefined;
  readonly registered: number;
}

const COLUMNS = 'identity, location, description, registered, first_used AS "firstUsed", last_used AS "lastUsed"';

/** A revision that is known keeps its time and its description, unless a new one is given. */
export async function registerRevision(tx: Tx, revision: NewRevision): Promise<void> {
  await tx.run(
    `INSERT INTO application_revisions (application_id, identity, location, description, registered)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (application_id, identity) DO UPDATE SET
       description = COALESCE(excluded.description, application_revisions.description)`,
    [revision.applicationId, revision.identity, revision.location, revision.description ?? null, revision.registered],
  );
}

/** A revision that is known stays as it is. */
export async function registerNewRevision(tx: Tx, revision: NewRevision): Promise<void> {
  await tx.run(
    `INSERT INTO application_revisions (application_id, identity, location, description, registered)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (application_id, identity) DO NOTHING`,
    [revision.applicationId, revision.identity, revision.location, revision.description ?? null, revision.registered],
  );
}

export async function recordRevisionUse(tx: Tx, applicationId: string, identity: string, now: number): Promise<void> {
  await tx.run(
    `UPDATE application_revisions SET first_used = COALESCE(first_used, $3), last_used = $3
     WHERE application_id = $1 AND identity = $2`,
    [applicationId, identity, now],
  );
}

export function findRevision(reader: Reader, applicationId: string, identity: string): Promise<Revision | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM application_revisions WHERE application_id = $1 AND identity = $2`, [
    applicationId,
    identity,
  ]);
}

export function listRevisions(reader: Reader, applicationId: string): Promise<Revision[]> {
  return reader.all(`SELECT ${COLUMNS} FROM application_revisions WHERE application_id = $1 ORDER BY identity`, [
    applicationId,
  ]);
}
