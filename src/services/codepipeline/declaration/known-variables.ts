import { type ActionProvider, findProvider } from '../../../actions/action.ts';
import type { ActionDeclaration, PipelineDeclaration } from '../shapes.ts';
import { runsCommands } from './check-commands.ts';

/** What may be referred to at a place of the declaration. */
export interface KnownVariables {
  /** Of the pipeline. */
  readonly declared: ReadonlySet<string>;
  /** Namespaces with the keys that can be in them; undefined when only the action's run shows. */
  readonly made: Map<string, ReadonlySet<string> | undefined>;
}

export function variablesOf({ variables = [] }: PipelineDeclaration): KnownVariables {
  return { declared: new Set(variables.map(({ name }) => name)), made: new Map() };
}

/** From here on what the action makes may be referred to. */
export function addVariables(
  action: ActionDeclaration,
  { made }: KnownVariables,
  providers: readonly ActionProvider[],
): void {
  if (action.namespace === undefined) return;
  const keys = keysOf(action, providers);
  made.set(action.namespace, keys && new Set(keys));
}

/** Commands say which of their variables come out. */
function keysOf(action: ActionDeclaration, providers: readonly ActionProvider[]) {
  const { actionTypeId, outputVariables = [] } = action;
  return runsCommands(action) ? outputVariables : findProvider(providers, actionTypeId)?.outputVariables;
}

/** Whatever stands between `#{` and `}` in a text. */
export function referenceTextsIn(text: string): string[] {
  return [...text.matchAll(/#\{([^{}]*)\}/g)].map(([, reference = '']) => reference);
}

/** `no reference`: not a namespace and a key. */
export type Complaint = 'no reference' | 'undeclared' | 'no namespace' | 'no key';

/** Why a reference can have no value, as far as that can be known; undefined when it may have one. */
export function complaintAbout(reference: string, { declared, made }: KnownVariables): Complaint | undefined {
  const [, namespace, key] = /^([^.]+)\.(.+)$/s.exec(reference) ?? [];
  if (namespace === undefined || key === undefined) return 'no reference';
  if (namespace === 'variables' && declared.size > 0) return declared.has(key) ? undefined : 'undeclared';
  if (namespace !== 'codepipeline' && !made.has(namespace)) return 'no namespace';
  const keys = namespace === 'codepipeline' ? EXECUTION_KEYS : made.get(namespace);
  return keys === undefined || keys.has(key) ? undefined : 'no key';
}

const EXECUTION_KEYS: ReadonlySet<string> = new Set(['PipelineExecutionId']);
