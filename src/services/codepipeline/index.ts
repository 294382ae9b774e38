import { ACTION_WORK, RULE_WORK } from '../../engine/engine-rooms.ts';
import { GIT_EVENT_WORK } from '../../engine/git-events.ts';
import { performAction } from '../../engine/perform/performer.ts';
import { performRule } from '../../engine/perform/rule-performer.ts';
import { POLL_WORK } from '../../engine/source-changes.ts';
import { ARTIFACT_WORK, deleteOldArtifacts, OLD_ARTIFACTS_WORK, sweepArtifacts } from '../../engine/sweep-artifacts.ts';
import { HISTORY_WORK, sweepHistory } from '../../engine/sweep-history.ts';
import { loadModel } from '../../kernel/model.ts';
import type { AnyOperation, Service } from '../../kernel/operation.ts';
import type { PipelineRuns } from '../../ports/pipeline-runs.ts';
import type { RuleTarget } from '../../ports/rule-target.ts';
import type { Webhooks } from '../../ports/webhooks.ts';
import type { WorkHandler } from '../../work/work.ts';
import { takeGitEvent } from './git/take-git-event.ts';
import { AcknowledgeJob } from './operations/AcknowledgeJob.ts';
import { AcknowledgeThirdPartyJob } from './operations/AcknowledgeThirdPartyJob.ts';
import { CreateCustomActionType } from './operations/CreateCustomActionType.ts';
import { CreatePipeline } from './operations/CreatePipeline.ts';
import { DeleteCustomActionType } from './operations/DeleteCustomActionType.ts';
import { DeletePipeline } from './operations/DeletePipeline.ts';
import { DeleteWebhook } from './operations/DeleteWebhook.ts';
import { DeregisterWebhookWithThirdParty } from './operations/DeregisterWebhookWithThirdParty.ts';
import { DisableStageTransition } from './operations/DisableStageTransition.ts';
import { EnableStageTransition } from './operations/EnableStageTransition.ts';
import { GetActionType } from './operations/GetActionType.ts';
import { GetJobDetails } from './operations/GetJobDetails.ts';
import { GetPipeline } from './operations/GetPipeline.ts';
import { GetPipelineExecution } from './operations/GetPipelineExecution.ts';
import { GetPipelineState } from './operations/GetPipelineState.ts';
import { GetThirdPartyJobDetails } from './operations/GetThirdPartyJobDetails.ts';
import { ListActionExecutions } from './operations/ListActionExecutions.ts';
import { ListActionTypes } from './operations/ListActionTypes.ts';
import { ListDeployActionExecutionTargets } from './operations/ListDeployActionExecutionTargets.ts';
import { ListPipelineExecutions } from './operations/ListPipelineExecutions.ts';
import { ListPipelines } from './operations/ListPipelines.ts';
import { ListRuleExecutions } from './operations/ListRuleExecutions.ts';
import { ListRuleTypes } from './operations/ListRuleTypes.ts';
import { ListTagsForResource } from './operations/ListTagsForResource.ts';
import { ListWebhooks } from './operations/ListWebhooks.ts';
import { OverrideStageCondition } from './operations/OverrideStageCondition.ts';
import { PollForJobs } from './operations/PollForJobs.ts';
import { PollForThirdPartyJobs } from './operations/PollForThirdPartyJobs.ts';
import { PutActionRevision } from './operations/PutActionRevision.ts';
import { PutApprovalResult } from './operations/PutApprovalResult.ts';
import { PutJobFailureResult } from './operations/PutJobFailureResult.ts';
import { PutJobSuccessResult } from './operations/PutJobSuccessResult.ts';
import { PutThirdPartyJobFailureResult } from './operations/PutThirdPartyJobFailureResult.ts';
import { PutThirdPartyJobSuccessResult } from './operations/PutThirdPartyJobSuccessResult.ts';
import { PutWebhook } from './operations/PutWebhook.ts';
import { RegisterWebhookWithThirdParty } from './operations/RegisterWebhookWithThirdParty.ts';
import { RetryStageExecution } from './operations/RetryStageExecution.ts';
import { RollbackStage } from './operations/RollbackStage.ts';
import { StartPipelineExecution } from './operations/StartPipelineExecution.ts';
import { StopPipelineExecution } from './operations/StopPipelineExecution.ts';
import { TagResource } from './operations/TagResource.ts';
import { UntagResource } from './operations/UntagResource.ts';
import { UpdateActionType } from './operations/UpdateActionType.ts';
import { UpdatePipeline } from './operations/UpdatePipeline.ts';
import { pollSource } from './polling/poll-source.ts';
import type { CodePipelineRooms } from './rooms.ts';
import { pipelineRuns } from './starts/pipeline-runs.ts';
import { pipelineTarget } from './starts/pipeline-target.ts';
import { createWebhooks } from './webhooks/receive-webhook.ts';

/** One row per operation; the absent ones are answered as not implemented. */
export const operations: Readonly<Record<string, AnyOperation<CodePipelineRooms>>> = {
  AcknowledgeJob,
  AcknowledgeThirdPartyJob,
  CreateCustomActionType,
  CreatePipeline,
  DeleteCustomActionType,
  DeletePipeline,
  DeleteWebhook,
  DeregisterWebhookWithThirdParty,
  DisableStageTransition,
  EnableStageTransition,
  GetActionType,
  GetJobDetails,
  GetPipeline,
  GetPipelineExecution,
  GetPipelineState,
  GetThirdPartyJobDetails,
  ListActionExecutions,
  ListActionTypes,
  ListDeployActionExecutionTargets,
  ListPipelineExecutions,
  ListPipelines,
  ListRuleExecutions,
  ListRuleTypes,
  ListTagsForResource,
  ListWebhooks,
  PollForJobs,
  PollForThirdPartyJobs,
  OverrideStageCondition,
  PutActionRevision,
  PutApprovalResult,
  PutJobFailureResult,
  PutJobSuccessResult,
  PutThirdPartyJobFailureResult,
  PutThirdPartyJobSuccessResult,
  PutWebhook,
  RegisterWebhookWithThirdParty,
  RetryStageExecution,
  RollbackStage,
  StartPipelineExecution,
  StopPipelineExecution,
  TagResource,
  UntagResource,
  UpdateActionType,
  UpdatePipeline,
};

export interface CodePipeline {
  readonly service: Service<CodePipelineRooms>;
  readonly ruleTarget: RuleTarget;
  readonly webhooks: Webhooks;
  readonly runs: PipelineRuns;
  readonly workHandlers: Readonly<Record<string, WorkHandler>>;
  /** Asks for the work that is always there. */
  start(): Promise<void>;
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
    runs: pipelineRuns(rooms),
    workHandlers: {
      [ACTION_WORK]: (key) => performAction(key, rooms),
      [RULE_WORK]: (key) => performRule(key, rooms),
      [POLL_WORK]: (key) => pollSource(key, rooms),
      [HISTORY_WORK]: () => sweepHistory(rooms),
      [ARTIFACT_WORK]: () => sweepArtifacts(rooms),
      [OLD_ARTIFACTS_WORK]: (id) => deleteOldArtifacts(id, rooms),
      [GIT_EVENT_WORK]: (key) => takeGitEvent(key, rooms),
    },
    start: () =>
      rooms.database.write(async (tx) => {
        for (const kind of [HISTORY_WORK, ARTIFACT_WORK]) await rooms.work.schedule(tx, kind, 'all');
      }),
  };
}
