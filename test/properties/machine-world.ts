import fc from 'fast-check';
import { advance } from '../../src/machine/advance.ts';
import { apply } from '../../src/machine/apply.ts';
import type { Decision } from '../../src/machine/decision.ts';
import type {
  ConditionFacts,
  ConditionPlan,
  Ending,
  ExecutionFacts,
  ExecutionMode,
  Facts,
  Hook,
  RetryMode,
  StagePlan,
} from '../../src/machine/facts.ts';
import { type OverrideFacts, refuseOverride } from '../../src/machine/override.ts';
import {
  conditionsKeptByRetry,
  keptByRetry,
  type RetryFacts,
  refuseRetry,
  type StageStatus,
} from '../../src/machine/retry.ts';
import { type RollbackFacts, refuseRollback } from '../../src/machine/rollback.ts';

/** A pipeline to which random things happen, as the engine would keep it: what is under way, and what is history. */

/** What happens from outside. Numbers pick among what is there. */
export type Happening =
  | { readonly kind: 'start'; readonly mode: ExecutionMode }
  | { readonly kind: 'finish'; readonly pick: number; readonly succeeds: boolean }
  | { readonly kind: 'evaluate'; readonly pick: number; readonly passes: boolean }
  | { readonly kind: 'override'; readonly pick: number; readonly stage: number; readonly hook: Hook }
  | { readonly kind: 'end'; readonly pick: number; readonly ending: Exclude<Ending, 'none'> }
  | { readonly kind: 'retry'; readonly pick: number; readonly stage: number; readonly mode: RetryMode }
  | { readonly kind: 'roll-back'; readonly pick: number; readonly stage: number }
  | { readonly kind: 'close' | 'open'; readonly stage: number; readonly side: 'Inbound' | 'Outbound' };

const MAX_STAGES = 4;
const stageIndex = fc.nat({ max: MAX_STAGES - 1 });

export const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('start' as const),
      mode: fc.constantFrom<ExecutionMode>('SUPERSEDED', 'QUEUED', 'PARALLEL'),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('finish' as const), pick: fc.nat(), succeeds: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('evaluate' as const), pick: fc.nat(), passes: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('override' as const),
      pick: fc.nat(),
      stage: stageIndex,
      hook: fc.constantFrom<Hook>('beforeEntry', 'onSuccess'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('end' as const),
      pick: fc.nat(),
      ending: fc.constantFrom<Exclude<Ending, 'none'>>('stop', 'abandon', 'cancel'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('retry' as const),
      pick: fc.nat(),
      stage: stageIndex,
      mode: fc.constantFrom<RetryMode>('FAILED_ACTIONS', 'ALL_ACTIONS'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('roll-back' as const), pick: fc.nat(), stage: stageIndex }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom<'close' | 'open'>('close', 'open'),
      stage: stageIndex,
      side: fc.constantFrom<'Inbound' | 'Outbound'>('Inbound', 'Outbound'),
    }),
  },
);

function condition(...results: ConditionPlan['result'][]): fc.Arbitrary<ConditionPlan> {
  return fc.record({
    result: fc.constantFrom(...results),
    rules: fc.integer({ min: 1, max: 3 }).map((count) => Array.from({ length: count }, (_, index) => `rule-${index}`)),
  });
}

const onFailure: fc.Arbitrary<StagePlan['onFailure']> = fc.oneof(
  fc.constantFrom<StagePlan['onFailure']>(
    undefined,
    undefined,
    { result: 'FAIL' },
    { result: 'SKIP' },
    { result: 'ROLLBACK' },
    { result: 'RETRY', retry: 'FAILED_ACTIONS' },
    { result: 'RETRY', retry: 'ALL_ACTIONS' },
  ),
  condition('FAIL', 'ROLLBACK', 'SKIP'),
  condition('FAIL').map(({ rules }) => ({ result: 'RETRY' as const, retry: 'FAILED_ACTIONS' as const, rules })),
);

