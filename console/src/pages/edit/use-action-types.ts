import { type ActionType, paginateListActionTypes } from '@aws-sdk/client-codepipeline';
import { useQuery } from '@tanstack/react-query';
import { useCodePipeline } from '../../wire/codepipeline.ts';
import { typeKey } from './draft.ts';

/** Every type of action this server has, by `category / owner / provider / version`. */
export function useActionTypes() {
  const client = useCodePipeline();
  return useQuery({
    queryKey: ['wire', 'action-types'],
    queryFn: async () => {
      const types = new Map<string, ActionType>();
      for await (const page of paginateListActionTypes({ client }, {}))
        for (const type of page.actionTypes ?? []) types.set(typeKey(type.id), type);
      return types;
    },
  });
}
