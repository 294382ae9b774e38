import type { ActionProvider } from '../../actions/action.ts';
import { checkAction } from './check-action.ts';
import { checkArtifacts } from './check-artifacts.ts';
import { checkNamespaces } from './check-namespaces.ts';
import { invalidBlocker, invalidStage, invalidStructure } from './errors.ts';
import type { PipelineDeclaration, StageDeclaration } from './shapes.ts';

/** Refuses a declaration that could not run, with the error of the place that is wrong. What passes, the engine can carry out. */
const STAGES = { min: 2, max: 50 };
const MAX_ACTIONS_PER_STAGE = 50;
const MAX_ACTIONS = 500;

export interface StructureRooms {
  readonly providers: readonly ActionProvider[];
}

export function checkStructure(pipeline: PipelineDeclaration, region: string, rooms: StructureRooms): void {
  checkPipeline(pipeline, region);
  for (const [index, stage] of pipeline.stages.entries()) {
    checkStage(stage, index);
    for (const action of stage.actions) checkAction(action, { region, stage: stage.name, providers: rooms.providers });
  }
  checkArtifacts(pipeline);
  checkNamespaces(pipeline);
}

function checkPipeline(pipeline: PipelineDeclaration, region: string): void {
  const { stages } = pipeline;
  if (stages.length < STAGES.min || stages.length > STAGES.max) {
    throw invalidStructure(
      `Pipeline should have between ${STAGES.min} and ${STAGES.max} stages: it has ${stages.length}`,
    );
  }
  const twice = repeated(stages.map(({ name }) => name));
  if (twice !== undefined)
    throw invalidStructure(`Stage name '${twice}' is used more than once: stage names must be unique`);
  if (stages.reduce((sum, { actions }) => sum + actions.length, 0) > MAX_ACTIONS) {
    throw invalidStructure(`A pipeline can have ${MAX_ACTIONS} actions at the most`);
  }
  checkStores(pipeline, region);
  checkTypeOfPipeline(pipeline);
}

function checkStores({ artifactStore, artifactStores }: PipelineDeclaration, region: string): void {
  if ((artifactStore === undefined) === (artifactStores === undefined)) {
    throw invalidStructure('Pipeline must have either artifactStore or artifactStores, and not both');
  }
  if (artifactStores !== undefined && artifactStores[region] === undefined) {
    throw invalidStructure(`artifactStores must have an artifact store for the region of the pipeline, ${region}`);
  }
}

/** V1 pipelines know neither variables, git triggers nor modes other than SUPERSEDED. */
function checkTypeOfPipeline(pipeline: PipelineDeclaration): void {
  const { pipelineType = 'V1', executionMode = 'SUPERSEDED', variables = [], triggers = [] } = pipeline;
  if (triggers.length > 0)
    throw invalidStructure('Git triggers are not implemented by this server: start the pipeline by an event rule');
  const twice = repeated(variables.map(({ name }) => name));
  if (twice !== undefined) throw invalidStructure(`Pipeline variable '${twice}' is declared more than once`);
  if (pipelineType === 'V2') return;
  if (executionMode !== 'SUPERSEDED')
    throw invalidStructure(`Execution mode ${executionMode} needs a pipeline of type V2`);
  if (variables.length > 0) throw invalidStructure('Pipeline variables need a pipeline of type V2');
}

function checkStage(stage: StageDeclaration, index: number): void {
  const { name, actions, blockers = [] } = stage;
  if (actions.length === 0 || actions.length > MAX_ACTIONS_PER_STAGE) {
    throw invalidStage(
      `Stage '${name}' should have between 1 and ${MAX_ACTIONS_PER_STAGE} actions: it has ${actions.length}`,
    );
  }
  const twice = repeated(actions.map((action) => action.name));
  if (twice !== undefined) throw invalidStage(`Action name '${twice}' is used more than once in stage '${name}'`);
  const isSource = (action: StageDeclaration['actions'][number]) => action.actionTypeId.category === 'Source';
  if (index === 0 && !actions.every(isSource)) {
    throw invalidStructure(
      `Pipeline should start with a stage that only contains source actions: '${name}' has others`,
    );
  }
  if (index > 0 && actions.some(isSource)) {
    throw invalidStructure(`Source actions can only be in the first stage: '${name}' has some`);
  }
  if (blockers.length > 0) throw invalidBlocker(`Stage '${name}': blockers are reserved for future use`);
  for (const condition of ['beforeEntry', 'onSuccess', 'onFailure'] as const) {
    if (stage[condition] !== undefined)
      throw invalidStage(`Stage '${name}': ${condition} is not implemented by this server`);
  }
}

function repeated(names: readonly string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) !== index);
}
