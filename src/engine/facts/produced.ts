import type { Artifact } from '../../actions/action.ts';
import type { Resolution, VariableScope } from '../../machine/variables.ts';
import type { ActionInput, ActionOutput } from './action-record.ts';
import type { LoadedExecution } from './load-facts.ts';

/** What the actions of an execution have made so far, for those that come after them. */
export interface Produced {
  readonly scope: VariableScope;
  readonly artifacts: ReadonlyMap<string, Artifact>;
}

export function producedBy(execution: LoadedExecution): Produced {
  const done = completedOutputs(execution);
  const artifacts = done.flatMap(({ output }) =>
    output.outputArtifacts.map((artifact) => [artifact.name, artifact] as const),
  );
  return { scope: scopeOf(execution, done), artifacts: new Map(artifacts) };
}

interface Completed {
  readonly namespace: string | undefined;
  readonly output: ActionOutput;
}

function completedOutputs({ actions }: LoadedExecution): Completed[] {
  return actions
    .filter(({ status, output }) => status === 'Succeeded' && output !== null)
    .map(({ input, output }) => {
      const { namespace }: ActionInput = JSON.parse(input);
      return { namespace, output: JSON.parse(output ?? '{}') };
    });
}

function scopeOf({ row }: LoadedExecution, done: readonly Completed[]): VariableScope {
  const variables: readonly { name: string; value: string }[] = JSON.parse(row.variables);
  const scope = new Map<string, Readonly<Record<string, string>>>([
    ['codepipeline', { PipelineExecutionId: row.id }],
    ['variables', Object.fromEntries(variables.map(({ name, value }) => [name, value]))],
  ]);
  for (const { namespace, output } of done) if (namespace !== undefined) scope.set(namespace, output.variables);
  return scope;
}

export function describeUnresolved({
  configurationKey,
  reference,
}: Extract<Resolution, { kind: 'unresolved' }>): string {
  return `Unresolved variable #{${reference.namespace}.${reference.key}} in the configuration key ${configurationKey}: no earlier action of this execution has produced it`;
}
