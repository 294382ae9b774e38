import { invalidBlocker, invalidStage, invalidStructure } from '../errors.ts';
import type { ActionDeclaration, PipelineDeclaration, StageDeclaration } from '../shapes.ts';
import { repeated } from './repeated.ts';

const STAGES = { min: 2, max: 50 };
const MAX_ACTIONS_PER_STAGE = 50;
const MAX_ACTIONS = 500;

/** The stages: how many, their names and the names within them, and sources in the first and nowhere else. */
export function checkStages({ stages }: PipelineDeclaration): void {
  checkNumber(stages);
  const twice = repeated(stages.map(({ name }) => name));
  if (twice !== undefined) throw invalidStage(`Stage name '${twice}' is used more than once`);
  for (const stage of stages) checkStage(stage);
  checkSources(stages);
  if (stages.reduce((sum, { actions }) => sum + actions.length, 0) > MAX_ACTIONS) {
    throw invalidStructure(
      `Pipeline has too many actions. There can only be up to ${MAX_ACTIONS} actions in a pipeline`,
    );
  }
}

function checkNumber({ length }: readonly StageDeclaration[]): void {
  if (length < STAGES.min) {
    throw invalidStructure(
      `Pipeline has only ${length} stage(s). There should be a minimum of ${STAGES.min} stages in a pipeline`,
    );
  }
  if (length > STAGES.max) {
    throw invalidStructure(`Pipeline has too many stages. There can only be up to ${STAGES.max} stages in a pipeline`);
  }
}

function checkStage({ name, actions, blockers = [] }: StageDeclaration): void {
  if (actions.length === 0) throw invalidStage(`Stage '${name}' should have at least 1 action`);
  if (actions.length > MAX_ACTIONS_PER_STAGE) {
    throw invalidStage(
      `Stage '${name}' has too many actions. There can only be up to ${MAX_ACTIONS_PER_STAGE} actions in a stage`,
    );
  }
  const twice = repeated(actions.map((action) => action.name));
  if (twice !== undefined) throw invalidStage(`Action name '${twice}' is used more than once in stage '${name}'`);
  const [blocker] = blockers;
  if (blocker !== undefined)
    throw invalidBlocker(`Blocker '${blocker.name}' in stage '${name}': blockers are reserved for future use`);
}

function checkSources([first, ...others]: readonly StageDeclaration[]): void {
  const rest = others.flatMap(({ actions }) => actions);
  if (!first?.actions.every(isSource)) {
    throw invalidStructure('Pipeline should start with a stage that only contains source actions');
  }
  if (rest.every(isSource))
    throw invalidStructure('Pipeline should contain at least 1 action whose category is not Source');
  if (rest.some(isSource))
    throw invalidStructure('Source actions can only be included in the first stage of the pipeline');
}

function isSource({ actionTypeId }: ActionDeclaration): boolean {
  return actionTypeId.category === 'Source';
}
