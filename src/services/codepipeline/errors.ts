import { MAX_CONCURRENT } from '../../engine/concurrency.ts';
import { ServiceError } from '../../kernel/service-error.ts';

/** CodePipeline's errors, each once, in AWS's words where they are known. */
export const validation = (message: string) => new ServiceError('ValidationException', message);

export const pipelineNotFound = (name: string, account: string) =>
  new ServiceError('PipelineNotFoundException', `Account '${account}' does not have a pipeline with name '${name}'`);

export const pipelineVersionNotFound = (name: string, version: number) =>
  new ServiceError('PipelineVersionNotFoundException', `Pipeline '${name}' does not have a version ${version}`);

export const pipelineNameInUse = (name: string) =>
  new ServiceError('PipelineNameInUseException', `A pipeline with the name '${name}' already exists in account`);

export const pipelineExecutionNotFound = (name: string, id: string) =>
  new ServiceError(
    'PipelineExecutionNotFoundException',
    `Pipeline '${name}' does not have an execution with id '${id}'`,
  );

export const actionExecutionNotFound = (id: string) =>
  new ServiceError('ActionExecutionNotFoundException', `There is no execution of an action with id '${id}'`);

export const executionNotStoppable = (id: string, status: string) =>
  new ServiceError(
    'PipelineExecutionNotStoppableException',
    `Pipeline execution '${id}' is ${status}: it cannot be stopped`,
  );

export const duplicatedStopRequest = (id: string) =>
  new ServiceError(
    'DuplicatedStopRequestException',
    `Pipeline execution '${id}' has already been requested to be stopped`,
  );

export const concurrentExecutionsLimitExceeded = (name: string) =>
  new ServiceError(
    'ConcurrentPipelineExecutionsLimitExceededException',
    `Pipeline '${name}' has reached the limit of ${MAX_CONCURRENT} concurrent executions`,
  );

export const stageNotRetryable = (stage: string, id: string) =>
  new ServiceError(
    'StageNotRetryableException',
    `Stage '${stage}' of pipeline execution '${id}' cannot be retried: it has not failed, or the pipeline has changed since`,
  );

export const notLatestExecution = (stage: string, id: string) =>
  new ServiceError(
    'NotLatestPipelineExecutionException',
    `Pipeline execution '${id}' is not the latest to have entered stage '${stage}'`,
  );

export const conditionNotOverridable = (stage: string, type: string) =>
  new ServiceError(
    'ConditionNotOverridableException',
    `The condition ${type} of stage '${stage}' cannot be overridden: it is not looked at, and has not failed the stage`,
  );

export const conflict = (message: string) => new ServiceError('ConflictException', message);

export const unableToRollback = (stage: string, id: string) =>
  new ServiceError('UnableToRollbackStageException', `Stage '${stage}' cannot be rolled back to execution '${id}'`);

export const executionOutdated = (id: string) =>
  new ServiceError(
    'PipelineExecutionOutdatedException',
    `The structure of the pipeline has changed since pipeline execution '${id}'`,
  );

export const stageNotFound = (pipeline: string, stage: string) =>
  new ServiceError('StageNotFoundException', `Pipeline '${pipeline}' does not have a stage with name '${stage}'`);

export const actionNotFound = (stage: string, action: string) =>
  new ServiceError('ActionNotFoundException', `Stage '${stage}' does not have an action with name '${action}'`);

export const invalidApprovalToken = () => new ServiceError('InvalidApprovalTokenException', 'Invalid approval token');

export const approvalAlreadyCompleted = (action: string) =>
  new ServiceError(
    'ApprovalAlreadyCompletedException',
    `The approval action '${action}' has already been approved or rejected`,
  );

export const invalidNextToken = () => new ServiceError('InvalidNextTokenException', 'The next token is not valid');

export const invalidStructure = (message: string) => new ServiceError('InvalidStructureException', message);

export const invalidStage = (message: string) => new ServiceError('InvalidStageDeclarationException', message);

export const invalidAction = (message: string) => new ServiceError('InvalidActionDeclarationException', message);

export const invalidBlocker = (message: string) => new ServiceError('InvalidBlockerDeclarationException', message);

export const invalidArn = (text: string) =>
  new ServiceError('InvalidArnException', `'${text}' is not the ARN of a pipeline or a custom action type`);

export const resourceNotFound = (arn: string) =>
  new ServiceError('ResourceNotFoundException', `There is no resource ${arn}`);

export const tooManyTags = (limit: number) =>
  new ServiceError('TooManyTagsException', `A resource can have ${limit} tags at the most`);

export const invalidTags = (message: string) => new ServiceError('InvalidTagsException', message);

export const limitExceeded = (message: string) => new ServiceError('LimitExceededException', message);

export const webhookNotFound = (name: string) =>
  new ServiceError('WebhookNotFoundException', `There is no webhook with name '${name}'`);

export const invalidWebhookAuthentication = (message: string) =>
  new ServiceError('InvalidWebhookAuthenticationParametersException', message);

export const invalidWebhookFilter = (message: string) =>
  new ServiceError('InvalidWebhookFilterPatternException', message);

interface TypeName {
  readonly category: string;
  readonly owner: string;
  readonly provider: string;
  readonly version: string;
}

const inWords = ({ category, provider, owner, version }: TypeName) =>
  `ActionType (Category: '${category}', Provider: '${provider}', Owner: '${owner}', Version: '${version}')`;

export const actionTypeNotFound = (type: TypeName) =>
  new ServiceError('ActionTypeNotFoundException', `${inWords(type)} is not available`);

export const actionTypeExists = (type: TypeName) => validation(`${inWords(type)} already exists`);

export const actionTypeWasDeleted = (type: TypeName) =>
  validation(
    `${inWords(type)} was deleted: create it exactly as it was to have it back, or with a version that was never used`,
  );

export const actionTypeNotYours = (type: TypeName) =>
  new ServiceError('RequestFailedException', `${inWords(type)} is part of this server: it cannot be updated`);

export const jobNotFound = (id: string) => new ServiceError('JobNotFoundException', `There is no job with id '${id}'`);

export const invalidJob = (id: string) =>
  new ServiceError('InvalidJobException', `'${id}' is not the id of a third-party job`);

export const invalidNonce = () => new ServiceError('InvalidNonceException', 'The nonce is not the one of this job');

export const invalidClientToken = () =>
  new ServiceError('InvalidClientTokenException', 'The client token is not the one of the customer of this job');

export const invalidJobState = (id: string, reason: string) =>
  new ServiceError('InvalidJobStateException', `The job '${id}' cannot be given a result: ${reason}`);

export const outputVariablesSizeExceeded = (limit: number) =>
  new ServiceError(
    'OutputVariablesSizeExceededException',
    `The output variables of an action can have ${limit} bytes at the most`,
  );
