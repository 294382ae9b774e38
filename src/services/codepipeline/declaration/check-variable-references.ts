import type { ActionProvider } from '../../../actions/action.ts';
import { textsOf } from '../../../engine/prepare/action-texts.ts';
import type { ServiceError } from '../../../kernel/service-error.ts';
import { invalidAction, invalidStructure } from '../errors.ts';
import type { ActionDeclaration, PipelineDeclaration } from '../shapes.ts';
import { turnsOf } from './check-artifacts.ts';
import {
  addVariables,
  type Complaint,
  complaintAbout,
  type KnownVariables,
  referenceTextsIn,
  variablesOf,
} from './known-variables.ts';

/** Variables flow forward, as artifacts do: what an action refers to must be made by an action that comes before it. */
export function checkVariableReferences(pipeline: PipelineDeclaration, providers: readonly ActionProvider[]): void {
  const known = variablesOf(pipeline);
  for (const stage of pipeline.stages) {
    for (const turn of turnsOf(stage.actions)) {
      for (const action of turn) checkReferences(stage.name, action, known);
      for (const action of turn) addVariables(action, known, providers);
    }
  }
}

function checkReferences(stage: string, action: ActionDeclaration, known: KnownVariables): void {
  for (const [key, text] of Object.entries(textsOf(action))) {
    for (const reference of referenceTextsIn(text)) {
      const wrong = whatIsWrong(reference, action, known);
      if (wrong === undefined) continue;
      const place = `StageName=[${stage}], ActionName=[${action.name}], ActionConfigurationKey=[${key}]`;
      throw wrong.error(`${wrong.words}\n${place}, VariableReferenceText=[${reference}]`);
    }
  }
}

interface Wrong {
  readonly error: (message: string) => ServiceError;
  readonly words: string;
}

const IN_SOURCE: Wrong = {
  error: invalidStructure,
  words: 'Variables at the pipeline level cannot be used in source actions.',
};

function whatIsWrong(reference: string, { actionTypeId }: ActionDeclaration, known: KnownVariables): Wrong | undefined {
  const isOfPipeline = reference.startsWith('variables.') && known.declared.size > 0;
  if (isOfPipeline && actionTypeId.category === 'Source') return IN_SOURCE;
  const complaint = complaintAbout(reference, known);
  return complaint && WRONG[complaint];
}

const FORMAT =
  'Valid format for a pipeline execution variable reference is a namespace and a key separated by a period (.). The following pipeline execution variables are';

const WRONG: Readonly<Record<Complaint, Wrong>> = {
  'no reference': { error: invalidAction, words: `${FORMAT} not of this format.` },
  undeclared: { error: invalidStructure, words: "The referenced variables haven't been declared." },
  'no namespace': { error: invalidAction, words: `${FORMAT} referencing a namespace that does not exist.` },
  'no key': { error: invalidAction, words: `${FORMAT} referencing a key that is never in their namespace.` },
};
