import { advance } from '../machine/advance.ts';
import type { Decision } from '../machine/decision.ts';
import type { PipelineRow } from '../store/codepipeline/pipelines.ts';
import type { Tx } from '../store/database.ts';
import type { EngineRooms } from './engine-rooms.ts';
import { type Loaded, loadFacts } from './facts/load-facts.ts';
import { abandonAction, startAction } from './steps/action-steps.ts';
import { beginCondition, concludeCondition } from './steps/condition-steps.ts';
import { end, enter, leave } from './steps/execution-steps.ts';
import { retryBySelf } from './steps/retry-steps.ts';
import type { Outcome, Step } from './steps/step.ts';

/**
 * Brings a pipeline to where nothing more can be decided: facts in, decisions and their events out, in the transaction of
 * whatever changed the facts. What is to be done in the world is scheduled as durable work and begins after COMMIT. The caller
 * holds the pipeline's lock, and may have read the facts under it already.
 */
export async function settle(tx: Tx, pipeline: PipelineRow, rooms: EngineRooms, loaded?: Loaded): Promise<void> {
  let known = loaded;
  for (let changed = true; changed; known = undefined) {
    changed = false;
    const { facts, executions } = known ?? (await loadFacts(tx, pipeline.id, rooms.declarations));
    for (const decision of advance(facts)) {
      const execution = executions.get(decision.execution);
      if (execution === undefined) throw new Error(`Decision about an unknown execution ${decision.execution}`);
      const outcome = await carryOut({ tx, pipeline, rooms, execution }, decision);
      // Such as an action that could not even be started, and so has failed: the machine decides anew.
      if (outcome === 'facts-changed') {
        changed = true;
        break;
      }
    }
  }
}

async function carryOut(step: Step, decision: Decision): Promise<Outcome> {
  switch (decision.kind) {
    case 'enter-stage':
      return enter(step, decision);
    case 'begin-condition':
      return beginCondition(step, decision);
    case 'end-condition':
      return concludeCondition(step, decision);
    case 'start-action':
      return startAction(step, decision);
    case 'abandon-action':
      return abandonAction(step, decision);
    case 'retry-stage':
      return retryBySelf(step, decision);
    case 'leave-stage':
      return leave(step, decision);
    case 'end-execution':
      return end(step, decision);
  }
}
