import { describe, expect, it } from 'vitest';
import { advance } from '../../src/machine/advance.ts';
import type { ExecutionFacts, Facts, Hook } from '../../src/machine/facts.ts';
import { check } from './machine-world.ts';

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

  it('lets executions into a stage in the order they were started, after a rollback of it', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'enter-stage' || find(before, decision.execution).mode === 'PARALLEL') return;
      const entering = find(before, decision.execution);
      if (entering.type === 'ROLLBACK') return;
      const rollsBack = ({ type, place, plan }: ExecutionFacts) =>
        type === 'ROLLBACK' && place.kind === 'before' && place.stage === decision.stage && place.stage < plan.length;
      expect(before.executions.some(rollsBack)).toBe(false);
      const ahead = before.executions.slice(0, before.executions.indexOf(entering));
      expect(
        ahead.some(
          ({ mode, place }) => mode !== 'PARALLEL' && place.kind === 'before' && place.stage === decision.stage,
        ),
      ).toBe(false);
    });
  });

  it('lets a rollback enter at once, past doors and those who wait, and supersedes nobody by it', () => {
    check(
      ({ before, decision }) => {
        if (decision.kind !== 'end-execution' || decision.supersededBy === undefined) return;
        expect(find(before, decision.execution).type).toBe('STANDARD');
        expect(find(before, decision.supersededBy).type).toBe('STANDARD');
      },
      ({ executions }) => {
        const waiting = executions.filter(({ type, place }) => type === 'ROLLBACK' && place.kind === 'before');
        expect(waiting).toEqual([]);
      },
    );
  });

  it('opens no disabled door', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'enter-stage' || find(before, decision.execution).type === 'ROLLBACK') return;
      const closed = before.closedDoors.some(
        ({ stage, side }) => stage === `stage-${side === 'Inbound' ? decision.stage : decision.stage - 1}`,
      );
      expect(closed).toBe(false);
    });
  });

  it('starts no action before the condition of entry is met, and begins no condition twice while it counts', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'start-action' && decision.kind !== 'begin-condition') return;
      const { plan: stages, conditions, ending } = find(before, decision.execution);
      const seen = (hook: Hook) => conditions.find((condition) => condition.hook === hook)?.status;
      expect(ending).toBe('none');
      if (decision.kind === 'begin-condition') expect(seen(decision.hook)).toBeUndefined();
      else if (stages[decision.stage]?.beforeEntry !== undefined)
        expect(['Succeeded', 'Overridden']).toContain(seen('beforeEntry'));
    });
  });

  it('finds a condition met only when every rule of it has passed', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'end-condition' || decision.outcome === 'Abandoned') return;
      const { conditions } = find(before, decision.execution);
      const { rules = [] } = conditions.find(({ hook }) => hook === decision.hook) ?? {};
      const met = rules.length > 0 && rules.every(({ status }) => status === 'Succeeded');
      expect(decision.outcome).toBe(met ? 'Succeeded' : 'Failed');
      if (!met) expect(rules.some(({ status }) => status === 'Failed')).toBe(true);
    });
  });

  it('skips a stage only where that is declared, and its condition was not met', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'leave-stage' || decision.outcome !== 'Skipped') return;
      const { plan: stages, actions, conditions } = find(before, decision.execution);
      const { beforeEntry, onFailure } = stages[decision.stage] ?? {};
      const unmet = (hook: Hook) => conditions.find((condition) => condition.hook === hook)?.status === 'Failed';
      const atEntry = beforeEntry?.result === 'SKIP' && unmet('beforeEntry') && actions.length === 0;
      const failed = actions.some(({ status }) => status === 'Failed');
      const afterFailure = failed && onFailure?.result === 'SKIP' && (!onFailure.rules || unmet('onFailure'));
      expect(atEntry || afterFailure).toBe(true);
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

  it('lets nothing succeed by default: a stage succeeds when every action of it has, and its conditions are met', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'leave-stage' || decision.outcome !== 'Succeeded') return;
      const { plan: stages, actions, conditions } = find(before, decision.execution);
      for (const hook of ['beforeEntry', 'onSuccess'] as const) {
        const condition = conditions.find((each) => each.hook === hook);
        if (stages[decision.stage]?.[hook] !== undefined)
          expect(['Succeeded', 'Overridden']).toContain(condition?.status);
      }
      for (const { name } of stages[decision.stage]?.actions ?? []) {
        expect(actions.find((action) => action.name === name)?.status).toBe('Succeeded');
      }
    });
  });

  it('ends no execution while an action or a condition of it runs, and succeeds only after its last stage', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'end-execution') return;
      const { actions, conditions, place, plan: stages } = find(before, decision.execution);
      expect(conditions.some(({ status }) => status === 'InProgress')).toBe(false);
      expect(actions.some(({ status }) => status === 'InProgress')).toBe(false);
      if (decision.outcome === 'Succeeded') expect(place).toEqual({ kind: 'before', stage: stages.length });
      expect(decision.leaving).toBe(place.kind === 'inside' ? place.stage : undefined);
    });
  });

  it('retries a stage by itself once at the most each time it is entered, when an action of it has failed and none runs', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'retry-stage') return;
      const { actions, conditions, retried, plan: stages } = find(before, decision.execution);
      expect(retried).toBe(false);
      const { onFailure } = stages[decision.stage] ?? {};
      expect(onFailure?.result).toBe('RETRY');
      const seen = conditions.find(({ hook }) => hook === 'onFailure');
      expect(seen?.status).toBe(onFailure?.rules === undefined ? undefined : 'Failed');
      expect(actions.some(({ status }) => status === 'Failed')).toBe(true);
      expect(actions.some(({ status }) => status === 'InProgress')).toBe(false);
    });
  });

  it('gives a stage back to an execution that failed in it only while nobody else has entered', () => {
    check(
      () => {},
      (facts, world) => {
        for (const execution of world.all.values()) {
          for (const [stage] of execution.plan.entries()) {
            const { isLatest, status } = world.retryFacts(execution, stage);
            if (status !== 'Failed' || !isLatest || execution.mode === 'PARALLEL') continue;
            const inside = facts.executions.filter(
              ({ mode, place }) => mode !== 'PARALLEL' && place.kind === 'inside' && place.stage === stage,
            );
            expect(inside).toEqual([]);
          }
        }
      },
    );
  });

  it('rolls back only what failed in a stage that was declared so, and never a rollback', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'end-execution' || decision.rollBack !== true) return;
      const { type, plan: stages } = find(before, decision.execution);
      expect(type).toBe('STANDARD');
      expect(decision.outcome).toBe('Failed');
      const { onSuccess, onFailure } = stages[decision.leaving ?? -1] ?? {};
      expect([onSuccess?.result, onFailure?.result]).toContain('ROLLBACK');
    });
  });

  it('lets a rollback into no stage but the one it is for', () => {
    check(({ before, decision }) => {
      if (decision.kind !== 'enter-stage') return;
      const { type, plan: stages } = find(before, decision.execution);
      if (type === 'ROLLBACK') expect(decision.stage).toBe(stages.length - 1);
    });
  });

  it('has nothing more to decide once its decisions are carried out', () => {
    check(
      () => {},
      (facts) => expect(advance(facts)).toEqual([]),
    );
  });

  it('ends at once what is to be abandoned, and what is to stop or is cancelled when nothing of it runs any more', () => {
    check(
      () => {},
      ({ executions }) => {
        for (const { ending, place, actions, conditions } of executions) {
          if (ending === 'none') continue;
          expect(['stop', 'cancel']).toContain(ending);
          expect(place.kind).toBe('inside');
          expect(actions.some(({ status }) => status === 'InProgress')).toBe(true);
          expect(conditions.some(({ status }) => status === 'InProgress')).toBe(false);
        }
      },
    );
  });

  it('lets a parallel execution wait for doors alone, and nobody wait for one', () => {
    check(
      () => {},
      ({ executions, closedDoors }) => {
        for (const execution of executions) {
          if (execution.place.kind === 'inside') continue;
          const alone = {
            executions: executions.filter((each) => each === execution || sees(execution, each)),
            closedDoors,
          };
          expect(advance(alone)).toEqual([]);
        }
      },
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

/** Executions that run beside one another do not see others, nor are seen. */
function sees(one: ExecutionFacts, other: ExecutionFacts): boolean {
  return one.mode !== 'PARALLEL' && other.mode !== 'PARALLEL';
}

function waitsFor(facts: Facts, execution: ExecutionFacts): string {
  const { place } = execution;
  if (place.kind === 'inside') {
    if (execution.conditions.some(({ status }) => status === 'InProgress')) return 'a rule';
    return execution.actions.some(({ status }) => status === 'InProgress') ? 'an action' : 'nothing';
  }
  const closed = facts.closedDoors.some(
    ({ stage, side }) => stage === `stage-${side === 'Inbound' ? place.stage : place.stage - 1}`,
  );
  if (closed) return 'a door';
  const others = facts.executions.filter((other) => other !== execution && other.mode !== 'PARALLEL');
  return others.some((other) => 'stage' in other.place && other.place.stage === place.stage)
    ? 'another execution'
    : 'nothing';
}
