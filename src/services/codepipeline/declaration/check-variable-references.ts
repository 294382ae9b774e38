import { type ActionProvider, findProvider } from '../../../actions/action.ts';
import { textsOf } from '../../../engine/prepare/action-texts.ts';
import type { ServiceError } from '../../../kernel/service-error.ts';
import { invalidAction, invalidStructure } from '../errors.ts';
import type { ActionDeclaration, PipelineDeclaration } from '../shapes.ts';
import { turnsOf } from './check-artifacts.ts';

/** Variables flow forward, as artifacts do: what an action refers to must be made by an action that comes before it. */
export function checkVariableReferences(
  { stages, variables = [] }: PipelineDeclaration,
  providers: readonly ActionProvider[],
): void {
  const known: Known = { declared: new Set(variables.map(({ name }) => name)), made: new Map() };
  for (const stage of stages) {
    for (const turn of turnsOf(stage.actions)) {
      for (const action of turn) checkReferences(stage.name, action, known);
      for (const action of turn) addVariables(action, known, providers);
    }
  }
}

interface Known {
  readonly declared: ReadonlySet<string>;
  /** Namespaces with the keys that can be in them; undefined when only the action's run shows. */
  readonly made: Map<string, ReadonlySet<string> | undefined>;
}

function addVariables(action: ActionDeclaration, { made }: Known, providers: readonly ActionProvider[]): void {
  if (action.namespace === undefined) return;
  const keys = findProvider(providers, action.actionTypeId)?.outputVariables;
  made.set(action.namespace, keys && new Set(keys));
}

function checkReferences(stage: string, action: ActionDeclaration, known: Known): void {
  for (const [key, text] of Object.entries(textsOf(action))) {
    for (const [, reference = ''] of text.matchAll(/#\{([^{}]*)\}/g)) {
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

const FORMAT =
  'Valid format for a pipeline execution variable reference is a namespace and a key separated by a period (.).';

function whatIsWrong(reference: string, { actionTypeId }: ActionDeclaration, known: Known): Wrong | undefined {
  const [, namespace, key] = /^([^.]+)\.(.+)$/s.exec(reference) ?? [];
  if (namespace === undefined || key === undefined)
    return {
      error: invalidAction,
      words: `${FORMAT} The following pipeline execution variables are not of this format.`,
    };
  if (namespace === 'variables' && known.declared.size > 0) {
    if (actionTypeId.category === 'Source')
      return { error: invalidStructure, words: 'Variables at the pipeline level cannot be used in source actions.' };
    return known.declared.has(key)
      ? undefined
      : { error: invalidStructure, words: "The referenced variables haven't been declared." };
  }
  if (namespace !== 'codepipeline' && !known.made.has(namespace)) {
    return {
      error: invalidAction,
      words: `${FORMAT} The following pipeline execution variables are referencing a namespace that does not exist.`,
    };
  }
  const keys = namespace === 'codepipeline' ? EXECUTION_KEYS : known.made.get(namespace);
  return keys === undefined || keys.has(key)
    ? undefined
    : {
        error: invalidAction,
        words: `${FORMAT} The following pipeline execution variables are referencing a key that is never in their namespace.`,
      };
}

const EXECUTION_KEYS: ReadonlySet<string> = new Set(['PipelineExecutionId']);
