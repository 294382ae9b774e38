import type { BatchFacts, BatchGroup, BatchProgress } from '../batch-facts.ts';
import type { Batchspec } from '../batchspec.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import { advance, cutOff, isRunning } from './advance.ts';
import { combines } from './batch-artifacts.ts';
import { type BatchPhaseOutcome, clientFailure, PHASE_SUCCEEDED, stepTo } from './batch-phases.ts';
import { wrongWith } from './check-batchspec.ts';
import { isGood, isOver, newGroup } from './groups.ts';
import type { Learned } from './learn.ts';

/** What becomes of a batch now. */
export interface Decision {
  readonly progress: BatchProgress;
  readonly start: readonly BatchGroup[];
  readonly stop: readonly BatchGroup[];
  readonly end?: BatchEnd | undefined;
}

export interface BatchEnd {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'STOPPED';
  /** Of the phase under way. */
  readonly outcome: BatchPhaseOutcome;
}

export interface Situation {
  readonly rooms: Pick<CodeBuildRooms, 'ids'>;
  readonly projectName: string;
  readonly facts: BatchFacts;
  readonly now: number;
}

const TIMED_OUT: BatchPhaseOutcome = {
  status: 'TIMED_OUT',
  contexts: [{ statusCode: 'BUILD_TIMED_OUT', message: 'Build has timed out. ' }],
};

export function decide(situation: Situation, learned: Learned): Decision {
  const { progress } = learned;
  const { now } = situation;
  if (now >= progress.deadline) return timeOut(progress);
  switch (progress.currentPhase) {
    case 'SUBMITTED': {
      const next = progress.groups[0]?.current.status === 'PENDING' ? 'DOWNLOAD_BATCHSPEC' : 'IN_PROGRESS';
      return decide(situation, { ...learned, progress: stepTo(progress, { outcome: PHASE_SUCCEEDED, next, now }) });
    }
    case 'DOWNLOAD_BATCHSPEC':
      return readBatch(situation, learned);
    case 'IN_PROGRESS':
      return goOn(situation, progress);
    default:
      return nothing(progress);
  }
}

function nothing(progress: BatchProgress): Decision {
  return { progress, start: [], stop: [] };
}

function failure(progress: BatchProgress, message: string): Decision {
  return { ...nothing(progress), end: { status: 'FAILED', outcome: clientFailure(message) } };
}

/** Once what runs has been stopped, the same is decided again, with nothing left to stop. */
function timeOut(progress: BatchProgress): Decision {
  const stop = progress.groups.filter(isRunning);
  const stopped = { ...progress, groups: progress.groups.map(cutOff) };
  if (stop.length > 0) return { progress: stopped, start: [], stop };
  return { ...nothing(stopped), end: { status: 'FAILED', outcome: TIMED_OUT } };
}

function readBatch(situation: Situation, learned: Learned): Decision {
  const { progress, batchspec } = learned;
  const [reading] = progress.groups;
  if (reading === undefined || reading.current.status === 'IN_PROGRESS') return nothing(progress);
  if (reading.current.status === 'PENDING') return { ...nothing(progress), start: [reading] };
  if (reading.current.status !== 'SUCCEEDED' || batchspec === undefined)
    return failure(progress, learned.failure ?? `${reading.task.identifier} ended as ${reading.current.status}`);
  const wrong = wrongWith(batchspec, situation.facts);
  if (wrong !== undefined) return failure(progress, wrong);
  const { now } = situation;
  const planned = withTasks(situation, { progress, batchspec, reading });
  return goOn(situation, stepTo(planned, { outcome: PHASE_SUCCEEDED, next: 'IN_PROGRESS', now }));
}

interface Plan {
  readonly progress: BatchProgress;
  readonly batchspec: Batchspec;
  readonly reading: BatchGroup;
}

/** A batch that is retried keeps what it knows of builds by their identifiers. */
function withTasks({ rooms, projectName, now }: Situation, { progress, batchspec, reading }: Plan): BatchProgress {
  const known = new Map(progress.groups.map((group) => [group.task.identifier, group.prior]));
  const groups = batchspec.tasks.map((task) =>
    newGroup(rooms, { task, projectName, now, prior: known.get(task.identifier) }),
  );
  return { ...progress, fastFail: batchspec.fastFail, groups: [reading, ...groups] };
}

function goOn({ facts, now }: Situation, before: BatchProgress): Decision {
  const { groups, start, stop } = advance(before.groups, before.fastFail);
  const progress = { ...before, groups };
  if (!groups.every(({ current }) => isOver(current.status))) return { progress, start, stop };
  const bad = groups.filter((group) => !isGood(group));
  if (bad.length > 0) return failure(progress, `Builds that did not succeed: ${bad.map(described).join(', ')}`);
  if (!combines(facts)) return { ...nothing(progress), end: { status: 'SUCCEEDED', outcome: PHASE_SUCCEEDED } };
  return nothing(stepTo(progress, { outcome: PHASE_SUCCEEDED, next: 'COMBINE_ARTIFACTS', now }));
}

function described({ task, current }: BatchGroup): string {
  return `${task.identifier} (${current.status})`;
}
