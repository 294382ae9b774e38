import type { PipelineRow } from '../../store/codepipeline/pipelines.ts';
import type { Tx } from '../../store/database.ts';
import type { EngineRooms } from '../engine-rooms.ts';
import type { LoadedExecution } from '../facts/load-facts.ts';
import type { Subject } from './tell.ts';

/** One decision about one execution, being written. */
export interface Step {
  readonly tx: Tx;
  readonly pipeline: PipelineRow;
  readonly rooms: EngineRooms;
  readonly execution: LoadedExecution;
}

/** What the machine did not foresee makes it decide anew, from facts that are read again. */
export type Outcome = 'as-decided' | 'facts-changed';

export function subjectOf({ tx, pipeline, rooms, execution }: Step): Subject {
  return { tx, pipeline, rooms, row: execution.row };
}

export function stageName({ declaration }: LoadedExecution, index: number): string {
  const stage = declaration.stages[index];
  if (stage === undefined) throw new Error(`There is no stage ${index}`);
  return stage.name;
}
