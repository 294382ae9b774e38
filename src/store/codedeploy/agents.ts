import type { Reader, Tx } from '../database.ts';
import type { Scope } from './applications.ts';

/** A registered on-premises instance and the agent that stands for it; times in milliseconds. */
export interface AgentOfInstance {
  readonly name: string;
  /** The IAM ARN that its agent names itself by. */
  readonly host: string;
  /** Null when no agent has asked for work since the instance was registered. */
  readonly lastPolled: number | null;
  readonly version: string | null;
}

export interface AgentSeen {
  readonly host: string;
  readonly now: number;
  readonly version: string | null;
}

export async function recordPoll(tx: Tx, { account, region }: Scope, { host, now, version }: AgentSeen): Promise<void> {
  tx.post(
    `INSERT INTO agents (account, region, host, last_polled, version) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (account, region, host) DO UPDATE SET last_polled = excluded.last_polled, version = excluded.version`,
    [account, region, host, now, version],
  );
}

export interface AgentPage {
  /** Names of instances; without them all. */
  readonly names?: readonly string[] | undefined;
  /** Only those whose names come after. */
  readonly after: string;
  readonly limit: number;
}

/** In the order of the instances' names. */
export function listAgents(
  reader: Reader,
  { account, region }: Scope,
  { names, after, limit }: AgentPage,
): Promise<AgentOfInstance[]> {
  const places = names?.map((_, index) => `$${index + 5}`).join(', ');
  return reader.all(
    `SELECT i.name, COALESCE(i.iam_user_arn, i.iam_session_arn) AS host, a.last_polled AS "lastPolled", a.version
     FROM on_premises_instances i
     LEFT JOIN agents a ON a.account = i.account AND a.region = i.region
       AND a.host = COALESCE(i.iam_user_arn, i.iam_session_arn) AND a.last_polled >= i.registered
     WHERE i.account = $1 AND i.region = $2 AND i.deregistered IS NULL AND i.name > $3
       ${places === undefined ? '' : `AND i.name IN (${places})`}
     ORDER BY i.name LIMIT $4`,
    [account, region, after, limit, ...(names ?? [])],
  );
}
