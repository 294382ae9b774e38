import { ACCOUNT, REGION } from '../../../harness/account.ts';
import { customType, partnerType, partnerTypeId, typeId } from '../../../harness/jobs.ts';
import { action, pipeline, QUIET, source, stage } from '../../../harness/pipelines.ts';
import { s3Source } from '../../../harness/watched-sources.ts';
import { hook, type Situation } from './situation.ts';

/** What each operation is asked for each of its errors; no more than that is wrong with it. */
export type Provocations = Readonly<Record<string, Readonly<Record<string, object>>>>;

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const FETCH = stage('Source', source());
const BUILD = stage('Build', action('Compile'));
const TAGS = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: 'v' }));
const OWN_TAG = [{ key: 'aws:mine', value: 'v' }];
const NO_TOKEN = { nextToken: 'nonsense' };
const nobody = { pipelineName: 'nobody' };
const arn = (resource: string) => `arn:aws:codepipeline:${REGION}:${ACCOUNT}:${resource}`;
const polling = (name: string) => pipeline(name, [stage('Source', s3Source('Zip', 'zips', 'a.zip')), BUILD], QUIET);

/** Declarations that are wrong in the same way for whoever gets them. */
const DECLARATIONS = (name: string) => ({
  ValidationException: { pipeline: pipeline(name, [FETCH, BUILD], { roleArn: 'me' }) },
  InvalidStageDeclarationException: { pipeline: pipeline(name, [FETCH, stage('Build')]) },
  InvalidActionDeclarationException: {
    pipeline: pipeline(name, [FETCH, stage('Build', action('A', { configuration: { Unheard: 'of' } }))]),
  },
  InvalidBlockerDeclarationException: {
    pipeline: pipeline(name, [FETCH, { ...BUILD, blockers: [{ name: 'b', type: 'Schedule' }] }]),
  },
  InvalidStructureException: { pipeline: pipeline(name, [FETCH]) },
  LimitExceededException: { pipeline: polling(name) },
});

const TRANSITION = { pipelineName: 'plain', stageName: 'Build', transitionType: 'Inbound' };
const TRANSITIONS = (more: object) => ({
  ValidationException: { ...TRANSITION, ...more, transitionType: 'Sideways' },
  PipelineNotFoundException: { ...TRANSITION, ...more, ...nobody },
  StageNotFoundException: { ...TRANSITION, ...more, stageName: 'Nowhere' },
});

function ofPipelines({ done }: Situation): Provocations {
  const page = {
    ValidationException: { pipelineName: 'plain', maxResults: 0 },
    PipelineNotFoundException: nobody,
    InvalidNextTokenException: { pipelineName: 'plain', ...NO_TOKEN },
  };
  const ofUnknown = { pipelineName: 'plain', filter: { pipelineExecutionId: UNKNOWN } };
  const deploy = { pipelineName: 'plain', actionExecutionId: UNKNOWN };
  return {
    CreatePipeline: {
      ...DECLARATIONS('new'),
      PipelineNameInUseException: { pipeline: pipeline('plain', [FETCH, BUILD]) },
      TooManyTagsException: { pipeline: pipeline('new', [FETCH, BUILD]), tags: TAGS },
      InvalidTagsException: { pipeline: pipeline('new', [FETCH, BUILD]), tags: OWN_TAG },
    },
    UpdatePipeline: DECLARATIONS('plain'),
    DeletePipeline: { ValidationException: { name: '' } },
    GetPipeline: {
      ValidationException: { name: 'plain', version: 0 },
      PipelineNotFoundException: { name: 'nobody' },
      PipelineVersionNotFoundException: { name: 'plain', version: 7 },
    },
    GetPipelineState: { ValidationException: {}, PipelineNotFoundException: { name: 'nobody' } },
    GetPipelineExecution: {
      ValidationException: { pipelineName: 'plain', pipelineExecutionId: 'no id' },
      PipelineNotFoundException: { ...nobody, pipelineExecutionId: done },
      PipelineExecutionNotFoundException: { pipelineName: 'plain', pipelineExecutionId: UNKNOWN },
    },
    ListActionExecutions: { ...page, PipelineExecutionNotFoundException: ofUnknown },
    ListRuleExecutions: { ...page, PipelineExecutionNotFoundException: ofUnknown },
    ListPipelineExecutions: page,
    ListDeployActionExecutionTargets: {
      ValidationException: { ...deploy, pipelineName: 'no name' },
      PipelineNotFoundException: { ...deploy, ...nobody },
      InvalidNextTokenException: { ...deploy, ...NO_TOKEN },
      ActionExecutionNotFoundException: deploy,
    },
    ListPipelines: { ValidationException: { maxResults: 0 }, InvalidNextTokenException: NO_TOKEN },
    DisableStageTransition: TRANSITIONS({ reason: 'closed' }),
    EnableStageTransition: TRANSITIONS({}),
  };
}

