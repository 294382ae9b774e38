import type { ActionDeclaration } from '@aws-sdk/client-codepipeline';

/** The actions of a stage in the groups that run at once, first to last. */
export function turnsOf(actions: readonly ActionDeclaration[]): readonly (readonly ActionDeclaration[])[] {
  const turns = Map.groupBy(actions, ({ runOrder = 1 }) => runOrder);
  return [...turns].sort(([one], [other]) => one - other).map(([, turn]) => turn);
}