export const plan: fc.Arbitrary<StagePlan[]> = fc
  .array(
    fc.record({
      runOrders: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
      beforeEntry: fc.option(condition('FAIL', 'SKIP'), { nil: undefined, freq: 2 }),
      onSuccess: fc.option(condition('FAIL', 'ROLLBACK'), { nil: undefined, freq: 2 }),
      onFailure,
    }),
    { minLength: 2, maxLength: MAX_STAGES },
  )
  .map((stages) =>
    stages.map(({ runOrders, ...hooks }, stage) => ({
      name: `stage-${stage}`,
      actions: runOrders.map((runOrder, action) => ({ name: `action-${action}`, runOrder })),
      ...hooks,
    })),
  );

/** What became of an execution in a stage. */
interface Visit {
  readonly status: StageStatus;
  readonly actions: ExecutionFacts['actions'];
  readonly conditions: ExecutionFacts['conditions'];
  readonly retried: boolean;
}

export class World {
  facts: Facts = { executions: [], closedDoors: [] };
  /** Every execution there ever was, as it was last, in the order they were started. */
  readonly all = new Map<string, ExecutionFacts>();
  readonly #visits = new Map<string, Visit>();
  /** Which execution each rollback brings its stage back to. */
  readonly targets = new Map<string, string>();
  /** Who was last to enter a stage. */
  readonly #latest = new Map<number, string>();
  readonly #stages: StagePlan[];

  constructor(stages: StagePlan[]) {
    this.#stages = stages;
  }

  happen(each: Happening): void {
    const somebody = 'pick' in each ? pick([...this.all.keys()], each.pick) : undefined;
    if (each.kind === 'start') this.#start({ mode: each.mode, type: 'STANDARD', plan: this.#stages, stage: 0 });
    else if (each.kind === 'finish') this.#finish(each.pick, each.succeeds);
    else if (each.kind === 'end') this.#change(pick(this.facts.executions, each.pick)?.id, wanting(each.ending));
    else if (each.kind === 'evaluate') this.#evaluate(each.pick, each.passes);
    else if (each.kind === 'override') this.#override(somebody, each.stage, each.hook);
    else if (each.kind === 'retry') this.#retry(somebody, each.stage, each.mode);
    else if (each.kind === 'roll-back') this.#rollBack(somebody, each.stage);
    else this.#setDoor(each);
  }

  /** Carries out everything the machine decides, as the engine does; `observe` sees each decision with its facts. */
  settle(observe: (observed: Observed) => void): void {
    for (let changed = true; changed; ) {
      changed = false;
      for (const decision of advance(this.facts)) {
        observe({ before: this.facts, decision });
        this.#record(decision);
        this.facts = apply(this.facts, decision);
        for (const execution of this.facts.executions) this.all.set(execution.id, execution);
        if (decision.kind === 'end-execution' && decision.rollBack && decision.leaving !== undefined) {
          this.#rollBackBySelf(decision.execution, decision.leaving);
          changed = true;
          break;
        }
      }
    }
  }

  visit(id: string, stage: number): Visit | undefined {
    return this.#visits.get(`${id}/${stage}`);
  }