function ofExecutions({ done, failed, outdated, halting, refused, spentToken }: Situation): Provocations {
  const CONCURRENT = 'ConcurrentPipelineExecutionsLimitExceededException';
  const retry = { pipelineName: 'plain', stageName: 'Build', pipelineExecutionId: done, retryMode: 'ALL_ACTIONS' };
  const back = { pipelineName: 'plain', stageName: 'Build', targetPipelineExecutionId: done };
  const override = {
    pipelineName: 'plain',
    stageName: 'Build',
    pipelineExecutionId: done,
    conditionType: 'BEFORE_ENTRY',
  };
  const full = { pipelineName: 'full', stageName: 'Approve', pipelineExecutionId: refused };
  const actionRevision = { revisionId: 'r1', revisionChangeId: 'c1', created: new Date(0) };
  const revise = { pipelineName: 'plain', stageName: 'Source', actionName: 'Fetch', actionRevision };
  const result = { summary: '', status: 'Approved' };
  const decide = {
    pipelineName: 'approved',
    stageName: 'Approve',
    actionName: 'Approve',
    result,
    token: spentToken,
  };
  return {
    StartPipelineExecution: {
      ValidationException: { name: 'plain' },
      PipelineNotFoundException: { name: 'nobody' },
      [CONCURRENT]: { name: 'full', variables: [{ name: 'Reason', value: 'one more' }] },
    },
    StopPipelineExecution: {
      ValidationException: { pipelineName: 'plain', pipelineExecutionId: 'no id' },
      PipelineNotFoundException: { ...nobody, pipelineExecutionId: done },
      PipelineExecutionNotStoppableException: { pipelineName: 'plain', pipelineExecutionId: done },
      DuplicatedStopRequestException: { pipelineName: 'halting', pipelineExecutionId: halting },
    },
    RetryStageExecution: {
      ValidationException: { ...retry, retryMode: 'SOME_ACTIONS' },
      ConflictException: { ...retry, pipelineName: 'failing', pipelineExecutionId: failed },
      PipelineNotFoundException: { ...retry, ...nobody },
      StageNotFoundException: { ...retry, stageName: 'Nowhere' },
      StageNotRetryableException: retry,
      NotLatestPipelineExecutionException: { ...retry, pipelineExecutionId: UNKNOWN },
      [CONCURRENT]: { ...retry, ...full },
    },
    RollbackStage: {
      ValidationException: { ...back, targetPipelineExecutionId: 'no id' },
      PipelineNotFoundException: { ...back, ...nobody },
      PipelineExecutionNotFoundException: { ...back, targetPipelineExecutionId: UNKNOWN },
      PipelineExecutionOutdatedException: { ...back, pipelineName: 'updated', targetPipelineExecutionId: outdated },
      StageNotFoundException: { ...back, stageName: 'Nowhere' },
      UnableToRollbackStageException: { ...back, stageName: 'Source' },
    },
    OverrideStageCondition: {
      ValidationException: { ...override, conditionType: 'SOMETIME' },
      ConflictException: { ...override, pipelineName: 'halting', pipelineExecutionId: halting },
      PipelineNotFoundException: { ...override, ...nobody },
      StageNotFoundException: { ...override, stageName: 'Nowhere' },
      ConditionNotOverridableException: override,
      NotLatestPipelineExecutionException: { ...override, pipelineExecutionId: UNKNOWN },
      [CONCURRENT]: { ...override, ...full },
    },
    PutActionRevision: {
      PipelineNotFoundException: { ...revise, ...nobody },
      StageNotFoundException: { ...revise, stageName: 'Nowhere' },
      ActionNotFoundException: { ...revise, actionName: 'Nothing' },
      ValidationException: { ...revise, stageName: 'Build', actionName: 'Compile' },
      [CONCURRENT]: { ...revise, pipelineName: 'full' },
    },
    PutApprovalResult: {
      InvalidApprovalTokenException: { ...decide, token: UNKNOWN },
      ApprovalAlreadyCompletedException: decide,
      PipelineNotFoundException: { ...decide, ...nobody },
      StageNotFoundException: { ...decide, stageName: 'Nowhere' },
      ActionNotFoundException: { ...decide, actionName: 'Nothing' },
      ValidationException: { ...decide, result: { ...result, summary: 's'.repeat(513) } },
    },
  };
}

