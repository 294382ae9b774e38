import type { LogStreamRef } from '../../ports/logs.ts';
import { type BuildRow, beginBuild, findBuild, lockBuild } from '../../store/codebuild/builds.ts';
import { again, done, type Lease, type Verdict } from '../../work/work.ts';
import { Belongings } from './attempt/belongings.ts';
import { BuildLog } from './attempt/build-log.ts';
import { BuildTimedOut, Interruption } from './attempt/interruption.ts';
import { BuildLost, Journal, wakeWaiting } from './attempt/journal.ts';
import type { Performance, PerformingRooms } from './attempt/performance.ts';
import { PhaseWalk } from './attempt/phase-walk.ts';
import { phaseEvent } from './build-events.ts';
import { type BuildFacts, factsOf } from './build-facts.ts';
import { carryOut } from './carry-out.ts';
import { logPlace } from './log-place.ts';
import { endedBetween, endPhase, enterPhase, failed } from './phases.ts';
import { firstProgress } from './starts/new-build.ts';

const MINUTE = 60_000;
const QUEUE_OUTCOME = { status: 'SUCCEEDED', contexts: undefined } as const;
const TIMED_OUT = {
  status: 'TIMED_OUT',
  contexts: [{ statusCode: 'BUILD_TIMED_OUT', message: 'Build has timed out. ' }],
} as const;

/**
 * Carries a build from the queue to its end. A build whose server was killed is begun again from its start, under its id: what
 * its commands did in the world, they do again.
 */
export async function performBuild(rooms: PerformingRooms, id: string, lease: Lease): Promise<Verdict> {
  const row = await rooms.database.read((reader) => findBuild(reader, id));
  if (row === undefined || row.ended !== null) return done;
  const facts = factsOf(row);
  const deadline = row.created + facts.queuedTimeoutInMinutes * MINUTE;
  const interruption = new Interruption(rooms, { id, deadline }, lease);
  try {
    const release = await rooms.slots.take(interruption.signal);
    try {
      await attempt(rooms, { row, facts, interruption });
    } finally {
      release();
    }
  } catch (error) {
    if (error instanceof BuildTimedOut) await endInQueue(rooms, row);
    else if (!(error instanceof BuildLost)) throw error;
  } finally {
    interruption.close();
  }
  return lease.signal.aborted ? again(rooms.clock.now()) : done;
}

interface Attempt {
  readonly row: BuildRow;
  readonly facts: BuildFacts;
  readonly interruption: Interruption;
}

async function attempt(rooms: PerformingRooms, { row: before, facts, interruption }: Attempt): Promise<void> {
  const log = new BuildLog(rooms, streamOf(before, facts));
  await log.open();
  const row = await leaveQueue(rooms, before);
  interruption.deadline = rooms.clock.now() + facts.timeoutInMinutes * MINUTE;
  const walk = new PhaseWalk(new Journal(rooms, row));
  const belongings = new Belongings(rooms);
  const performance: Performance = { rooms, row, facts, interruption, log, walk, belongings };
  if (row.attempt > 1)
    log.say(
      'The server was stopped, or lost its database, while this build ran: the build runs again from its start, under its id and number',
    );
  try {
    await carryOut(performance);
  } catch (error) {
    // Nothing of a build runs any more when its end is told.
    await belongings.release();
    await endAbruptly(performance, error);
  } finally {
    await belongings.release();
    await log.flush();
  }
}

/** A new attempt, unless the build has ended meanwhile. */
function leaveQueue(rooms: PerformingRooms, { id }: BuildRow): Promise<BuildRow> {
  return rooms.database.write(async (tx) => {
    const row = await lockBuild(tx, id);
    if (row === undefined || row.ended !== null) throw new BuildLost(id);
    const now = rooms.clock.now();
    const first = { ...firstProgress(factsOf(row), id, row.created), logged: true };
    const progress = enterPhase(endPhase(first, QUEUE_OUTCOME, now), 'PROVISIONING', now);
    await beginBuild(tx, id, JSON.stringify(progress));
    await wakeWaiting(tx, rooms, row);
    for (const phase of endedBetween(first, progress))
      await rooms.events.emit(
        tx,
        phaseEvent({ row, status: row.status, progress, time: now, endpoint: rooms.endpoint() }, phase),
      );
    return { ...row, attempt: row.attempt + 1, progress: JSON.stringify(progress) };
  });
}

async function endInQueue(rooms: PerformingRooms, row: BuildRow): Promise<void> {
  const now = await rooms.database.read((reader) => findBuild(reader, row.id));
  if (now === undefined || now.ended !== null) return;
  const walk = new PhaseWalk(new Journal(rooms, now));
  walk.leave(TIMED_OUT);
  await walk.complete('FAILED');
}

/** Out of time, ended by somebody else, or a fault of ours. */
async function endAbruptly({ rooms, row, walk, log }: Performance, error: unknown): Promise<void> {
  if (error instanceof BuildLost) return;
  if (error instanceof BuildTimedOut) {
    log.say('Build has timed out.');
    walk.leave(TIMED_OUT);
  } else {
    rooms.log.error('a build failed for a reason that is not its own', { build: row.id, error });
    const message = error instanceof Error ? error.message : String(error);
    log.say(`The build service failed: ${message}`);
    walk.leave({ ...failed('INTERNAL_SERVICE_ERROR', message), status: 'FAULT' });
  }
  await log.flush();
  walk.pass('FINALIZING');
  await walk.complete(error instanceof BuildTimedOut ? 'FAILED' : 'FAULT');
}

function streamOf(row: BuildRow, { logsConfig }: BuildFacts): LogStreamRef | undefined {
  const place = logPlace(row, logsConfig);
  return place && { account: row.account, region: row.region, ...place };
}
