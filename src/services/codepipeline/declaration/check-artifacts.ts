import { invalidAction, invalidStructure } from '../errors.ts';
import type { ActionDeclaration, PipelineDeclaration } from '../shapes.ts';

/** Artifacts flow forward: made once, used only by actions that come later. */
export function checkArtifacts({ stages }: PipelineDeclaration): void {
  const made = new Set<string>();
  for (const { actions } of stages) {
    for (const turn of turnsOf(actions)) {
      for (const action of turn) checkInputs(action, made);
      for (const action of turn) addOutputs(action, made);
    }
  }
}

/** The actions of a stage in the groups that run together. */
export function turnsOf(actions: readonly ActionDeclaration[]): ActionDeclaration[][] {
  const turns = new Map<number, ActionDeclaration[]>();
  for (const action of actions) {
    const runOrder = action.runOrder ?? 1;
    turns.set(runOrder, [...(turns.get(runOrder) ?? []), action]);
  }
  return [...turns].sort(([a], [b]) => a - b).map(([, turn]) => turn);
}

function checkInputs(action: ActionDeclaration, made: ReadonlySet<string>): void {
  const names = (action.inputArtifacts ?? []).map(({ name }) => name);
  const unknown = names.find((name) => !made.has(name));
  if (unknown !== undefined) {
    throw invalidAction(
      `Input Artifact Bundle ${unknown} in action ${action.name} is not declared as Output Artifact Bundle in any of the preceding actions`,
    );
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw invalidAction(`Input Artifact Bundle ${twice} in action ${action.name} is used more than once`);
}

function addOutputs(action: ActionDeclaration, made: Set<string>): void {
  for (const { name } of action.outputArtifacts ?? []) {
    if (made.has(name)) {
      throw invalidStructure(
        `Output Artifact Bundle name must be unique within the pipeline. ${name} has been used more than once.`,
      );
    }
    made.add(name);
  }
}