function ofJobs({ job, partnerJob }: Situation): Provocations {
  const failureDetails = { type: 'JobFailed', message: 'no' };
  const { clientToken } = partnerJob;
  const open = { jobId: partnerJob.open, clientToken };
  const noJob = { jobId: UNKNOWN };
  const stranger = { ...open, clientToken: 'guess' };
  const nonce = '1';
  const partnerResult = (more: object) => ({
    ValidationException: { ...open, ...more, clientToken: '' },
    JobNotFoundException: { ...open, ...more, ...noJob },
    InvalidJobStateException: { ...open, ...more, jobId: partnerJob.over },
    InvalidClientTokenException: { ...stranger, ...more },
  });
  return {
    PollForJobs: {
      ValidationException: { actionTypeId: partnerTypeId('Partner') },
      ActionTypeNotFoundException: { actionTypeId: typeId('Unheard-of') },
    },
    PollForThirdPartyJobs: {
      ValidationException: { actionTypeId: typeId('Type0') },
      ActionTypeNotFoundException: { actionTypeId: partnerTypeId('Unheard-of') },
    },
    AcknowledgeJob: {
      ValidationException: { jobId: 'no id', nonce },
      InvalidNonceException: { jobId: job.open, nonce },
      JobNotFoundException: { ...noJob, nonce },
    },
    AcknowledgeThirdPartyJob: {
      ValidationException: { ...open, nonce: '' },
      InvalidNonceException: { ...open, nonce },
      JobNotFoundException: { ...open, ...noJob, nonce },
      InvalidClientTokenException: { ...stranger, nonce },
    },
    GetJobDetails: { ValidationException: { jobId: 'no id' }, JobNotFoundException: noJob },
    GetThirdPartyJobDetails: {
      ValidationException: { ...open, clientToken: '' },
      JobNotFoundException: { ...open, ...noJob },
      InvalidClientTokenException: stranger,
      InvalidJobException: { ...open, jobId: 'no id' },
    },
    PutJobSuccessResult: {
      ValidationException: { jobId: job.open, continuationToken: 't', outputVariables: { a: 'b' } },
      JobNotFoundException: noJob,
      InvalidJobStateException: { jobId: job.over },
      OutputVariablesSizeExceededException: { jobId: job.open, outputVariables: { Text: 'x'.repeat(122_880) } },
    },
    PutJobFailureResult: {
      ValidationException: { jobId: job.open, failureDetails: { ...failureDetails, type: 'Tired' } },
      JobNotFoundException: { ...noJob, failureDetails },
      InvalidJobStateException: { jobId: job.over, failureDetails },
    },
    PutThirdPartyJobSuccessResult: partnerResult({}),
    PutThirdPartyJobFailureResult: partnerResult({ failureDetails }),
  };
}

