/** A way in which the product could be wrong, and what the simulator must say of it. */
export interface Mutation {
  readonly name: string;
  /** In src/. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly found: RegExp;
}

export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'does not ask whether a stage is locked',
    file: 'machine/stage-door.ts',
    find: 'isLocked(facts, plan.name) ||',
    replace: '',
    found: /two executions in one stage/,
  },
  {
    name: 'lets those who came last enter first',
    file: 'machine/stage-door.ts',
    find: 'index < own',
    replace: 'index > own',
    found: /out of turn/,
  },
  {
    name: 'passes disabled transitions',
    file: 'machine/stage-door.ts',
    find: 'if (!doorIsOpen(facts, execution, stage)) return undefined;',
    replace: '',
    found: /passes a disabled transition/,
  },
  {
    name: 'supersedes what is inside a stage',
    file: 'machine/advance.ts',
    find: "return place.kind === 'inside' ?",
    replace: `if (execution.mode === 'SUPERSEDED' && place.kind === 'inside' && facts.executions.some((other) =>
      other !== execution && other.place.kind === 'before' && other.place.stage === place.stage))
      return { kind: 'end-execution', execution: execution.id, outcome: 'Superseded' };
    return place.kind === 'inside' ?`,
    found: /superseded inside a stage/,
  },
  {
    name: 'does not wait for actions of a lower run order',
    file: 'machine/run-order.ts',
    find: 'open.filter(({ runOrder }) => runOrder === lowest)',
    replace: 'open.filter(({ runOrder }) => runOrder >= lowest)',
    found: /starts before A\d has succeeded/,
  },
  {
    name: 'takes a stage for succeeded whose actions have ended',
    file: 'machine/stage-run.ts',
    find: "return actions.every(({ status }) => status === 'Succeeded')",
    replace: 'return actions.length > 0',
    found: /succeeds without/,
  },
  {
    name: 'does not wait for the condition of entry',
    file: 'machine/stage-run.ts',
    find: "if (entry.kind === 'open') return entry.decision;",
    replace: '',
    found: /before the condition of entry is met/,
  },
  {
    name: 'forgets to schedule the work of an action',
    file: 'engine/action-steps.ts',
    find: 'await rooms.work.schedule(tx, ACTION_WORK, attempt.id);',
    replace: '',
    found: /no work is scheduled/,
  },
  {
    name: 'tells nobody that a stage was entered',
    file: 'engine/execution-steps.ts',
    find: "await tellStage(subjectOf(step), name, 'STARTED');",
    replace: '',
    found: /told to be/,
  },
  {
    name: 'starts actions that were begun already',
    file: 'engine/performer.ts',
    find: 'row.begun === 1 ?',
    replace: 'row.begun === 2 ?',
    found: /started twice/,
  },
  {
    name: 'schedules the work of an action before the action is written down for good',
    file: 'engine/action-steps.ts',
    find: 'await rooms.work.schedule(tx, ACTION_WORK, attempt.id);',
    replace: 'void rooms.database.write((own) => rooms.work.schedule(own, ACTION_WORK, attempt.id)).catch(() => {});',
    found: /no work is scheduled/,
  },
  {
    name: 'leaves the lock of an execution that is over',
    file: 'store/executions.ts',
    find: 'inside = 0, updated = $4',
    replace: 'updated = $4',
    found: /two executions in one stage|still holds its stage/,
  },
  {
    name: 'lets what is over be ended again',
    file: 'store/action-executions.ts',
    find: "error_message = $12, updated_by = $13\n     WHERE id = $1 AND status = 'InProgress'",
    replace: 'error_message = $12, updated_by = $13\n     WHERE id = $1',
    found: /goes from (Abandoned|Failed|Succeeded) to/,
  },
  {
    name: 'takes the work of servers that live',
    file: 'store/work.ts',
    find: '(lease_until < $3 AND node <> $1)',
    replace: '(lease_until > 0 AND node <> $1)',
    found: /though its lease holds/,
  },
];