  #record(decision: Decision): void {
    const execution = this.all.get(decision.execution);
    if (execution === undefined) return;
    const { actions, conditions } = this.facts.executions.find(({ id }) => id === decision.execution) ?? execution;
    if (decision.kind === 'enter-stage') {
      this.#keep(decision.execution, decision.stage, {
        status: 'InProgress',
        actions: [],
        conditions: [],
        retried: false,
      });
      if (execution.mode !== 'PARALLEL') this.#latest.set(decision.stage, decision.execution);
    } else if (decision.kind === 'leave-stage') {
      this.#keep(decision.execution, decision.stage, { status: decision.outcome, actions, conditions });
    } else if (decision.kind === 'end-execution' && decision.leaving !== undefined) {
      this.#keep(decision.execution, decision.leaving, {
        status: decision.outcome as StageStatus,
        actions,
        conditions,
      });
    }
  }

  #keep(id: string, stage: number, visit: Partial<Visit>): void {
    const before = this.visit(id, stage) ?? { status: 'InProgress', actions: [], conditions: [], retried: false };
    this.#visits.set(`${id}/${stage}`, { ...before, ...visit });
  }

  #start(start: Pick<ExecutionFacts, 'mode' | 'type' | 'plan'> & { readonly stage: number }): string {
    const { stage, ...more } = start;
    const execution: ExecutionFacts = {
      id: `e${this.all.size}`,
      ...more,
      place: { kind: 'before', stage },
      actions: [],
      conditions: [],
      retried: false,
      ending: 'none',
    };
    this.all.set(execution.id, execution);
    this.facts = { ...this.facts, executions: [...this.facts.executions, execution] };
    return execution.id;
  }

  #finish(which: number, succeeds: boolean): void {
    const running = this.facts.executions.flatMap(({ id, actions }) =>
      actions.filter(({ status }) => status === 'InProgress').map(({ name }) => ({ id, name })),
    );
    const chosen = pick(running, which);
    this.#change(chosen?.id, (execution) => ({
      ...execution,
      actions: execution.actions.map((action) =>
        action.name === chosen?.name ? { ...action, status: succeeds ? 'Succeeded' : 'Failed' } : action,
      ),
    }));
  }

  #evaluate(which: number, passes: boolean): void {
    const open = this.facts.executions.flatMap(({ id, conditions }) =>
      conditions.flatMap(({ hook, rules }) =>
        rules.filter(({ status }) => status === 'InProgress').map(({ name }) => ({ id, hook, name })),
      ),
    );
    const chosen = pick(open, which);
    const evaluated = (rule: ConditionFacts['rules'][number]) =>
      rule.name === chosen?.name ? { ...rule, status: passes ? ('Succeeded' as const) : ('Failed' as const) } : rule;
    this.#change(chosen?.id, (execution) => ({
      ...execution,
      conditions: execution.conditions.map((each) =>
        each.hook === chosen?.hook ? { ...each, rules: each.rules.map(evaluated) } : each,
      ),
    }));
  }

  #retry(id: string | undefined, stage: number, mode: RetryMode): void {
    const execution = id === undefined ? undefined : this.all.get(id);
    if (execution === undefined) return;
    if (refuseRetry(this.retryFacts(execution, stage), mode) !== undefined) return;
    const running = this.facts.executions.find((each) => each.id === id);
    const { actions: made = [], conditions: seen = [] } = running ?? this.visit(execution.id, stage) ?? {};
    const kept = { actions: keptByRetry(made, mode), conditions: conditionsKeptByRetry(seen, mode) };
    this.#keep(execution.id, stage, { status: 'InProgress', retried: true });
    if (running !== undefined) this.#change(id, (each) => ({ ...each, ...kept }));
    else this.#resume(execution, stage, kept);
  }

  #override(id: string | undefined, stage: number, hook: Hook): void {
    const execution = id === undefined ? undefined : this.all.get(id);
    if (execution === undefined) return;
    if (refuseOverride(this.#overrideFacts(execution, stage, hook)) !== undefined) return;
    const running = this.facts.executions.find((each) => each.id === id);
    const { actions = [], conditions: seen = [] } = running ?? this.visit(execution.id, stage) ?? {};
    const conditions = seen.map(
      (each): ConditionFacts => (each.hook === hook ? { ...each, status: 'Overridden' } : each),
    );
    this.#keep(execution.id, stage, { status: 'InProgress' });
    if (running !== undefined) this.#change(id, (each) => ({ ...each, conditions }));
    else this.#resume(execution, stage, { actions, conditions });
  }

  #overrideFacts(execution: ExecutionFacts, stage: number, hook: Hook): OverrideFacts {
    const { status, isLatest, isCurrent } = this.retryFacts(execution, stage);
    const running = this.facts.executions.find(({ id }) => id === execution.id);
    const { conditions = [] } = (status === 'InProgress' ? running : this.visit(execution.id, stage)) ?? {};
    const condition = conditions.find((each) => each.hook === hook)?.status;
    const skips = execution.plan[stage]?.[hook]?.result === 'SKIP';
    return { status, isLatest, isCurrent, skips, condition };
  }

  #resume(execution: ExecutionFacts, stage: number, known: Pick<ExecutionFacts, 'actions' | 'conditions'>): void {
    const resumed: ExecutionFacts = { ...execution, ...known, place: { kind: 'inside', stage }, ending: 'none' };
    this.all.set(resumed.id, resumed);
    const order = [...this.all.keys()];
    const executions = [...this.facts.executions, resumed].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
    this.facts = { ...this.facts, executions };
  }

  retryFacts(execution: ExecutionFacts, stage: number): RetryFacts {
    const visit = this.visit(execution.id, stage);
    const running = this.facts.executions.find(({ id }) => id === execution.id);
    return {
      status: visit?.status,
      isLatest: execution.mode === 'PARALLEL' || this.#latest.get(stage) === execution.id,
      isCurrent: true,
      actions: visit?.status === 'InProgress' ? (running?.actions ?? []) : (visit?.actions ?? []),
      retried: visit?.retried ?? false,
    };
  }

  #rollBack(id: string | undefined, stage: number): void {
    const target = id === undefined ? undefined : this.all.get(id);
    if (target === undefined || refuseRollback(this.#rollbackFacts(target, stage)) !== undefined) return;
    this.#startRollback(target, stage);
  }

  #startRollback({ id, mode }: ExecutionFacts, stage: number): void {
    const plan = this.#stages.slice(0, stage + 1);
    this.targets.set(this.#start({ mode, type: 'ROLLBACK', plan, stage }), id);
  }

  #rollbackFacts({ id, mode, type }: ExecutionFacts, stage: number): RollbackFacts {
    const locked = this.facts.executions.some(
      ({ mode, place }) => mode !== 'PARALLEL' && place.kind === 'inside' && place.stage === stage,
    );
    return { mode, stage, target: { type, status: this.visit(id, stage)?.status, isCurrent: true }, isLocked: locked };
  }

  #rollBackBySelf(failed: string, stage: number): void {
    const latest = [...this.all.keys()].findLast(
      (id) => id !== failed && this.visit(id, stage)?.status === 'Succeeded',
    );
    const target = this.all.get(this.targets.get(latest ?? '') ?? latest ?? '');
    if (target !== undefined) this.#startRollback(target, stage);
  }

  #setDoor({ kind, stage, side }: Extract<Happening, { kind: 'close' | 'open' }>): void {
    const others = this.facts.closedDoors.filter((door) => door.stage !== `stage-${stage}` || door.side !== side);
    const closedDoors = kind === 'open' ? others : [...others, { stage: `stage-${stage}`, side }];
    this.facts = { ...this.facts, closedDoors };
  }

  #change(id: string | undefined, how: (execution: ExecutionFacts) => ExecutionFacts): void {
    const executions = this.facts.executions.map((execution) => (execution.id === id ? how(execution) : execution));
    for (const execution of executions) this.all.set(execution.id, execution);
    this.facts = { ...this.facts, executions };
  }
}

export interface Observed {
  readonly before: Facts;
  readonly decision: Decision;
}

function wanting(ending: Ending): (execution: ExecutionFacts) => ExecutionFacts {
  return (execution) => ({ ...execution, ending });
}

function pick<T>(among: readonly T[], which: number): T | undefined {
  return among[which % Math.max(among.length, 1)];
}

/** Lets random things happen to random pipelines, and hands over every decision, and the facts when nothing more is decided. */
export function check(
  observe: (observed: Observed, world: World) => void,
  settled: (facts: Facts, world: World) => void = () => {},
): void {
  fc.assert(
    fc.property(plan, fc.array(happening, { maxLength: 40 }), (stages, happenings) => {
      const world = new World(stages);
      for (const each of happenings) {
        world.happen(each);
        world.settle((observed) => observe(observed, world));
        settled(world.facts, world);
      }
    }),
    { numRuns: 300 },
  );
}
