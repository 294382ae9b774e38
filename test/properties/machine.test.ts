import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance } from '../../src/machine/advance.ts';
import { apply } from '../../src/machine/apply.ts';
import type { Decision } from '../../src/machine/decision.ts';
import type { Ending, ExecutionFacts, ExecutionMode, Facts, StagePlan } from '../../src/machine/facts.ts';

/** What happens to a pipeline from outside. Numbers pick among what is there. */
type Happening =
  | { readonly kind: 'start'; readonly mode: ExecutionMode }
  | { readonly kind: 'finish'; readonly pick: number; readonly succeeds: boolean }
  | { readonly kind: 'end'; readonly pick: number; readonly ending: Exclude<Ending, 'none'> }
  | { readonly kind: 'close' | 'open'; readonly stage: number; readonly side: 'Inbound' | 'Outbound' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('start' as const),
      mode: fc.constantFrom<ExecutionMode>('SUPERSEDED', 'QUEUED', 'PARALLEL'),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('finish' as const), pick: fc.nat(), succeeds: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('end' as const),
      pick: fc.nat(),
      ending: fc.constantFrom<Exclude<Ending, 'none'>>('stop', 'abandon', 'cancel'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom<'close' | 'open'>('close', 'open'),
      stage: fc.nat({ max: 3 }),
      side: fc.constantFrom<'Inbound' | 'Outbound'>('Inbound', 'Outbound'),
    }),
  },
);

const plan: fc.Arbitrary<StagePlan[]> = fc
  .array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 })
  .map((stages) =>
    stages.map((runOrders, stage) => ({
      name: `stage-${stage}`,
      actions: runOrders.map((runOrder, action) => ({ name: `action-${action}`, runOrder })),
    })),
  );

interface Observed {
  readonly before: Facts;
  readonly decision: Decision;
}

/** Lets the happenings happen one after the other, and hands every decision to `observe` with the facts it was made from. */
function live(
  stages: StagePlan[],
  happenings: readonly Happening[],
  observe: (observed: Observed) => void,
  settled: (facts: Facts) => void,
): void {
  let facts: Facts = { executions: [], closedDoors: [] };
  let started = 0;
  for (const each of happenings) {
    facts = happen(facts, each, () => newExecution(`e${started++}`, stages, each));
    for (const decision of advance(facts)) {
      observe({ before: facts, decision });
      facts = apply(facts, decision);
    }
    settled(facts);
  }
}

function newExecution(id: string, stages: StagePlan[], each: Happening): ExecutionFacts {
  const mode = each.kind === 'start' ? each.mode : 'SUPERSEDED';
  return { id, mode, plan: stages, place: { kind: 'before', stage: 0 }, actions: [], ending: 'none' };
}

function happen(facts: Facts, each: Happening, create: () => ExecutionFacts): Facts {
  switch (each.kind) {
    case 'start':
      return { ...facts, executions: [...facts.executions, create()] };
    case 'finish':
      return finish(facts, each.pick, each.succeeds);
    case 'end': {
      const chosen = facts.executions[each.pick % Math.max(facts.executions.length, 1)];
      return change(facts, chosen?.id, (execution) => ({ ...execution, ending: each.ending }));
    }
    case 'close':
    case 'open': {
      const others = facts.closedDoors.filter(
        ({ stage, side }) => stage !== `stage-${each.stage}` || side !== each.side,
      );
      return {
        ...facts,
        closedDoors: each.kind === 'open' ? others : [...others, { stage: `stage-${each.stage}`, side: each.side }],
      };
    }
  }
}

function finish(facts: Facts, pick: number, succeeds: boolean): Facts {
  const running = facts.executions.flatMap(({ id, actions }) =>
    actions.filter(({ status }) => status === 'InProgress').map(({ name }) => ({ id, name })),
  );
  const chosen = running[pick % Math.max(running.length, 1)];
  return change(facts, chosen?.id, (execution) => ({
    ...execution,
    actions: execution.actions.map((action) =>
      action.name === chosen?.name ? { ...action, status: succeeds ? 'Succeeded' : 'Failed' } : action,
    ),
  }));
}

function change(facts: Facts, id: string | undefined, how: (execution: ExecutionFacts) => ExecutionFacts): Facts {
  return {
    ...facts,
    executions: facts.executions.map((execution) => (execution.id === id ? how(execution) : execution)),
  };
}

function check(observe: (observed: Observed) => void, settled: (facts: Facts) => void = () => {}): void {
  fc.assert(
    fc.property(plan, fc.array(happening, { maxLength: 40 }), (stages, happenings) =>
      live(stages, happenings, observe, settled),
    ),
    { numRuns: 300 },
  );
}

const find = (facts: Facts, id: string) => facts.executions.find((execution) => execution.id === id) as ExecutionFacts;

