import type { ActionRun } from '../actions/action.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { CredentialIssuer } from '../ports/credentials.ts';
import type { ActionJob, JobOrder, JobOutcome, Jobs } from '../ports/jobs.ts';
import { requireSameKey } from '../secrets/same-key.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { deleteAccessKeysOf } from '../store/access-keys.ts';
import {
  beginJob,
  deleteOldJobs,
  endJob,
  findJob,
  insertJob,
  type JobRow,
  newestJobOfAction,
} from '../store/codepipeline/jobs.ts';
import { lockPipelineById } from '../store/codepipeline/pipelines.ts';
import type { Database, Tx } from '../store/database.ts';
import { documentOf } from './document.ts';
import { handOut, holderOf } from './hand-out.ts';
import { sealJob } from './sealed-job.ts';
import { actionJob, deadlineOf, isOver } from './state.ts';
import { whoWaits } from './who-waits.ts';

/**
 * Jobs: what actions have others do. An action has one job at a time; one that is continued ends and has the next. Workers ask for
 * theirs (PollForJobs), functions are told of theirs by being invoked; all answer by PutJobSuccessResult and its siblings, which
 * wake the action.
 */
export interface JobRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly credentials: CredentialIssuer;
  readonly secrets: Secrets;
}

/** Jobs over are kept for those who ask about them late. */
const KEPT_MS = 14 * 24 * 3600 * 1000;

export function createJobs(rooms: JobRooms): Jobs {
  const { database, clock } = rooms;
  return {
    open: (run, order) => database.write((tx) => open(tx, run, order, rooms)),
    told: (id) => database.write((tx) => beginJob(tx, id, clock.now())),
    read: async (id) => {
      const job = await database.read((reader) => findJob(reader, id));
      if (job === undefined) throw new Error(`There is no job ${id}`);
      return handOut(job, rooms);
    },
    expire: ({ actionExecutionId }) => database.write((tx) => expire(tx, actionExecutionId, clock.now())),
  };
}

async function open(tx: Tx, run: ActionRun, order: JobOrder, { clock, ids, secrets }: JobRooms): Promise<ActionJob> {
  const now = clock.now();
  const newest = await newestJobOfAction(tx, run.actionExecutionId);
  if (newest === undefined) {
    if (!(await isWaitedFor(tx, run.actionExecutionId))) return unopened(run);
    await deleteOldJobs(tx, now - KEPT_MS);
    await requireSameKey(tx, secrets);
    const sealed = sealJob(documentOf(run, order.type), order.client?.token, run.actionExecutionId, secrets);
    await insertJob(tx, { id: ids.uuid(), ...firstJob(run, order, now), ...sealed });
  } else if (newest.deadline <= now && !isOver(newest)) {
    await timeOut(tx, newest, now);
  }
  const job = await newestJobOfAction(tx, run.actionExecutionId);
  if (job === undefined) throw new Error(`The job of ${run.actionExecutionId} just written is not there`);
  return actionJob(job);
}

/**
 * Whoever ends the action, or the rule, or deletes its pipeline holds the pipeline's lock: a job that is opened under it is not left
 * behind.
 */
async function isWaitedFor(tx: Tx, id: string): Promise<boolean> {
  const waiting = await whoWaits(tx, id);
  if (waiting === undefined || (await lockPipelineById(tx, waiting.pipelineId)) === undefined) return false;
  return (await whoWaits(tx, id))?.status === 'InProgress';
}

/** For an action that is over: what is said of it no longer counts. */
function unopened({ deadline }: ActionRun): ActionJob {
  const report = { externalExecutionId: undefined, summary: undefined, percentComplete: undefined };
  const outcome = { kind: 'failed', code: 'JobFailed', message: 'The action is over' } as const;
  return { id: 'none', status: 'Failed', deadline, report, outcome };
}

function firstJob(run: ActionRun, order: JobOrder, now: number) {
  const seconds = order.seconds ?? null;
  return {
    account: run.account,
    region: run.region,
    owner: order.type.owner,
    category: order.type.category,
    provider: order.type.provider,
    version: order.type.version,
    actionExecutionId: run.actionExecutionId,
    status: order.goesTo === 'workers' ? ('Queued' as const) : ('Created' as const),
    clientId: order.client?.id ?? null,
    query: order.query ?? null,
    continuationToken: null,
    externalId: null,
    summary: null,
    percentComplete: null,
    wakeKind: run.wake.kind,
    wakeKey: run.wake.key,
    seconds,
    deadline: deadlineOf(seconds, run.deadline, now),
    actionDeadline: run.deadline,
    permissions: order.permissions ?? null,
    created: now,
  };
}

async function expire(tx: Tx, actionExecutionId: string, now: number): Promise<ActionJob | undefined> {
  const job = await newestJobOfAction(tx, actionExecutionId);
  if (job === undefined || job.status === 'TimedOut') return undefined;
  if (isOver(job)) return actionJob(job);
  // What was answered just now may go on in another.
  return (await timeOut(tx, job, now)) ? undefined : expire(tx, actionExecutionId, now);
}

/** Answers false when it was over before. */
async function timeOut(tx: Tx, { id, created, deadline }: JobRow, now: number): Promise<boolean> {
  const minutes = Math.round((deadline - created) / 60_000);
  const outcome: JobOutcome = {
    kind: 'failed',
    code: 'TimeoutError',
    message: `The job timed out after ${minutes} minutes`,
  };
  const ended = await endJob(tx, id, { status: 'TimedOut', outcome: JSON.stringify(outcome) }, now);
  await deleteAccessKeysOf(tx, holderOf({ id }));
  return ended;
}
