import type { ActionDeclaration, ActionType, Condition, RuleType } from '@aws-sdk/client-codepipeline';
import { HOOK_WORDS, HOOKS } from '../pipeline/overriding.ts';
import { type Draft, typeKey } from './draft.ts';

/** Names of pipelines, stages and actions. */
const NAME = /^[A-Za-z0-9.@\-_]{1,100}$/;

/** What this server has: types of actions by their keys, types of rules by their providers. */
interface KnownTypes {
  readonly types: ReadonlyMap<string, ActionType>;
  readonly ruleTypes: ReadonlyMap<string, RuleType>;
}

/**
 * What is wrong with a draft, as far as it can be told without the server: sentences that name their place. `kept` is the name of the
 * pipeline that is changed; a new one has none.
 */
export function checkDraft(
  draft: Draft,
  { types, ruleTypes }: KnownTypes,
  kept: string | undefined,
): readonly string[] {
  const { name = '', stages = [], artifactStore, artifactStores } = draft;
  return unique([
    ...(NAME.test(name) ? [] : ['The name of the pipeline has 1 to 100 letters, digits or . @ - _']),
    ...(kept === undefined || kept === name ? [] : [`The name of a pipeline does not change: this one is ${kept}`]),
    ...(artifactStores === undefined && (artifactStore?.location ?? '') === ''
      ? ['The artifact bucket is missing']
      : []),
    ...(stages.length < 2 ? ['A pipeline has at least two stages'] : []),
    ...repeated(stages.map((stage) => stage.name ?? '')).map((twice) => `The stage name ${twice} is used twice`),
    ...stages.flatMap(({ name: stage = '', actions = [], blockers = [], ...declared }, index) => [
      ...(NAME.test(stage) ? [] : [`The name of stage ${index + 1} has 1 to 100 letters, digits or . @ - _`]),
      ...(actions.length === 0 ? [`The stage ${stage || index + 1} has no action`] : []),
      ...repeated(actions.map((action) => action.name ?? '')).map(
        (twice) => `The action name ${twice} is used twice in ${stage}`,
      ),
      ...blockers.map(
        ({ name: blocker = '' }) => `${stage} / Blocker ${blocker}: AWS keeps blockers for later, and takes none`,
      ),
      ...actions.flatMap((action) => checkAction(action, stage, index === 0, types)),
      ...HOOKS.flatMap((hook) => checkRules(declared[hook]?.conditions, `${stage} / ${HOOK_WORDS[hook]}`, ruleTypes)),
    ]),
  ]);
}

function checkAction(
  { name = '', actionTypeId, configuration = {}, runOrder = 1 }: ActionDeclaration,
  stage: string,
  first: boolean,
  types: ReadonlyMap<string, ActionType>,
): string[] {
  const place = `${stage} / ${name || 'an action without a name'}`;
  const isSource = actionTypeId?.category === 'Source';
  const type = types.get(typeKey(actionTypeId));
  const properties = type?.actionConfigurationProperties ?? [];
  return [
    ...(NAME.test(name) ? [] : [`${place}: a name has 1 to 100 letters, digits or . @ - _`]),
    ...(Number.isInteger(runOrder) && runOrder >= 1 && runOrder <= 999 ? [] : [`${place}: the run order is 1 to 999`]),
    ...(first === isSource ? [] : [`${place}: sources stand in the first stage, and nothing else does`]),
    ...(type === undefined ? [`${place}: this server has no action of type ${typeKey(actionTypeId)}`] : []),
    ...properties
      .filter((property) => property.required && (configuration[property.name ?? ''] ?? '') === '')
      .map((property) => `${place}: ${property.name} is missing`),
  ];
}

function checkRules(
  conditions: readonly Condition[] | undefined,
  place: string,
  ruleTypes: ReadonlyMap<string, RuleType>,
): string[] {
  return (conditions ?? []).flatMap(({ rules = [] }) => [
    ...(rules.length === 0 ? [`${place}: it has no rule`] : []),
    ...rules.flatMap(({ name = '', ruleTypeId, configuration = {} }) =>
      (ruleTypes.get(ruleTypeId?.provider ?? '')?.ruleConfigurationProperties ?? [])
        .filter((property) => property.required && (configuration[property.name ?? ''] ?? '') === '')
        .map((property) => `${place} / ${name}: ${property.name} is missing`),
    ),
  ]);
}

function repeated(names: readonly string[]): readonly string[] {
  return unique(names.filter((name, index) => name !== '' && names.indexOf(name) !== index));
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
