import type { ActionProvider } from '../../../actions/action.ts';
import type { RuleProvider } from '../../../rules/rule.ts';
import type { PipelineDeclaration } from '../shapes.ts';
import { checkAction } from './check-action.ts';
import { checkArtifacts } from './check-artifacts.ts';
import { checkConditions } from './check-conditions.ts';
import { checkNamespaces } from './check-namespaces.ts';
import { checkRules } from './check-rules.ts';
import { checkStages } from './check-stages.ts';
import { checkStores } from './check-stores.ts';
import { checkTriggers } from './check-triggers.ts';
import { checkTypeOfPipeline } from './check-type-of-pipeline.ts';
import { checkVariableReferences } from './check-variable-references.ts';
import { checkVariables } from './check-variables.ts';

export interface StructureRooms {
  readonly providers: readonly ActionProvider[];
  readonly rules: readonly RuleProvider[];
}

/**
 * Refuses a declaration that could not run, with the error of the place that is wrong, in AWS's words where they are known.
 * What passes, the engine can carry out; whether its artifact buckets are there, check-artifact-buckets says.
 */
export function checkStructure(pipeline: PipelineDeclaration, region: string, rooms: StructureRooms): void {
  checkStages(pipeline);
  checkTypeOfPipeline(pipeline);
  checkVariables(pipeline);
  checkTriggers(pipeline);
  checkConditions(pipeline);
  checkStores(pipeline, region);
  for (const { name, actions } of pipeline.stages) {
    for (const action of actions) checkAction(action, { region, stage: name, providers: rooms.providers });
  }
  checkArtifacts(pipeline);
  checkNamespaces(pipeline);
  checkRules(pipeline, rooms);
  checkVariableReferences(pipeline, rooms.providers);
}
