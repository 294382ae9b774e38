import { ListRuleTypesCommand, type RuleType } from '@aws-sdk/client-codepipeline';
import { useQuery } from '@tanstack/react-query';
import { useCodePipeline } from '../../wire/codepipeline.ts';

/** Every type of rule this server has, by its provider. */
export function useRuleTypes() {
  const client = useCodePipeline();
  return useQuery({
    queryKey: ['wire', 'rule-types'],
    queryFn: async () => {
      const { ruleTypes = [] } = await client.send(new ListRuleTypesCommand({}));
      return new Map(ruleTypes.map((type): [string, RuleType] => [type.id?.provider ?? '', type]));
    },
  });
}
