import { invalidAction, invalidStage, invalidStructure } from '../errors.ts';
import type { ActionDeclaration, PipelineDeclaration, StageDeclaration } from '../shapes.ts';

/** Providers that came with V2. */
const V2_PROVIDERS = new Set(['Commands', 'CodePipeline', 'ECRBuildAndPublish', 'EC2', 'EKS', 'InspectorScan']);

/** What a pipeline of type V1 cannot have. */
export function checkTypeOfPipeline(pipeline: PipelineDeclaration): void {
  const { pipelineType = 'V1', executionMode = 'SUPERSEDED', variables = [], triggers = [], stages } = pipeline;
  if (pipelineType === 'V2') return;
  if (executionMode !== 'SUPERSEDED')
    throw invalidStructure('QUEUED or PARALLEL mode can only be used with V2 pipelines');
  if (variables.length > 0) throw invalidStructure('Pipeline variable can only be used with V2 pipelines');
  if (triggers.length > 0) throw invalidStructure('Triggers on tag can only be used with V2 pipelines');
  if (stages.some(hasConditions)) throw invalidStage('Stage level conditions can only be used with V2 pipelines.');
  const action = stages.flatMap(({ actions }) => actions).find(needsV2);
  if (action !== undefined) {
    throw invalidAction(`${action.actionTypeId.provider} Action can only be used with V2 pipelines.`);
  }
}

function hasConditions({ beforeEntry, onSuccess, onFailure }: StageDeclaration): boolean {
  return beforeEntry !== undefined || onSuccess !== undefined || onFailure !== undefined;
}

function needsV2({ actionTypeId: { owner, provider, category } }: ActionDeclaration): boolean {
  if (owner !== 'AWS') return false;
  return V2_PROVIDERS.has(provider) || (provider === 'Lambda' && category === 'Deploy');
}
