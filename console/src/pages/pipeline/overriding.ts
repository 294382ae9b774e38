import { type ConditionType, OverrideStageConditionCommand } from '@aws-sdk/client-codepipeline';
import { type Deed, useDeed } from '../../parts/deeds/use-deed.ts';
import { useCodePipeline } from '../../wire/codepipeline.ts';

export type Hook = 'beforeEntry' | 'onSuccess' | 'onFailure';

export const HOOKS: readonly Hook[] = ['beforeEntry', 'onSuccess', 'onFailure'];

export const HOOK_WORDS: Readonly<Record<Hook, string>> = {
  beforeEntry: 'Before entry',
  onSuccess: 'On success',
  onFailure: 'On failure',
};

/** AWS lets people override what keeps an execution out of a stage or in it; a failure has no override. */
const TYPES: Readonly<Record<Hook, ConditionType | undefined>> = {
  beforeEntry: 'BEFORE_ENTRY',
  onSuccess: 'ON_SUCCESS',
  onFailure: undefined,
};

/** `result` is what the condition was declared to do where it does not hold: a stage that was skipped is past. */
export function isOverridable(hook: Hook, status: string | undefined, result: string | undefined): boolean {
  if (TYPES[hook] === undefined) return false;
  return status === 'InProgress' || (status === 'Failed' && result !== 'SKIP');
}

interface ConditionPlace {
  readonly pipeline: string;
  readonly stage: string;
  readonly hook: Hook;
  readonly executionId: string | undefined;
}

/** Lets an execution go on as if the condition held. */
export function useOverride({ pipeline, stage, hook, executionId }: ConditionPlace): Deed<void> {
  const client = useCodePipeline();
  return useDeed({
    perform: () =>
      client.send(
        new OverrideStageConditionCommand({
          pipelineName: pipeline,
          stageName: stage,
          pipelineExecutionId: executionId,
          conditionType: TYPES[hook],
        }),
      ),
    told: () => `The condition of ${stage} is overridden.`,
  });
}
