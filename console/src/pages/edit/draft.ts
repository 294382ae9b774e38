import type {
  ActionDeclaration,
  ActionType,
  ActionTypeId,
  PipelineDeclaration,
  StageDeclaration,
} from '@aws-sdk/client-codepipeline';

/** A declaration while it is written: nothing of it need be right yet. */
export type Draft = PipelineDeclaration;

export const EMPTY: Draft = {
  name: '',
  roleArn: 'arn:aws:iam::000000000000:role/pipeline',
  pipelineType: 'V2',
  executionMode: 'QUEUED',
  artifactStore: { type: 'S3', location: '' },
  stages: [
    { name: 'Source', actions: [] },
    { name: 'Deploy', actions: [] },
  ],
};

export function withStage(draft: Draft, index: number, change: Partial<StageDeclaration>): Draft {
  return { ...draft, stages: replaced(draft.stages ?? [], index, change) };
}

export function replaced<Item extends object>(items: readonly Item[], index: number, change: Partial<Item>): Item[] {
  return items.map((item, at) => (at === index ? { ...item, ...change } : item));
}

export function without<Item>(items: readonly Item[], index: number): Item[] {
  return items.filter((_item, at) => at !== index);
}

/** `base`, or with a number where it is taken. */
export function freeName(base: string, taken: readonly string[]): string {
  for (let number = 2, name = base; ; number += 1) {
    if (!taken.includes(name)) return name;
    name = `${base}${number}`;
  }
}

/** `Source / AWS / CodeCommit / 1`. */
export function typeKey(type: ActionTypeId | undefined): string {
  return [type?.category, type?.owner, type?.provider, type?.version].join(' / ');
}

export function newAction(name: string, type: ActionType): ActionDeclaration {
  const { minimumCount: outputs = 0 } = type.outputArtifactDetails ?? {};
  return {
    name,
    actionTypeId: type.id,
    runOrder: 1,
    configuration: {},
    ...(outputs > 0 ? { outputArtifacts: [{ name: `${name}Output` }] } : {}),
  };
}

/** As it is sent and shown: without members that say nothing. */
export function tidied(draft: Draft): Draft {
  return JSON.parse(
    JSON.stringify(draft, (_key, value: unknown) =>
      value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value,
    ),
  ) as Draft;
}
