import { resolveConfiguration } from '../../machine/variables.ts';
import type { PipelineRow } from '../../store/codepipeline/pipelines.ts';
import { bringNear, newArtifact, storeOf } from '../artifact-places.ts';
import type { RuleDeclaration } from '../facts/declaration.ts';
import type { LoadedExecution } from '../facts/load-facts.ts';
import { describeUnresolved, producedBy } from '../facts/produced.ts';
import type { RuleInput } from '../facts/rule-record.ts';
import { commandsIn, configurationIn, textsOf } from './action-texts.ts';

export interface RulePreparation {
  readonly input: RuleInput;
  /** Why the rule cannot be evaluated. */
  readonly impossible?: { readonly code: string; readonly message: string };
}

/** What a rule is evaluated with: the variables and artifacts that the execution has made so far. */
export function prepareRule(
  pipeline: PipelineRow,
  execution: LoadedExecution,
  rule: RuleDeclaration,
  randomKey: () => string,
): RulePreparation {
  const { scope, artifacts } = producedBy(execution);
  const texts = textsOf(rule);
  const resolution = resolveConfiguration(texts, scope);
  const resolved = resolution.kind === 'resolved' ? resolution.configuration : texts;
  const wanted = (rule.inputArtifacts ?? []).map(({ name }) => name);
  const region = rule.region ?? pipeline.region;
  const store = storeOf(execution.declaration, region);
  const input: RuleInput = {
    ruleTypeId: rule.ruleTypeId,
    configuration: rule.configuration ?? {},
    resolvedConfiguration: configurationIn(resolved, rule),
    commands: commandsIn(resolved, rule)?.commands ?? [],
    ...bringNear(
      wanted.flatMap((name) => artifacts.get(name) ?? []),
      store,
      (name) => newArtifact(pipeline, store, name, randomKey()),
    ),
    region,
    roleArn: rule.roleArn,
  };
  const missing = wanted.find((name) => !artifacts.has(name));
  if (missing !== undefined) {
    const message = `Input artifact ${missing} was not produced by any earlier action`;
    return { input, impossible: { code: 'ConfigurationError', message } };
  }
  if (resolution.kind === 'resolved') return { input };
  return { input, impossible: { code: 'InvalidVariable', message: describeUnresolved(resolution) } };
}
