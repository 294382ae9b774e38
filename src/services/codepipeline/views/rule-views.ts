import type { RuleInput } from '../../../engine/facts/rule-record.ts';
import type { RuleExecutionRow } from '../../../store/codepipeline/rule-executions.ts';
import type { RuleExecution, RuleExecutionDetail, RuleExecutionStatus, RuleTypeId } from '../shapes.ts';
import { errorOf, externalSummaryOf, summaryOf } from './outcome.ts';

/** Evaluations of rules in the shapes of the API. */
export function ruleDetail(row: RuleExecutionRow, version: number): RuleExecutionDetail {
  const input: RuleInput = JSON.parse(row.input);
  return {
    pipelineExecutionId: row.executionId,
    ruleExecutionId: row.id,
    pipelineVersion: version,
    stageName: row.stage,
    ruleName: row.rule,
    startTime: new Date(row.started),
    lastUpdateTime: new Date(row.updated),
    updatedBy: row.updatedBy ?? undefined,
    status: statusOf(row),
    input: {
      // What the store keeps was accepted as a RuleTypeId.
      ruleTypeId: input.ruleTypeId as RuleTypeId,
      configuration: input.configuration,
      resolvedConfiguration: input.resolvedConfiguration,
      roleArn: input.roleArn,
      region: input.region,
      inputArtifacts: input.inputArtifacts.map(({ name, bucket, key }) => ({ name, s3location: { bucket, key } })),
    },
    output: {
      executionResult: {
        externalExecutionId: row.externalId ?? undefined,
        externalExecutionSummary: externalSummaryOf(row),
        externalExecutionUrl: row.externalUrl ?? undefined,
        errorDetails: errorOf(row),
      },
    },
  };
}

export function latestRuleExecution(row: RuleExecutionRow): RuleExecution {
  return {
    ruleExecutionId: row.id,
    status: statusOf(row),
    summary: summaryOf(row),
    lastStatusChange: new Date(row.status === 'InProgress' ? row.started : row.updated),
    lastUpdatedBy: row.updatedBy ?? undefined,
    externalExecutionId: row.externalId ?? undefined,
    externalExecutionUrl: row.externalUrl ?? undefined,
    errorDetails: errorOf(row),
  };
}

/** Of a rule that could not be evaluated the condition says so. */
function statusOf({ status }: RuleExecutionRow): RuleExecutionStatus {
  return status === 'Errored' ? 'Failed' : status;
}
