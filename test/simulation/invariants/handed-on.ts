import type { ActionInput, ActionOutput } from '../../../src/engine/facts/action-record.ts';
import type { ActionDeclaration } from '../../../src/engine/facts/declaration.ts';
import type { ActionFact, ExecutionFact, Snapshot } from '../snapshot.ts';
import { type Invariant, latestAttempt, nameOf } from './invariant.ts';

/**
 * An action works with what the attempts that count have made, artifacts and variables: those of its own execution, and where that
 * is a rollback those of its target in the stages before. Where one of them is missing it fails at once.
 */
export const whatWasMadeIsHandedOn: Invariant = ({ before, after }) =>
  [...after.actions.values()].flatMap((action) => {
    const execution = after.executions.get(action.executionId);
    if (before.actions.has(action.id) || execution === undefined) return [];
    const name = `${nameOf(after, execution.id)} ${action.stage}/${action.action}`;
    const makers = makersOf(after, action).map(({ artifact, attempt }) => ({
      artifact,
      attempt,
      made: madeIn(attempt, artifact),
    }));
    if (makers.some(({ made }) => made === undefined))
      return action.status === 'Failed' ? [] : [`${name} starts without what it works with`];
    const { inputArtifacts, resolvedConfiguration }: ActionInput = JSON.parse(action.input);
    const wrong = makers.filter(({ artifact, made }) => {
      const given = inputArtifacts.find((input) => input.name === artifact);
      return given?.key !== made?.key || given?.revisionId !== made?.revisionId;
    });
    const told = makers.filter(({ attempt }) => tells(attempt)).map(({ attempt }) => attempt?.id);
    const { Makers = '' } = resolvedConfiguration;
    return [
      ...wrong.map(({ artifact }) => `${name} works with another ${artifact} than was made for it`),
      ...(hasMakers(action) && Makers !== told.join(' ')
        ? [`${name} is told of other attempts than made what it works with`]
        : []),
    ];
  });

/** Whether an action cannot be done: what it works with was never made. */
export function lacksSomething(snapshot: Snapshot, action: ActionFact): boolean {
  return makersOf(snapshot, action).some(({ artifact, attempt }) => madeIn(attempt, artifact) === undefined);
}

interface Maker {
  readonly artifact: string;
  readonly attempt: ActionFact | undefined;
}

function makersOf(snapshot: Snapshot, { executionId, stage, action }: ActionFact): Maker[] {
  const execution = snapshot.executions.get(executionId);
  if (execution === undefined) return [];
  const stages = snapshot.stagesOf(execution);
  const declared = stages.find(({ name }) => name === stage)?.actions.find(({ name }) => name === action);
  return (declared?.inputArtifacts ?? []).map(({ name: artifact }) => {
    const [maker] = stages.flatMap(({ name, actions }) =>
      actions.filter((each) => makes(each, artifact)).map((each) => ({ stage: name, action: each.name })),
    );
    return { artifact, attempt: maker && attemptOf(snapshot, execution, maker) };
  });
}

function makes({ outputArtifacts = [] }: ActionDeclaration, artifact: string): boolean {
  return outputArtifacts.some(({ name }) => name === artifact);
}

function attemptOf(
  snapshot: Snapshot,
  { id, rollbackTarget, lastStage }: ExecutionFact,
  maker: { readonly stage: string; readonly action: string },
): ActionFact | undefined {
  // All an action works with was made in stages before its own, and a rollback runs but one.
  const origin = lastStage === null ? id : (rollbackTarget ?? id);
  const attempt = latestAttempt(snapshot, origin, maker.stage, maker.action);
  return attempt?.status === 'Succeeded' ? attempt : undefined;
}

function madeIn(attempt: ActionFact | undefined, artifact: string) {
  const output: ActionOutput | undefined = attempt?.output == null ? undefined : JSON.parse(attempt.output);
  return output?.outputArtifacts.find(({ name }) => name === artifact);
}

/** Workers tell nothing of themselves. */
function tells(attempt: ActionFact | undefined): boolean {
  const input: ActionInput | undefined = attempt && JSON.parse(attempt.input);
  return input?.actionTypeId.owner === 'AWS';
}

function hasMakers({ input }: ActionFact): boolean {
  const { configuration }: ActionInput = JSON.parse(input);
  return configuration.Makers !== undefined;
}
