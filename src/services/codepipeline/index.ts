import { ACTION_WORK } from '../../engine/engine-rooms.ts';
import { performAction } from '../../engine/performer.ts';
import { loadModel } from '../../kernel/model.ts';
import type { AnyOperation, Service } from '../../kernel/operation.ts';
import type { RuleTarget } from '../../ports/rule-target.ts';
import type { Webhooks } from '../../ports/webhooks.ts';
import type { WorkHandler } from '../../work/work.ts';
import { CreatePipeline } from './operations/CreatePipeline.ts';
import { DeletePipeline } from './operations/DeletePipeline.ts';
import { DeleteWebhook } from './operations/DeleteWebhook.ts';
import { DeregisterWebhookWithThirdParty } from './operations/DeregisterWebhookWithThirdParty.ts';
import { DisableStageTransition } from './operations/DisableStageTransition.ts';
import { EnableStageTransition } from './operations/EnableStageTransition.ts';
import { GetPipeline } from './operations/GetPipeline.ts';
import { GetPipelineExecution } from './operations/GetPipelineExecution.ts';
import { GetPipelineState } from './operations/GetPipelineState.ts';
import { ListActionExecutions } from './operations/ListActionExecutions.ts';
import { ListPipelineExecutions } from './operations/ListPipelineExecutions.ts';
import { ListPipelines } from './operations/ListPipelines.ts';
import { ListTagsForResource } from './operations/ListTagsForResource.ts';
import { ListWebhooks } from './operations/ListWebhooks.ts';
import { PutActionRevision } from './operations/PutActionRevision.ts';
import { PutApprovalResult } from './operations/PutApprovalResult.ts';
import { PutWebhook } from './operations/PutWebhook.ts';
import { RegisterWebhookWithThirdParty } from './operations/RegisterWebhookWithThirdParty.ts';
import { RetryStageExecution } from './operations/RetryStageExecution.ts';
import { RollbackStage } from './operations/RollbackStage.ts';
import { StartPipelineExecution } from './operations/StartPipelineExecution.ts';
import { StopPipelineExecution } from './operations/StopPipelineExecution.ts';
import { TagResource } from './operations/TagResource.ts';
import { UntagResource } from './operations/UntagResource.ts';
import { UpdatePipeline } from './operations/UpdatePipeline.ts';
import { pipelineTarget } from './pipeline-target.ts';
import { createWebhooks } from './receive-webhook.ts';
import type { CodePipelineRooms } from './rooms.ts';

/** One row per operation; the absent ones are answered as not implemented. */
export const operations: Readonly<Record<string, AnyOperation<CodePipelineRooms>>> = {
  CreatePipeline,
  DeletePipeline,
  DeleteWebhook,
  DeregisterWebhookWithThirdParty,
  DisableStageTransition,
  EnableStageTransition,
  GetPipeline,
  GetPipelineExecution,
  GetPipelineState,
  ListActionExecutions,
  ListPipelineExecutions,
  ListPipelines,
  ListTagsForResource,
  ListWebhooks,
  PutActionRevision,
  PutApprovalResult,
  PutWebhook,
  RegisterWebhookWithThirdParty,
  RetryStageExecution,
  RollbackStage,
  StartPipelineExecution,
  StopPipelineExecution,
  TagResource,
  UntagResource,
  UpdatePipeline,
};

export interface CodePipeline {
  readonly service: Service<CodePipelineRooms>;
  readonly ruleTarget: RuleTarget;
  readonly webhooks: Webhooks;
  readonly workHandlers: Readonly<Record<string, WorkHandler>>;
}

export function createCodePipeline(rooms: CodePipelineRooms): CodePipeline {
  return {
    service: {
      name: 'codepipeline',
      signingNames: ['codepipeline'],
      model: loadModel('codepipeline'),
      operations,
      rooms,
    },
    ruleTarget: pipelineTarget(rooms),
    webhooks: createWebhooks(rooms),
    workHandlers: { [ACTION_WORK]: (key) => performAction(key, rooms) },
  };
}
