import type { BuildStatus } from '../../../store/codebuild/begun.ts';
import { type BuildRow, lockBuild, recordBuildEnd, recordBuildProgress } from '../../../store/codebuild/builds.ts';
import type { Database, Tx } from '../../../store/database.ts';
import { phaseEvent, stateEvent } from '../build-events.ts';
import { type BuildProgress, progressOf } from '../build-facts.ts';
import { endedBetween, endPhase, enterPhase, type PhaseOutcome } from '../phases.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import { wakeBatches } from '../wake-batches.ts';

type JournalRooms = Pick<CodeBuildRooms, 'clock' | 'events' | 'work' | 'endpoint'> & { readonly database: Database };

/** The build is over already, or another attempt at it has begun: this one has nothing to say any more. */
export class BuildLost extends Error {
  override readonly name = 'BuildLost';
}

/** Announced when a build has ended, whoever ended it: what still runs of it is to be killed. */
export function overTopic(id: string): string {
  return `codebuild.over/${id}`;
}

export type Change = (progress: BuildProgress, now: number) => BuildProgress;

/** One attempt's way of telling how its build goes on: state and events in one transaction. */
export class Journal {
  readonly #rooms: JournalRooms;
  readonly #id: string;
  readonly #attempt: number;

  constructor(rooms: JournalRooms, row: Pick<BuildRow, 'id' | 'attempt'>) {
    this.#rooms = rooms;
    this.#id = row.id;
    this.#attempt = row.attempt;
  }

  async record(change: Change): Promise<void> {
    await this.#write(async (tx, row) => {
      const now = this.#rooms.clock.now();
      const before = progressOf(row);
      const progress = change(before, now);
      await recordBuildProgress(tx, row.id, JSON.stringify(progress));
      await tellPhases(tx, this.#rooms, { row, before, progress });
    });
  }

  async end(status: Exclude<BuildStatus, 'IN_PROGRESS'>, change: Change): Promise<void> {
    await this.#write((tx, row) => endBuild(tx, this.#rooms, { row, status, change }));
  }

  #write(deed: (tx: Tx, row: BuildRow) => Promise<void>): Promise<void> {
    return this.#rooms.database.write(async (tx) => {
      const row = await lockBuild(tx, this.#id);
      if (row === undefined || row.ended !== null || row.attempt !== this.#attempt) throw new BuildLost(this.#id);
      await deed(tx, row);
    });
  }
}

interface Ending {
  readonly row: BuildRow;
  readonly status: Exclude<BuildStatus, 'IN_PROGRESS'>;
  readonly change: Change;
}

/** The end of a build, once: `row` is locked and has not ended. Whoever waits for it is woken. */
export async function endBuild(tx: Tx, rooms: JournalRooms, { row, status, change }: Ending): Promise<void> {
  const now = rooms.clock.now();
  const before = progressOf(row);
  const progress = enterPhase(change(before, now), 'COMPLETED', now);
  await recordBuildEnd(tx, row.id, { status, progress: JSON.stringify(progress), ended: now });
  await tellPhases(tx, rooms, { row, before, progress });
  await rooms.events.emit(tx, stateEvent({ row, status, progress, time: now, endpoint: rooms.endpoint() }));
  await wakeWaiting(tx, rooms, row);
  await wakeBatches(tx, rooms, row.projectId);
  tx.wake(overTopic(row.id));
}

/** Whoever waits for the build looks at it: it has ended, or its log is there. */
export async function wakeWaiting(tx: Tx, { work }: Pick<JournalRooms, 'work'>, row: BuildRow): Promise<void> {
  if (row.wakeKind !== null && row.wakeKey !== null) await work.schedule(tx, row.wakeKind, row.wakeKey);
}

/** StopBuild: the phase under way is STOPPED, and the build completed at once. */
export function stopBuild(tx: Tx, rooms: JournalRooms, row: BuildRow): Promise<void> {
  const outcome: PhaseOutcome = { status: 'STOPPED', contexts: undefined };
  return endBuild(tx, rooms, { row, status: 'STOPPED', change: (progress, now) => endPhase(progress, outcome, now) });
}

interface Step {
  readonly row: BuildRow;
  readonly before: BuildProgress;
  readonly progress: BuildProgress;
}

async function tellPhases(tx: Tx, rooms: JournalRooms, { row, before, progress }: Step): Promise<void> {
  for (const phase of endedBetween(before, progress)) {
    const moment = { row, status: row.status, progress, time: phase.end ?? phase.start, endpoint: rooms.endpoint() };
    await rooms.events.emit(tx, phaseEvent(moment, phase));
  }
}
