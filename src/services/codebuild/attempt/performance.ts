import type { BuildRow } from '../../../store/codebuild/builds.ts';
import type { BuildFacts } from '../build-facts.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import type { Belongings } from './belongings.ts';
import type { BuildLog } from './build-log.ts';
import type { Interruption } from './interruption.ts';
import type { PhaseWalk } from './phase-walk.ts';
import type { BuildPlaces } from './runners.ts';
import type { Slots } from './slots.ts';

export interface PerformingRooms extends CodeBuildRooms {
  readonly places: BuildPlaces;
  readonly slots: Slots;
}

/** One attempt at one build. */
export interface Performance {
  readonly rooms: PerformingRooms;
  readonly row: BuildRow;
  readonly facts: BuildFacts;
  readonly interruption: Interruption;
  readonly log: BuildLog;
  readonly walk: PhaseWalk;
  readonly belongings: Belongings;
}
