import { referencesIn, type VariableReference } from '../../machine/variables.ts';
import { turnsOf } from './check-artifacts.ts';
import { invalidAction } from './errors.ts';
import type { ActionDeclaration, PipelineDeclaration } from './shapes.ts';

/** Variables flow forward, as artifacts do. Whether a key will be there is known only when the earlier action has run. */
const RESERVED = new Set(['codepipeline', 'variables']);

export function checkNamespaces({ stages, variables = [] }: PipelineDeclaration): void {
  const declared = new Set(variables.map(({ name }) => name));
  const made = new Set<string>();
  for (const { actions } of stages) {
    for (const turn of turnsOf(actions)) {
      for (const action of turn) checkReferences(action, made, declared);
      for (const action of turn) addNamespace(action, made);
    }
  }
}

function checkReferences(action: ActionDeclaration, made: ReadonlySet<string>, declared: ReadonlySet<string>): void {
  for (const [key, text] of Object.entries(action.configuration ?? {})) {
    const wrong = referencesIn(text).find((reference) => !canBeKnown(reference, made, declared));
    if (wrong === undefined) continue;
    throw invalidAction(
      `Action '${action.name}' uses #{${wrong.namespace}.${wrong.key}} in configuration '${key}', which no preceding action and no pipeline variable provides`,
    );
  }
}

function canBeKnown(
  { namespace, key }: VariableReference,
  made: ReadonlySet<string>,
  declared: ReadonlySet<string>,
): boolean {
  if (namespace === 'codepipeline') return key === 'PipelineExecutionId';
  if (namespace === 'variables') return declared.has(key);
  return made.has(namespace);
}

function addNamespace({ name, namespace }: ActionDeclaration, made: Set<string>): void {
  if (namespace === undefined) return;
  if (RESERVED.has(namespace)) throw invalidAction(`Action '${name}': the namespace '${namespace}' is reserved`);
  if (made.has(namespace)) throw invalidAction(`Action '${name}': the namespace '${namespace}' is used more than once`);
  made.add(namespace);
}
