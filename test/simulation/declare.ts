import type { Condition, FailureConditions, PipelineDeclaration } from '../../src/services/codepipeline/shapes.ts';
import type { ActionStory, ConditionStory, Mode, PipelineStory, StageStory } from './story.ts';

export const STAGE_NAMES: readonly string[] = ['Source', 'Build', 'Deploy', 'Verify'];
const CATEGORIES = ['Source', 'Build', 'Deploy', 'Build'] as const;

/** What a client sends to create the pipeline of a story. */
export function declare(name: string, { mode, stages }: PipelineStory): PipelineDeclaration {
  return {
    name,
    roleArn: 'arn:aws:iam::123456789012:role/pipeline',
    artifactStore: { type: 'S3', location: 'artifacts' },
    pipelineType: 'V2',
    executionMode: mode,
    stages: stages.map(({ actions, onFailure, beforeEntry, onSuccess }, index) => ({
      name: STAGE_NAMES[index] ?? `Stage${index}`,
      actions: actions.map((action, number) => declareAction(action, `A${number + 1}`, CATEGORIES[index] ?? 'Build')),
      onFailure: declareFailure(onFailure, index, mode),
      beforeEntry: beforeEntry === null ? undefined : { conditions: [declareCondition(beforeEntry, 'FAIL')] },
      onSuccess:
        onSuccess === null
          ? undefined
          : {
              conditions: [declareCondition(onSuccess, index === 0 || mode === 'PARALLEL' ? 'FAIL' : onSuccess.result)],
            },
    })),
  };
}

/** A source stage can only be retried, and PARALLEL pipelines are not rolled back. */
function declareFailure(onFailure: StageStory['onFailure'], index: number, mode: Mode): FailureConditions | undefined {
  switch (onFailure) {
    case 'nothing':
      return undefined;
    case 'RETRY':
      return { result: 'RETRY', retryConfiguration: { retryMode: 'FAILED_ACTIONS' } };
    case 'RETRY ALL':
      return { result: 'RETRY', retryConfiguration: { retryMode: 'ALL_ACTIONS' } };
    case 'ROLLBACK':
      return index === 0 || mode === 'PARALLEL' ? undefined : { result: 'ROLLBACK' };
    case 'SKIP':
      return index === 0 ? undefined : { result: 'SKIP' };
  }
}

function declareCondition({ rules }: ConditionStory, result: ConditionStory['result']): Condition {
  const ruleTypeId = { category: 'Rule', owner: 'AWS', provider: 'Simulated', version: '1' } as const;
  return {
    result,
    rules: rules.map((jobs, index) => ({
      name: `R${index + 1}`,
      ruleTypeId,
      configuration: { Jobs: JSON.stringify(jobs) },
    })),
  };
}

function declareAction({ runOrder, jobs }: ActionStory, name: string, category: 'Source' | 'Build' | 'Deploy') {
  if (jobs === 'approval') {
    const actionTypeId = { category: 'Approval', owner: 'AWS', provider: 'Manual', version: '1' } as const;
    return { name, runOrder, actionTypeId };
  }
  const actionTypeId = { category, owner: 'AWS', provider: 'Simulated', version: '1' } as const;
  return { name, runOrder, actionTypeId, configuration: { Jobs: JSON.stringify(jobs) } };
}
