import { type ActionFact, type ExecutionFact, type JobFact, retriesOf, type Snapshot, stageKey } from '../snapshot.ts';
import { isMet, skippedRightly } from './conditions.ts';
import { lacksSomething } from './handed-on.ts';
import { type Change, changed, type Invariant, latestAttempt, nameOf } from './invariant.ts';

/** An action succeeds when its provider or an approver has said so. */
export const actionsEndAsTold: Invariant = (change) =>
  changed(change.before.actions, change.after.actions).flatMap((action) => {
    const name = `${nameOf(change.after, action.executionId)} ${action.stage}/${action.action}`;
    if (action.status === 'Succeeded' && !hasSucceeded(change, action))
      return [`${name} succeeds though nobody said so`];
    if (action.status === 'Failed' && !hasFailed(change, action)) return [`${name} fails without a reason`];
    return [];
  });

function hasSucceeded({ after, jobs, asked }: Change, { id, token }: ActionFact): boolean {
  if (token !== null) return asked.decided.get(token)?.includes(true) ?? false;
  const last = lastJob(after, id);
  if (last !== undefined)
    return last.status === 'Succeeded' && (asked.answers.get(last.id)?.includes('succeed') ?? false);
  return jobs.get(id)?.told ?? false;
}

function hasFailed({ after, jobs, asked, now }: Change, action: ActionFact): boolean {
  const { id, token, deadline } = action;
  if (now >= deadline || lacksSomething(after, action)) return true;
  if (token !== null) return asked.decided.get(token)?.includes(false) ?? false;
  const last = lastJob(after, id);
  if (last !== undefined) return last.status === 'Failed' && (asked.answers.get(last.id)?.includes('fail') ?? false);
  const job = jobs.get(id);
  return job !== undefined && job.story.ends !== 'succeed' && now >= job.endsAt;
}

/** The job that a worker did for it last. */
function lastJob({ jobs }: Snapshot, action: string): JobFact | undefined {
  return [...jobs.values()].findLast(({ actionExecutionId }) => actionExecutionId === action);
}

/** A stage succeeds when every action of it has, an execution when every stage of its structure has. */
export const wholesSucceedByTheirParts: Invariant = ({ before, after }) => [
  ...changed(before.stages, after.stages).flatMap((stage) => {
    const execution = after.executions.get(stage.executionId);
    if (execution === undefined) return [];
    if (stage.status === 'Skipped') return skippedRightly(after, execution, stage.stage);
    if (stage.status !== 'Succeeded') return [];
    const declared = after.stagesOf(execution).find(({ name }) => name === stage.stage);
    const unmet = (['beforeEntry', 'onSuccess'] as const).filter(
      (hook) => declared?.[hook] !== undefined && !isMet(after, execution.id, stage.stage, hook),
    );
    if (unmet.length > 0) return [`${nameOf(after, execution.id)}: stage ${stage.stage} succeeds without ${unmet[0]}`];
    return (declared?.actions ?? [])
      .filter(({ name }) => latestAttempt(after, execution.id, stage.stage, name)?.status !== 'Succeeded')
      .map(({ name }) => `${nameOf(after, execution.id)}: stage ${stage.stage} succeeds without ${name}`);
  }),
  ...changed(before.executions, after.executions).flatMap((execution) => {
    if (execution.status !== 'Succeeded') return [];
    return after
      .stagesOf(execution)
      .filter(({ name }) => !isThrough(after, execution, name))
      .map(({ name }) => `${nameOf(after, execution.id)} succeeds without stage ${name}`);
  }),
];

/** A rollback runs nothing but its last stage. */
function isThrough(after: Snapshot, execution: ExecutionFact, stage: string): boolean {
  const isLast = after.stagesOf(execution).at(-1)?.name === stage;
  if (execution.type === 'ROLLBACK' && !isLast) return true;
  const status = after.stages.get(stageKey(execution.id, stage))?.status;
  return status === 'Succeeded' || status === 'Skipped';
}

/** An action starts once per execution, and once more per retry of its stage, when everything of a lower run order has succeeded. */
export const actionsStartInTurn: Invariant = ({ before, after }) =>
  [...after.actions.values()].flatMap((action) => {
    const execution = after.executions.get(action.executionId);
    if (before.actions.has(action.id) || execution === undefined) return [];
    const actions = after.stagesOf(execution).find(({ name }) => name === action.stage)?.actions ?? [];
    const runOrder = actions.find(({ name }) => name === action.action)?.runOrder ?? 1;
    const name = `${nameOf(after, execution.id)} ${action.stage}/${action.action}`;
    // Could not be started, and a retry in the same commit has set everything aside: it had its turn before that.
    if (action.setAside === 1) return [];
    const early = actions
      .filter((other) => (other.runOrder ?? 1) < runOrder)
      .filter((other) => latestAttempt(after, execution.id, action.stage, other.name)?.status !== 'Succeeded');
    const attempts = [...after.actions.values()].filter(
      (other) => other.executionId === execution.id && other.stage === action.stage && other.action === action.action,
    );
    const declared = after.stagesOf(execution).find((stage) => stage.name === action.stage);
    const tooEarly =
      declared?.beforeEntry !== undefined && !isMet(after, execution.id, action.stage, 'beforeEntry')
        ? [`${name} starts before the condition of entry is met`]
        : [];
    const allowed = 1 + retriesOf(after.stages.get(stageKey(execution.id, action.stage)));
    return [
      ...tooEarly,
      ...early.map((other) => `${name} starts before ${other.name} has succeeded`),
      ...(attempts.length > allowed ? [`${name} is started ${attempts.length} times`] : []),
    ];
  });
