import type {
  ActionDeclaration,
  Condition,
  FailureConditions,
  PipelineDeclaration,
  RuleDeclaration,
} from '../../src/services/codepipeline/shapes.ts';
import type { ActionStory, ConditionStory, JobStory, Mode, PipelineStory, Pool, StageStory } from './story.ts';

export const STAGE_NAMES: readonly string[] = ['Source', 'Build', 'Deploy', 'Verify'];
export const CATEGORIES = ['Source', 'Build', 'Deploy', 'Build'] as const;
export const SOURCE_STAGE = 'Source';

/** Provider of the jobs that workers compete for. */
export const WORKED = 'Worked';
export const POOLS: readonly Pool[] = ['a', 'b'];

/** Jobs of actions that are called alike are in one. */
export function poolOf(action: string): Pool {
  return action === 'A2' ? 'b' : 'a';
}

export function actionName(index: number): string {
  return `A${index + 1}`;
}

/** What a client sends to create the pipeline of a story. */
export function declare(name: string, { mode, stages }: PipelineStory): PipelineDeclaration {
  return {
    name,
    roleArn: 'arn:aws:iam::123456789012:role/pipeline',
    artifactStore: { type: 'S3', location: 'artifacts' },
    pipelineType: 'V2',
    executionMode: mode,
    variables: [{ name: 'Go', defaultValue: 'yes' }],
    stages: stages.map((stage, index) => ({
      name: STAGE_NAMES[index] ?? `Stage${index}`,
      actions: stage.actions.map((action, number) => declareAction(action, { pipeline: name, stages, index, number })),
      ...declareConditions(stage, index, mode),
    })),
  };
}

function declareConditions({ onFailure, beforeEntry, onSuccess }: StageStory, index: number, mode: Mode) {
  const mayRollBack = index > 0 && mode !== 'PARALLEL';
  return {
    onFailure: declareFailure(onFailure, index, mayRollBack),
    beforeEntry: beforeEntry === null ? undefined : { conditions: [declareEntry(beforeEntry, index)] },
    onSuccess:
      onSuccess === null
        ? undefined
        : {
            conditions: [
              declareCondition(onSuccess, onSuccess.result === 'ROLLBACK' && mayRollBack ? 'ROLLBACK' : 'FAIL'),
            ],
          },
  };
}

/** A source stage can only be retried, and PARALLEL pipelines are not rolled back. */
function declareFailure(
  onFailure: StageStory['onFailure'],
  index: number,
  mayRollBack: boolean,
): FailureConditions | undefined {
  switch (onFailure) {
    case 'nothing':
      return undefined;
    case 'RETRY':
      return { result: 'RETRY', retryConfiguration: { retryMode: 'FAILED_ACTIONS' } };
    case 'RETRY ALL':
      return { result: 'RETRY', retryConfiguration: { retryMode: 'ALL_ACTIONS' } };
    case 'ROLLBACK':
      return mayRollBack ? { result: 'ROLLBACK' } : undefined;
    case 'SKIP':
      return index === 0 ? undefined : { result: 'SKIP' };
    default: {
      const { result } = onFailure;
      const isPossible = result === 'ROLLBACK' ? mayRollBack : index > 0 || result === 'RETRY';
      return { conditions: [declareCondition(onFailure, isPossible ? result : 'FAIL')] };
    }
  }
}

/** Only rules that are evaluated at once decide whether a stage is skipped, which one of sources never is. */
function declareEntry(entry: ConditionStory, index: number): Condition {
  if (entry.result !== 'SKIP' || index === 0) return declareCondition(entry, 'FAIL');
  const configuration = { Variable: '#{variables.Go}', Operator: 'EQ', Value: 'yes' };
  return { result: 'SKIP', rules: [{ name: 'R1', ruleTypeId: ruleType('VariableCheck'), configuration }] };
}

function declareCondition({ rules }: ConditionStory, result: ConditionStory['result']): Condition {
  return { result, rules: rules.map(declareRule) };
}

function declareRule(jobs: readonly JobStory[], index: number): RuleDeclaration {
  const configuration = { Jobs: JSON.stringify(jobs) };
  return { name: `R${index + 1}`, ruleTypeId: ruleType('Simulated'), configuration };
}

function ruleType(provider: string) {
  return { category: 'Rule', owner: 'AWS', provider, version: '1' } as const;
}

interface Place {
  readonly pipeline: string;
  readonly stages: readonly StageStory[];
  /** Of the stage. */
  readonly index: number;
  readonly number: number;
}

function declareAction({ runOrder, jobs, watched }: ActionStory, place: Place): ActionDeclaration {
  const { pipeline, index, number } = place;
  const name = actionName(number);
  const category = CATEGORIES[index] ?? 'Build';
  if (jobs === 'approval')
    return { name, runOrder, actionTypeId: { category: 'Approval', owner: 'AWS', provider: 'Manual', version: '1' } };
  const outputArtifacts = [{ name: madeBy(index, number) }];
  const makers = makersFor(place);
  const inputArtifacts = makers.map((maker) => ({ name: madeBy(maker.index, maker.number) }));
  const common = { name, runOrder, inputArtifacts, outputArtifacts };
  if (jobs === 'worker') {
    const actionTypeId = { category, owner: 'Custom', provider: WORKED, version: '1' } as const;
    return { ...common, actionTypeId, configuration: { Pool: poolOf(name) } };
  }
  const actionTypeId = { category, owner: 'AWS', provider: 'Simulated', version: '1' } as const;
  const source = {
    Repository: repositoryOf(pipeline, name),
    Watched: watched,
    PollForSourceChanges: String(watched !== 'no'),
  };
  const told = makers.filter((maker) => maker.tells).map((maker) => `#{of-${madeBy(maker.index, maker.number)}.Id}`);
  const configuration = { Jobs: JSON.stringify(jobs), Makers: told.join(' '), ...(index === 0 ? source : {}) };
  return { ...common, actionTypeId, configuration, namespace: `of-${madeBy(index, number)}` };
}

/** How what an action makes is called. */
export function madeBy(stage: number, action: number): string {
  return `${STAGE_NAMES[stage]}-${actionName(action)}`;
}

interface Maker {
  readonly index: number;
  readonly number: number;
  /** Whether it tells in a variable which attempt has made it. */
  readonly tells: boolean;
}

/** Whose makings an action works with: all sources', and the second of a stage also the first's of the stage before, which may have been skipped. */
function makersFor({ stages, index, number }: Place): Maker[] {
  if (index === 0) return [];
  const near = index > 1 && number === 1 ? [makerAt(stages, index - 1, 0)] : [];
  const sources = (stages[0]?.actions ?? []).map((_, source) => makerAt(stages, 0, source));
  return [...sources, ...near].filter((maker) => maker !== undefined);
}

function makerAt(stages: readonly StageStory[], index: number, number: number): Maker | undefined {
  const jobs = stages[index]?.actions[number]?.jobs;
  return jobs === undefined || jobs === 'approval' ? undefined : { index, number, tells: jobs !== 'worker' };
}

export function repositoryOf(pipeline: string, action: string): string {
  return `${pipeline}/${action}`;
}
