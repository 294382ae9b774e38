import type { Invariant } from './invariant.ts';
import {
  locksReleased,
  noClosedDoorPassed,
  oneBeforeAStage,
  oneInAStage,
  orderKept,
  supersededRightly,
} from './stages.ts';
import { nothingVanishes, statusesMoveRightly } from './statuses.ts';
import { actionsEndAsTold, actionsStartInTurn, conditionsEndAsTold, wholesSucceedByTheirParts } from './success.ts';
import { waitsForSomething } from './waiting.ts';
import { leasesHold, nothingIsForgotten } from './work.ts';

/** What holds after every commit. */
export const INVARIANTS: readonly Invariant[] = [
  oneInAStage,
  oneBeforeAStage,
  locksReleased,
  supersededRightly,
  orderKept,
  noClosedDoorPassed,
  statusesMoveRightly,
  nothingVanishes,
  actionsEndAsTold,
  conditionsEndAsTold,
  wholesSucceedByTheirParts,
  actionsStartInTurn,
  waitsForSomething,
  nothingIsForgotten,
  leasesHold,
];