describe('the machine', () => {
  it('never lets two executions into one stage, but for those that run beside one another', () => {
    check(
      () => {},
      ({ executions }) => {
        const inside = executions
          .filter(({ mode, place }) => mode !== 'PARALLEL' && place.kind === 'inside')
          .map(({ place }) => place);
        expect(new Set(inside.map((place) => ('stage' in place ? place.stage : -1))).size).toBe(inside.length);
      },
    );
  });

  it('supersedes between stages only, and by a newer execution that waits at the same door', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'end-execution' || decision.outcome !== 'Superseded') return;
      const superseded = find(before, decision.execution);
      const newer = find(before, decision.supersededBy ?? '');
      expect(superseded.mode).toBe('SUPERSEDED');
      expect(superseded.place.kind).toBe('before');
      expect(newer.place).toEqual(superseded.place);
      expect(before.executions.indexOf(newer)).toBeGreaterThan(before.executions.indexOf(superseded));
    });
  });

  it('never supersedes what is queued or parallel, and leaves one execution at most before each stage in SUPERSEDED mode', () => {
    check(
      () => {},
      ({ executions }) => {
        const waiting = executions.filter(({ mode, place }) => mode === 'SUPERSEDED' && place.kind === 'before');
        expect(new Set(waiting.map(({ place }) => ('stage' in place ? place.stage : -1))).size).toBe(waiting.length);
      },
    );
  });

  it('lets executions into a stage in the order they were started', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'enter-stage' || find(before, decision.execution).mode === 'PARALLEL') return;
      const entering = find(before, decision.execution);
      const ahead = before.executions.slice(0, before.executions.indexOf(entering));
      expect(
        ahead.some(
          ({ mode, place }) => mode !== 'PARALLEL' && place.kind === 'before' && place.stage === decision.stage,
        ),
      ).toBe(false);
    });
  });

  it('opens no disabled door', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'enter-stage') return;
      const closed = before.closedDoors.some(
        ({ stage, side }) => stage === `stage-${side === 'Inbound' ? decision.stage : decision.stage - 1}`,
      );
      expect(closed).toBe(false);
    });
  });

  it('starts an action once, when everything of a lower run order has succeeded and nothing is to end', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'start-action') return;
      const { plan: stages, actions, ending } = find(before, decision.execution);
      const stage = stages[decision.stage]?.actions ?? [];
      const runOrder = stage.find(({ name }) => name === decision.action)?.runOrder ?? 0;
      const lower = stage.filter((action) => action.runOrder < runOrder).map(({ name }) => name);
      expect(actions.find(({ name }) => name === decision.action)).toBeUndefined();
      expect(lower.every((name) => actions.find((action) => action.name === name)?.status === 'Succeeded')).toBe(true);
      expect(ending).toBe('none');
    });
  });

  it('lets nothing succeed by default: a stage succeeds when every action of it has', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'leave-stage' || decision.outcome !== 'Succeeded') return;
      const { plan: stages, actions } = find(before, decision.execution);
      for (const { name } of stages[decision.stage]?.actions ?? []) {
        expect(actions.find((action) => action.name === name)?.status).toBe('Succeeded');
      }
    });
  });

  it('ends no execution while an action of it runs, and succeeds only after its last stage', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'end-execution') return;
      const { actions, place, plan: stages } = find(before, decision.execution);
      expect(actions.some(({ status }) => status === 'InProgress')).toBe(false);
      if (decision.outcome === 'Succeeded') expect(place).toEqual({ kind: 'before', stage: stages.length });
    });
  });

  it('has nothing more to decide once its decisions are carried out', () => {
    check(
      () => {},
      (facts) => expect(advance(facts)).toEqual([]),
    );
  });

  it('leaves every unfinished execution waiting for something that can be named', () => {
    check(
      () => {},
      (facts) => {
        for (const execution of facts.executions) expect(waitsFor(facts, execution)).not.toBe('nothing');
      },
    );
  });
});

function waitsFor(facts: Facts, execution: ExecutionFacts): string {
  const { place } = execution;
  if (place.kind === 'inside')
    return execution.actions.some(({ status }) => status === 'InProgress') ? 'an action' : 'nothing';
  if (place.kind === 'out') return 'nothing';
  const closed = facts.closedDoors.some(
    ({ stage, side }) => stage === `stage-${side === 'Inbound' ? place.stage : place.stage - 1}`,
  );
  if (closed) return 'a door';
  const others = facts.executions.filter(
    (other) => other !== execution && other.mode !== 'PARALLEL' && other.place.kind !== 'out',
  );
  return others.some((other) => 'stage' in other.place && other.place.stage === place.stage)
    ? 'another execution'
    : 'nothing';
}
