import type { ActionDeclaration, PipelineDeclaration } from '../shapes.ts';

/** A declaration as AWS gives it back: defaults filled in, with the version it has now. */
export function normalForm(pipeline: PipelineDeclaration, version: number): PipelineDeclaration {
  return {
    ...pipeline,
    stages: pipeline.stages.map((stage) => ({ ...stage, actions: stage.actions.map(normalAction) })),
    version,
    executionMode: pipeline.executionMode ?? 'SUPERSEDED',
    pipelineType: pipeline.pipelineType ?? 'V1',
  };
}

function normalAction(action: ActionDeclaration): ActionDeclaration {
  return {
    ...action,
    runOrder: action.runOrder ?? 1,
    configuration: action.configuration ?? {},
    inputArtifacts: action.inputArtifacts ?? [],
    outputArtifacts: action.outputArtifacts ?? [],
  };
}
