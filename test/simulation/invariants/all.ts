import { conditionsEndAsTold } from './conditions.ts';
import { definitionsHold, nothingTooOldGoesOn, stoppedRightly } from './endings.ts';
import { failuresHaveTheirConsequences, retriesAreDeclared, rollbacksAreRight } from './failures.ts';
import { whatWasMadeIsHandedOn } from './handed-on.ts';
import type { Invariant } from './invariant.ts';
import { jobsAreOfferedRightly, jobsEndAsTold, jobsMoveRightly } from './jobs.ts';

import { limitHolds } from './limit.ts';
import {
  locksReleased,
  noClosedDoorPassed,
  oneBeforeAStage,
  oneInAStage,
  orderKept,
  supersededRightly,
} from './stages.ts';
import { changesStartOnce, putRevisionsStartOnce, revisionsAreTaken } from './starts.ts';
import { statusesMoveRightly } from './statuses.ts';
import { actionsEndAsTold, actionsStartInTurn, wholesSucceedByTheirParts } from './success.ts';
import { artifactsAreSweptRightly, nothingIsLeft, nothingVanishes } from './vanishing.ts';
import { waitsForSomething } from './waiting.ts';
import { leasesHold, nothingIsForgotten } from './work.ts';

/** What holds after every commit. */
export const INVARIANTS: readonly Invariant[] = [
  oneInAStage,
  oneBeforeAStage,
  locksReleased,
  supersededRightly,
  limitHolds,
  orderKept,
  noClosedDoorPassed,
  statusesMoveRightly,
  nothingVanishes,
  nothingIsLeft,
  artifactsAreSweptRightly,
  actionsEndAsTold,
  conditionsEndAsTold,
  wholesSucceedByTheirParts,
  actionsStartInTurn,
  whatWasMadeIsHandedOn,
  failuresHaveTheirConsequences,
  retriesAreDeclared,
  rollbacksAreRight,
  stoppedRightly,
  nothingTooOldGoesOn,
  definitionsHold,
  jobsMoveRightly,
  jobsAreOfferedRightly,
  jobsEndAsTold,
  changesStartOnce,
  putRevisionsStartOnce,
  revisionsAreTaken,
  waitsForSomething,
  nothingIsForgotten,
  leasesHold,
];
