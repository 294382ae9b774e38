import { ACTION_WORK, type EngineRooms } from '../../engine/engine-rooms.ts';
import { performAction } from '../../engine/performer.ts';
import { loadModel } from '../../kernel/model.ts';
import type { AnyOperation, Service } from '../../kernel/operation.ts';
import type { RuleTarget } from '../../ports/rule-target.ts';
import type { WorkHandler } from '../../work/work.ts';
import { CreatePipeline } from './operations/CreatePipeline.ts';
import { DeletePipeline } from './operations/DeletePipeline.ts';
import { DisableStageTransition } from './operations/DisableStageTransition.ts';
import { EnableStageTransition } from './operations/EnableStageTransition.ts';
import { GetPipeline } from './operations/GetPipeline.ts';
import { GetPipelineExecution } from './operations/GetPipelineExecution.ts';
import { GetPipelineState } from './operations/GetPipelineState.ts';
import { ListActionExecutions } from './operations/ListActionExecutions.ts';
import { ListPipelineExecutions } from './operations/ListPipelineExecutions.ts';
import { ListPipelines } from './operations/ListPipelines.ts';
import { ListTagsForResource } from './operations/ListTagsForResource.ts';
import { PutActionRevision } from './operations/PutActionRevision.ts';
import { PutApprovalResult } from './operations/PutApprovalResult.ts';
import { StartPipelineExecution } from './operations/StartPipelineExecution.ts';
import { StopPipelineExecution } from './operations/StopPipelineExecution.ts';
import { TagResource } from './operations/TagResource.ts';
import { UntagResource } from './operations/UntagResource.ts';
import { UpdatePipeline } from './operations/UpdatePipeline.ts';
import { pipelineTarget } from './pipeline-target.ts';

/** One row per operation; the absent ones are answered as not implemented. */
export const operations: Readonly<Record<string, AnyOperation<EngineRooms>>> = {
  CreatePipeline,
  DeletePipeline,
  DisableStageTransition,
  EnableStageTransition,
  GetPipeline,
  GetPipelineExecution,
  GetPipelineState,
  ListActionExecutions,
  ListPipelineExecutions,
  ListPipelines,
  ListTagsForResource,
  PutActionRevision,
  PutApprovalResult,
  StartPipelineExecution,
  StopPipelineExecution,
  TagResource,
  UntagResource,
  UpdatePipeline,
};

export interface CodePipeline {
  readonly service: Service<EngineRooms>;
  readonly ruleTarget: RuleTarget;
  readonly workHandlers: Readonly<Record<string, WorkHandler>>;
}

export function createCodePipeline(rooms: EngineRooms): CodePipeline {
  return {
    service: {
      name: 'codepipeline',
      signingNames: ['codepipeline'],
      model: loadModel('codepipeline'),
      operations,
      rooms,
    },
    ruleTarget: pipelineTarget(rooms),
    workHandlers: { [ACTION_WORK]: (key) => performAction(key, rooms) },
  };
}
