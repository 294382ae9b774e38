import type { ExecutionMode } from './facts.ts';
import type { StageStatus } from './retry.ts';

/** An execution that a stage is to be brought back to. */
export interface RollbackFacts {
  readonly mode: ExecutionMode;
  /** Index of the stage. */
  readonly stage: number;
  readonly target: {
    readonly type: 'STANDARD' | 'ROLLBACK';
    /** What became of it in that stage; undefined when it never entered. */
    readonly status: StageStatus | undefined;
    /** Whether the pipeline's structure is still the one it ran. */
    readonly isCurrent: boolean;
  };
  /** Whether an execution is inside the stage. */
  readonly isLocked: boolean;
}

/** `impossible`: never, or not while somebody is inside. `outdated`: the structure has changed. */
export type RollbackRefusal = 'impossible' | 'outdated';

/** Why a stage cannot be rolled back to an execution, or undefined when it can. */
export function refuseRollback({ mode, stage, target, isLocked }: RollbackFacts): RollbackRefusal | undefined {
  if (mode === 'PARALLEL' || stage === 0 || target.type === 'ROLLBACK') return 'impossible';
  if (!target.isCurrent) return 'outdated';
  return isLocked || target.status !== 'Succeeded' ? 'impossible' : undefined;
}
