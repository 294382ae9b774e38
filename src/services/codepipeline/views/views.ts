import type { ActionInput, ActionOutput, RecordedRevision } from '../../../engine/facts/action-record.ts';
import type { ActionExecutionRow } from '../../../store/codepipeline/action-executions.ts';
import type { ExecutionRow } from '../../../store/codepipeline/executions.ts';
import { maskConfiguration } from '../secrets.ts';
import type {
  ActionExecution,
  ActionExecutionDetail,
  ArtifactDetailList,
  ExecutionTrigger,
  PipelineExecution,
  PipelineExecutionSummary,
} from '../shapes.ts';
import { errorOf, externalSummaryOf, summaryOf } from './outcome.ts';

/** Rows of the store in the shapes of the API. */
export function executionSummary(row: ExecutionRow): PipelineExecutionSummary {
  return {
    pipelineExecutionId: row.id,
    status: row.status,
    statusSummary: row.statusSummary ?? undefined,
    startTime: new Date(row.started),
    lastUpdateTime: new Date(row.updated),
    sourceRevisions: revisionsOf(row).map(({ actionName, revisionId, revisionSummary, revisionUrl }) => ({
      actionName,
      revisionId,
      revisionSummary,
      revisionUrl,
    })),
    trigger: triggerOf(row),
    stopTrigger:
      row.ending === 'stop' || row.ending === 'abandon' ? { reason: row.stopReason ?? undefined } : undefined,
    executionMode: row.mode,
    ...typeOf(row),
  };
}

export function executionDetail(row: ExecutionRow, pipelineName: string): PipelineExecution {
  const variables: readonly { name: string; value: string }[] = JSON.parse(row.variables);
  return {
    pipelineName,
    pipelineVersion: row.version,
    pipelineExecutionId: row.id,
    status: row.status,
    statusSummary: row.statusSummary ?? undefined,
    artifactRevisions: revisionsOf(row).map((revision) => ({
      name: revision.artifactName,
      revisionId: revision.revisionId,
      revisionChangeIdentifier: revision.changeIdentifier,
      revisionSummary: revision.revisionSummary,
      revisionUrl: revision.revisionUrl,
      created: revision.created === undefined ? undefined : new Date(revision.created),
    })),
    variables: variables.map(({ name, value }) => ({ name, resolvedValue: value })),
    trigger: triggerOf(row),
    executionMode: row.mode,
    ...typeOf(row),
  };
}

export function actionDetail(row: ActionExecutionRow, version: number): ActionExecutionDetail {
  const input: ActionInput = JSON.parse(row.input);
  const output: ActionOutput | undefined = row.output === null ? undefined : JSON.parse(row.output);
  return {
    pipelineExecutionId: row.executionId,
    actionExecutionId: row.id,
    pipelineVersion: version,
    stageName: row.stage,
    actionName: row.action,
    startTime: new Date(row.started),
    lastUpdateTime: new Date(row.updated),
    updatedBy: row.updatedBy ?? undefined,
    status: row.status,
    input: {
      actionTypeId: input.actionTypeId as NonNullable<ActionExecutionDetail['input']>['actionTypeId'],
      configuration: maskConfiguration(input.configuration, input.secrets ?? []),
      resolvedConfiguration: maskConfiguration(input.resolvedConfiguration, input.secrets ?? []),
      roleArn: input.roleArn,
      region: input.region,
      inputArtifacts: artifactDetails(input.inputArtifacts),
      namespace: input.namespace,
    },
    output: {
      outputArtifacts: artifactDetails(output?.outputArtifacts ?? []),
      executionResult: {
        externalExecutionId: row.externalId ?? undefined,
        externalExecutionSummary: externalSummaryOf(row),
        externalExecutionUrl: row.externalUrl ?? undefined,
        errorDetails: errorOf(row),
        logStreamARN: row.logStreamArn ?? undefined,
      },
      outputVariables: output?.variables ?? {},
    },
  };
}

export function latestActionExecution(row: ActionExecutionRow): ActionExecution {
  return {
    actionExecutionId: row.id,
    status: row.status,
    summary: summaryOf(row),
    // A row that is in progress is updated with every look at what it waits for.
    lastStatusChange: new Date(row.status === 'InProgress' ? row.started : row.updated),
    token: row.status === 'InProgress' ? (row.token ?? undefined) : undefined,
    lastUpdatedBy: row.updatedBy ?? undefined,
    externalExecutionId: row.externalId ?? undefined,
    externalExecutionUrl: row.externalUrl ?? undefined,
    percentComplete: row.percentComplete ?? undefined,
    errorDetails: errorOf(row),
    logStreamARN: row.logStreamArn ?? undefined,
  };
}

export function revisionsOf(row: ExecutionRow): readonly RecordedRevision[] {
  return JSON.parse(row.sourceRevisions);
}

function typeOf({ type, rollbackTarget }: ExecutionRow): Pick<PipelineExecution, 'executionType' | 'rollbackMetadata'> {
  const rollbackMetadata = rollbackTarget === null ? undefined : { rollbackTargetPipelineExecutionId: rollbackTarget };
  return { executionType: type, rollbackMetadata };
}

function triggerOf(row: ExecutionRow): ExecutionTrigger {
  return {
    triggerType: row.triggerType as NonNullable<ExecutionTrigger['triggerType']>,
    triggerDetail: row.triggerDetail ?? undefined,
  };
}

function artifactDetails(artifacts: readonly { name: string; bucket: string; key: string }[]): ArtifactDetailList {
  return artifacts.map(({ name, bucket, key }) => ({ name, s3location: { bucket, key } }));
}