function ofTheRest(): Provocations {
  const tag = { resourceArn: arn('plain'), tags: [{ key: 'k', value: 'v' }] };
  const untag = { resourceArn: arn('plain'), tagKeys: ['k'] };
  const ofPartner = { category: 'Test', owner: 'ThirdParty', provider: 'Unheard-of', version: '1' } as const;
  const ofServer = { category: 'Build', owner: 'AWS', provider: 'CodeBuild', version: '1' } as const;
  const webhook = hook('one-more');
  return {
    CreateCustomActionType: {
      ValidationException: customType('No Provider'),
      LimitExceededException: customType('OneMore'),
      TooManyTagsException: { ...customType('OneMore'), tags: TAGS },
      InvalidTagsException: { ...customType('OneMore'), tags: OWN_TAG },
    },
    DeleteCustomActionType: { ValidationException: { category: 'Build', provider: 'No Provider', version: '1' } },
    GetActionType: { ValidationException: { ...ofPartner, category: 'Dance' }, ActionTypeNotFoundException: ofPartner },
    UpdateActionType: {
      RequestFailedException: { actionType: partnerType('x', { id: ofServer }) },
      ValidationException: {
        actionType: partnerType('x', { inputArtifactDetails: { minimumCount: 2, maximumCount: 1 } }),
      },
      ActionTypeNotFoundException: {
        actionType: partnerType('x', { id: { ...ofServer, provider: 'Unheard-of' } }),
      },
    },
    ListActionTypes: { ValidationException: { regionFilter: 'x' }, InvalidNextTokenException: NO_TOKEN },
    ListRuleTypes: { ValidationException: { regionFilter: 'x' } },
    PutWebhook: {
      ValidationException: { webhook: { ...webhook, targetAction: 'Nothing' } },
      LimitExceededException: { webhook },
      InvalidWebhookFilterPatternException: { webhook: { ...webhook, filters: [{ jsonPath: '$[' }] } },
      InvalidWebhookAuthenticationParametersException: { webhook: { ...webhook, authentication: 'IP' } },
      PipelineNotFoundException: { webhook: { ...webhook, targetPipeline: 'nobody' } },
      TooManyTagsException: { webhook, tags: TAGS },
      InvalidTagsException: { webhook, tags: OWN_TAG },
    },
    DeleteWebhook: { ValidationException: { name: 'no name' } },
    ListWebhooks: { ValidationException: { MaxResults: 0 }, InvalidNextTokenException: { NextToken: 'nonsense' } },
    RegisterWebhookWithThirdParty: {
      ValidationException: { webhookName: 'hook0' },
      WebhookNotFoundException: { webhookName: 'nobody' },
    },
    DeregisterWebhookWithThirdParty: {
      ValidationException: { webhookName: 'no name' },
      WebhookNotFoundException: { webhookName: 'nobody' },
    },
    TagResource: {
      ValidationException: { ...tag, tags: [{ key: '', value: 'v' }] },
      ResourceNotFoundException: { ...tag, resourceArn: arn('nobody') },
      InvalidArnException: { ...tag, resourceArn: arn('what/is/this') },
      TooManyTagsException: { ...tag, tags: TAGS },
      InvalidTagsException: { ...tag, tags: OWN_TAG },
    },
    UntagResource: {
      ValidationException: { ...untag, tagKeys: [''] },
      ResourceNotFoundException: { ...untag, resourceArn: arn('nobody') },
      InvalidArnException: { ...untag, resourceArn: arn('what/is/this') },
      InvalidTagsException: { ...untag, tagKeys: ['aws:mine'] },
    },
    ListTagsForResource: {
      ValidationException: { resourceArn: arn('plain'), maxResults: 0 },
      ResourceNotFoundException: { resourceArn: arn('nobody') },
      InvalidNextTokenException: { resourceArn: arn('plain'), ...NO_TOKEN },
      InvalidArnException: { resourceArn: arn('what/is/this') },
    },
  };
}

export function provocations(situation: Situation): Provocations {
  return { ...ofPipelines(situation), ...ofExecutions(situation), ...ofJobs(situation), ...ofTheRest() };
}
