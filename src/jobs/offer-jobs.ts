import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import { type Demand, type JobRow, lockWaitingJobs, offerJob } from '../store/codepipeline/jobs.ts';
import type { Tx } from '../store/database.ts';

/** How long a worker has to acknowledge what it was offered, before others are. Gaps: how long AWS waits is not known. */
const OFFER_MS = 60_000;
const MAX_BATCH = 50;

export type OfferedJob = JobRow & { readonly nonce: string };

/** Offers waiting jobs to one worker, under a nonce of its own each. */
export async function offerJobs(
  tx: Tx,
  demand: Omit<Demand, 'now'>,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): Promise<OfferedJob[]> {
  const now = clock.now();
  const waiting = await lockWaitingJobs(tx, { ...demand, limit: Math.min(demand.limit, MAX_BATCH), now });
  const offered: OfferedJob[] = [];
  for (const job of waiting) {
    const nonce = ids.uuid();
    await offerJob(tx, job.id, { nonce, until: now + OFFER_MS, now });
    offered.push({ ...job, nonce });
  }
  return offered;
}
