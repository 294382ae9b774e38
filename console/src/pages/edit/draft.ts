import type {
  ActionDeclaration,
  ActionType,
  ActionTypeId,
  PipelineDeclaration,
  StageDeclaration,
} from '@aws-sdk/client-codepipeline';

/** A declaration while it is written: nothing of it need be right yet. */
export type Draft = PipelineDeclaration;

export const emptyDraft = (account: string): Draft => ({
  name: '',
  roleArn: `arn:aws:iam::${account}:role/pipeline`,
  pipelineType: 'V2',
  executionMode: 'QUEUED',
  artifactStore: { type: 'S3', location: '' },
  stages: [
    { name: 'Source', actions: [] },
    { name: 'Deploy', actions: [] },
  ],
});

export function withStage(draft: Draft, index: number, change: Partial<StageDeclaration>): Draft {
  return { ...draft, stages: replaced(draft.stages ?? [], index, change) };
}

export function replaced<Item extends object>(items: readonly Item[], index: number, change: Partial<Item>): Item[] {
  return items.map((item, at) => (at === index ? { ...item, ...change } : item));
}

export function without<Item>(items: readonly Item[], index: number): Item[] {
  return items.filter((_item, at) => at !== index);
}

/** The item in the place of its neighbour, and that one in its: -1 for the one before, 1 for the one after. */
export function moved<Item>(items: readonly Item[], index: number, by: -1 | 1): Item[] {
  const [item] = items.slice(index, index + 1);
  return item === undefined ? [...items] : without(items, index).toSpliced(index + by, 0, item);
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

/** As it is sent and shown: without members that say nothing, and without the blanks of a list somebody still writes. */
export function tidied(draft: Draft): Draft {
  return tidy(draft) as Draft;
}

function tidy(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.filter((item) => !isBlank(item)).map(tidy);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value !== 'object' || value === null) return value === '' ? undefined : value;
  const members = Object.entries(value).map(([name, member]) => [name, tidy(member)] as const);
  return Object.fromEntries(members.filter(([, member]) => member !== undefined));
}

/** An empty line of commands, or an artifact whose name is still to be typed. */
function isBlank(item: unknown): boolean {
  return item === '' || JSON.stringify(item) === '{"name":""}';
}
