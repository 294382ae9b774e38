import type { RuleProvider } from '../../../rules/rule.ts';
import type { CodePipelineCall } from '../find.ts';
import type { ListRuleTypesInput, ListRuleTypesOutput, RuleType } from '../shapes.ts';

/** The kinds of rules that work here. All of them are AWS's, and in every region. */
export async function ListRuleTypes(_input: ListRuleTypesInput, call: CodePipelineCall): Promise<ListRuleTypesOutput> {
  return { ruleTypes: call.rooms.rules.map(ruleType) };
}

function ruleType({ type, inputs, configuration }: RuleProvider): RuleType {
  return {
    id: type,
    ruleConfigurationProperties: configuration.map(({ name, required, description }) => ({
      name,
      required,
      description,
      key: false,
      secret: false,
      queryable: false,
      type: 'String',
    })),
    inputArtifactDetails: { minimumCount: inputs.min, maximumCount: inputs.max },
  };
}
