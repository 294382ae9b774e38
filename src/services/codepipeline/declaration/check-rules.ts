import type { ActionProvider } from '../../../actions/action.ts';
import { findRule } from '../../../engine/engine-rooms.ts';
import { textsOf } from '../../../engine/prepare/action-texts.ts';
import type { RuleProvider } from '../../../rules/rule.ts';
import { invalidStage } from '../errors.ts';
import type { Condition, PipelineDeclaration, RuleDeclaration, StageDeclaration } from '../shapes.ts';
import {
  addVariables,
  type Complaint,
  complaintAbout,
  type KnownVariables,
  referenceTextsIn,
  variablesOf,
} from './known-variables.ts';

interface Providers {
  /** Of actions. */
  readonly providers: readonly ActionProvider[];
  readonly rules: readonly RuleProvider[];
}

/** The rules of conditions: their kinds are there, and what they use was made before they are evaluated. */
export function checkRules(pipeline: PipelineDeclaration, { providers, rules: kinds }: Providers): void {
  const known: Known = { variables: variablesOf(pipeline), artifacts: new Set() };
  for (const stage of pipeline.stages) {
    const check = (rules: readonly RuleDeclaration[]) => {
      for (const rule of rules) checkRule(rule, { stage: stage.name, kinds, known });
    };
    check(rulesOf(stage.beforeEntry?.conditions));
    addProducts(stage, known, providers);
    check(rulesOf(stage.onSuccess?.conditions));
    check(rulesOf(stage.onFailure?.conditions));
  }
}

interface Known {
  readonly variables: KnownVariables;
  readonly artifacts: Set<string>;
}

interface Place {
  readonly stage: string;
  readonly kinds: readonly RuleProvider[];
  readonly known: Known;
}

function rulesOf(conditions: readonly Condition[] = []): RuleDeclaration[] {
  return conditions.flatMap(({ rules = [] }) => rules);
}

function addProducts(
  { actions }: StageDeclaration,
  { variables, artifacts }: Known,
  providers: readonly ActionProvider[],
): void {
  for (const action of actions) {
    addVariables(action, variables, providers);
    for (const { name } of action.outputArtifacts ?? []) artifacts.add(name);
  }
}

function checkRule(rule: RuleDeclaration, { stage, kinds, known }: Place): void {
  const wrong = (words: string) => invalidStage(`Rule '${rule.name}' of stage '${stage}': ${words}`);
  const provider = findRule(kinds, rule.ruleTypeId);
  if (provider === undefined)
    throw wrong(
      `RuleType (Provider: '${rule.ruleTypeId.provider}') is not available: it is not implemented by this server`,
    );
  const complaint =
    checkInputs(rule, provider, known.artifacts) ??
    checkConfiguration(rule, provider) ??
    checkReferences(rule, known.variables);
  if (complaint !== undefined) throw wrong(complaint);
}

function checkInputs(
  { inputArtifacts = [] }: RuleDeclaration,
  { inputs: { min, max } }: RuleProvider,
  made: ReadonlySet<string>,
): string | undefined {
  const count = inputArtifacts.length;
  if (count < min || count > max) return `it has ${count} input artifacts: there must be ${min} to ${max}`;
  const unknown = inputArtifacts.find(({ name }) => !made.has(name));
  return unknown && `the input artifact ${unknown.name} is not made by any action before it`;
}

function checkConfiguration(rule: RuleDeclaration, provider: RuleProvider): string | undefined {
  const { configuration = {}, commands, inputArtifacts = [] } = rule;
  const known = new Set(provider.configuration.map(({ name }) => name));
  const unknown = Object.keys(configuration).find((key) => !known.has(key));
  if (unknown !== undefined) return `unknown configuration '${unknown}'`;
  const missing = provider.configuration.find(({ name, required }) => required && configuration[name] === undefined);
  if (missing !== undefined) return `missing required configuration '${missing.name}'`;
  if ((commands !== undefined) !== (provider.takesCommands === true))
    return provider.takesCommands ? 'it must have commands' : 'commands can be used with Commands rules only';
  if (commands?.some((command) => /[\r\n\0]/.test(command))) return 'commands of several lines are not supported';
  return provider.check?.(
    configuration,
    inputArtifacts.map(({ name }) => name),
  );
}

function checkReferences(rule: RuleDeclaration, known: KnownVariables): string | undefined {
  for (const [key, text] of Object.entries(textsOf(rule))) {
    for (const reference of referenceTextsIn(text)) {
      const complaint = complaintAbout(reference, known);
      if (complaint !== undefined) return `#{${reference}} in '${key}' ${WORDS[complaint]}`;
    }
  }
  return undefined;
}

const UNKNOWN = 'is not provided by any action before it, or by the pipeline';

const WORDS: Readonly<Record<Complaint, string>> = {
  'no reference': 'is not a namespace and a key separated by a period',
  undeclared: UNKNOWN,
  'no namespace': UNKNOWN,
  'no key': 'refers to a key that is never in its namespace',
};
