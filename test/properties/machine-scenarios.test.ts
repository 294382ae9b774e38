import { describe, expect, it } from 'vitest';
import { advance } from '../../src/machine/advance.ts';
import type { Decision } from '../../src/machine/decision.ts';
import type {
  ConditionFacts,
  ConditionPlan,
  ExecutionFacts,
  ExecutionMode,
  Facts,
  Hook,
  RuleFacts,
  StagePlan,
} from '../../src/machine/facts.ts';

const PLAN: StagePlan[] = [
  { name: 'Source', actions: [{ name: 'Fetch', runOrder: 1 }] },
  {
    name: 'Build',
    actions: [
      { name: 'Compile', runOrder: 1 },
      { name: 'Lint', runOrder: 1 },
      { name: 'Test', runOrder: 2 },
    ],
  },
  { name: 'Deploy', actions: [{ name: 'Ship', runOrder: 1 }] },
];

/** The pipeline whose second stage does that about its failure. */
const failing = (onFailure: StagePlan['onFailure']): StagePlan[] =>
  PLAN.map((stage) => (stage.name === 'Build' ? { ...stage, onFailure } : stage));

const withHook = (hook: 'beforeEntry' | 'onSuccess', result: ConditionPlan['result']): StagePlan[] =>
  PLAN.map((stage) => (stage.name === 'Build' ? { ...stage, [hook]: { result, rules: ['First', 'Second'] } } : stage));

const looking = (hook: Hook, first: RuleFacts['status'], second: RuleFacts['status']): ConditionFacts => ({
  hook,
  status: 'InProgress',
  rules: [
    { name: 'First', status: first },
    { name: 'Second', status: second },
  ],
});

interface Given extends Partial<ExecutionFacts> {
  readonly id: string;
}

function facts(mode: ExecutionMode, executions: readonly Given[], closedDoors: Facts['closedDoors'] = []): Facts {
  return {
    executions: executions.map((given) => ({
      mode,
      plan: PLAN,
      type: 'STANDARD',
      place: { kind: 'before', stage: 0 },
      actions: [],
      conditions: [],
      retried: false,
      ending: 'none',
      ...given,
    })),
    closedDoors,
  };
}

/** Decisions as short sentences: what each scenario is about. */
function story(given: Facts): string[] {
  return advance(given).map(sentence);
}

function sentence(decision: Decision): string {
  const stage = 'stage' in decision ? PLAN[decision.stage]?.name : '';
  switch (decision.kind) {
    case 'enter-stage':
      return `${decision.execution} enters ${stage}`;
    case 'begin-condition':
      return `${decision.execution} looks at ${decision.hook} of ${stage}`;
    case 'end-condition':
      return `${decision.execution} has seen ${decision.hook} of ${stage}: ${decision.outcome}`;
    case 'start-action':
      return `${decision.execution} starts ${decision.action}`;
    case 'abandon-action':
      return `${decision.execution} abandons ${decision.action}`;
    case 'retry-stage':
      return `${decision.execution} retries ${stage}: ${decision.mode}`;
    case 'leave-stage':
      return `${decision.execution} leaves ${stage}: ${decision.outcome}`;
    case 'end-execution': {
      const left = decision.leaving === undefined ? '' : ` in ${PLAN[decision.leaving]?.name}`;
      return `${decision.execution} ends${left}: ${decision.outcome}${decision.rollBack ? ', and is rolled back' : ''}`;
    }
  }
}

const inside = (stage: number) => ({ kind: 'inside' as const, stage });
const waitingAt = (stage: number) => ({ kind: 'before' as const, stage });
const succeeded = (name: string) => ({ name, status: 'Succeeded' as const });
const failed = (name: string) => ({ name, status: 'Failed' as const });
const running = (name: string) => ({ name, status: 'InProgress' as const });

describe('a pipeline', () => {
  it.each([
    ['starts at its source', facts('SUPERSEDED', [{ id: 'a' }]), ['a enters Source', 'a starts Fetch']],
    [
      'starts actions of one run order together',
      facts('SUPERSEDED', [{ id: 'a', place: waitingAt(1) }]),
      ['a enters Build', 'a starts Compile', 'a starts Lint'],
    ],
    [
      'waits for all actions of a run order',
      facts('SUPERSEDED', [{ id: 'a', place: inside(1), actions: [succeeded('Compile'), running('Lint')] }]),
      [],
    ],
    [
      'starts the next run order when the one before has succeeded',
      facts('SUPERSEDED', [{ id: 'a', place: inside(1), actions: [succeeded('Compile'), succeeded('Lint')] }]),
      ['a starts Test'],
    ],
    [
      'lets parallel actions end when one has failed',
      facts('SUPERSEDED', [{ id: 'a', place: inside(1), actions: [failed('Compile'), running('Lint')] }]),
      [],
    ],
    [
      'fails when an action has failed and nothing runs',
      facts('SUPERSEDED', [{ id: 'a', place: inside(1), actions: [failed('Compile'), succeeded('Lint')] }]),
      ['a ends in Build: Failed'],
    ],
    [
      'succeeds after its last stage',
      facts('SUPERSEDED', [{ id: 'a', place: inside(2), actions: [succeeded('Ship')] }]),
      ['a leaves Deploy: Succeeded', 'a ends: Succeeded'],
    ],
    [
      'frees the stage that failed for the next in line',
      facts('SUPERSEDED', [
        { id: 'a', place: inside(2), actions: [failed('Ship')] },
        { id: 'b', place: waitingAt(2) },
      ]),
      ['a ends in Deploy: Failed', 'b enters Deploy', 'b starts Ship'],
    ],
    [
      'keeps the newest of those that wait for a busy stage',
      facts('SUPERSEDED', [
        { id: 'a', place: inside(1), actions: [running('Compile'), running('Lint')] },
        { id: 'b', place: waitingAt(1) },
        { id: 'c', place: waitingAt(1) },
      ]),
      ['b ends: Superseded'],
    ],
    [
      'keeps all of them in a queue in QUEUED mode',
      facts('QUEUED', [
        { id: 'a', place: inside(1), actions: [running('Compile'), running('Lint')] },
        { id: 'b', place: waitingAt(1) },
        { id: 'c', place: waitingAt(1) },
      ]),
      [],
    ],
    [
      'lets the first of the queue in',
      facts('QUEUED', [
        { id: 'b', place: waitingAt(1) },
        { id: 'c', place: waitingAt(1) },
      ]),
      ['b enters Build', 'b starts Compile', 'b starts Lint'],
    ],
    [
      'has no locks in PARALLEL mode',
      facts('PARALLEL', [
        { id: 'a', place: inside(2), actions: [running('Ship')] },
        { id: 'b', place: waitingAt(2) },
      ]),
      ['b enters Deploy', 'b starts Ship'],
    ],
    [
      'waits before a disabled transition',
      facts('SUPERSEDED', [{ id: 'a', place: waitingAt(1) }], [{ stage: 'Build', side: 'Inbound' }]),
      [],
    ],
    [
      'waits behind a transition disabled on its way out',
      facts('SUPERSEDED', [{ id: 'a', place: waitingAt(1) }], [{ stage: 'Source', side: 'Outbound' }]),
      [],
    ],
    [
      'supersedes before a disabled transition too',
      facts(
        'SUPERSEDED',
        [
          { id: 'a', place: waitingAt(1) },
          { id: 'b', place: waitingAt(1) },
        ],
        [{ stage: 'Build', side: 'Inbound' }],
      ),
      ['a ends: Superseded'],
    ],
    [
      'goes on inside a stage whose transition is disabled',
      facts(
        'SUPERSEDED',
        [{ id: 'a', place: inside(1), actions: [succeeded('Compile'), succeeded('Lint')] }],
        [{ stage: 'Build', side: 'Inbound' }],
      ),
      ['a starts Test'],
    ],
    [
      'stops at once between stages',
      facts('SUPERSEDED', [{ id: 'a', place: waitingAt(1), ending: 'stop' }]),
      ['a ends: Stopped'],
    ],
    [
      'waits for running actions when it is stopped',
      facts('SUPERSEDED', [{ id: 'a', place: inside(2), actions: [running('Ship')], ending: 'stop' }]),
      [],
    ],
    [
      'starts nothing more once it is stopped',
      facts('SUPERSEDED', [
        { id: 'a', place: inside(1), actions: [succeeded('Compile'), succeeded('Lint')], ending: 'stop' },
      ]),
      ['a ends in Build: Stopped'],
    ],
    [
      'abandons running actions when told not to wait',
      facts('SUPERSEDED', [{ id: 'a', place: inside(2), actions: [running('Ship')], ending: 'abandon' }]),
      ['a abandons Ship', 'a ends in Deploy: Stopped'],
    ],
    [
      'tries a failed stage again once, if it was declared to',
      facts('SUPERSEDED', [
        {
          id: 'a',
          plan: failing({ result: 'RETRY', retry: 'FAILED_ACTIONS' }),
          place: inside(1),
          actions: [failed('Compile'), succeeded('Lint')],
        },
      ]),
      ['a retries Build: FAILED_ACTIONS', 'a starts Compile'],
    ],
    [
      'tries all actions again, if it was declared to',
      facts('SUPERSEDED', [
        {
          id: 'a',
          plan: failing({ result: 'RETRY', retry: 'ALL_ACTIONS' }),
          place: inside(1),
          actions: [failed('Compile'), succeeded('Lint')],
        },
      ]),
      ['a retries Build: ALL_ACTIONS', 'a starts Compile', 'a starts Lint'],
    ],
    [
      'fails when it has tried again',
      facts('SUPERSEDED', [
        {
          id: 'a',
          plan: failing({ result: 'RETRY', retry: 'FAILED_ACTIONS' }),
          place: inside(1),
          actions: [failed('Compile'), succeeded('Lint')],
          retried: true,
        },
      ]),
      ['a ends in Build: Failed'],
    ],
    [
      'is rolled back when a stage fails that was declared so',
      facts('SUPERSEDED', [
        {
          id: 'a',
          plan: failing({ result: 'ROLLBACK' }),
          place: inside(1),
          actions: [failed('Compile'), succeeded('Lint')],
        },
      ]),
      ['a ends in Build: Failed, and is rolled back'],
    ],
    [
      'goes on without a stage whose failure does not matter',
      facts('SUPERSEDED', [
        {
          id: 'a',
          plan: failing({ result: 'SKIP' }),
          place: inside(1),
          actions: [failed('Compile'), succeeded('Lint')],
        },
      ]),
      ['a leaves Build: Skipped', 'a enters Deploy', 'a starts Ship'],
    ],
    [
      'is not rolled back when it is a rollback itself',
      facts('SUPERSEDED', [
        {
          id: 'a',
          type: 'ROLLBACK',
          plan: failing({ result: 'ROLLBACK' }),
          place: inside(1),
          actions: [failed('Compile'), succeeded('Lint')],
        },
      ]),
      ['a ends in Build: Failed'],
    ],
    [
      'looks at its condition of entry before anything else',
      facts('SUPERSEDED', [{ id: 'a', plan: withHook('beforeEntry', 'FAIL'), place: waitingAt(1) }]),
      ['a enters Build', 'a looks at beforeEntry of Build'],
    ],
    [
      'starts its actions when every rule has passed',
      facts('SUPERSEDED', [
        {
          id: 'a',
          plan: withHook('beforeEntry', 'FAIL'),
          place: inside(1),
          conditions: [looking('beforeEntry', 'Succeeded', 'Succeeded')],
        },
      ]),
      ['a has seen beforeEntry of Build: Succeeded', 'a starts Compile', 'a starts Lint'],
    ],
    [
      'fails at the door when a rule has not passed, whatever the others do',
      facts('SUPERSEDED', [
        {
          id: 'a',
          plan: withHook('beforeEntry', 'FAIL'),
          place: inside(1),
          conditions: [looking('beforeEntry', 'InProgress', 'Failed')],
        },
      ]),
      ['a has seen beforeEntry of Build: Failed', 'a ends in Build: Failed'],
    ],
    [
      'skips a stage whose condition of entry is not met, if it was declared so',
      facts('SUPERSEDED', [
        {
          id: 'a',
          plan: withHook('beforeEntry', 'SKIP'),
          place: inside(1),
          conditions: [looking('beforeEntry', 'Failed', 'Succeeded')],
        },
      ]),
      ['a has seen beforeEntry of Build: Failed', 'a leaves Build: Skipped', 'a enters Deploy', 'a starts Ship'],
    ],
    [
      'looks at its condition of success when all actions have succeeded',
      facts('SUPERSEDED', [
        {
          id: 'a',
          plan: withHook('onSuccess', 'ROLLBACK'),
          place: inside(1),
          actions: [succeeded('Compile'), succeeded('Lint'), succeeded('Test')],
        },
      ]),
      ['a looks at onSuccess of Build'],
    ],
    [
      'is rolled back although all actions have succeeded when its condition of success is not met',
      facts('SUPERSEDED', [
        {
          id: 'a',
          plan: withHook('onSuccess', 'ROLLBACK'),
          place: inside(1),
          actions: [succeeded('Compile'), succeeded('Lint'), succeeded('Test')],
          conditions: [looking('onSuccess', 'Failed', 'Succeeded')],
        },
      ]),
      ['a has seen onSuccess of Build: Failed', 'a ends in Build: Failed, and is rolled back'],
    ],
    [
      'goes on when its condition was overridden',
      facts('SUPERSEDED', [
        {
          id: 'a',
          plan: withHook('onSuccess', 'FAIL'),
          place: inside(1),
          actions: [succeeded('Compile'), succeeded('Lint'), succeeded('Test')],
          conditions: [{ hook: 'onSuccess', status: 'Overridden', rules: [] }],
        },
      ]),
      ['a leaves Build: Succeeded', 'a enters Deploy', 'a starts Ship'],
    ],
    [
      'does not wait for its conditions when it is stopped',
      facts('SUPERSEDED', [
        {
          id: 'a',
          plan: withHook('beforeEntry', 'FAIL'),
          place: inside(1),
          conditions: [looking('beforeEntry', 'InProgress', 'InProgress')],
          ending: 'stop',
        },
      ]),
      ['a has seen beforeEntry of Build: Abandoned', 'a ends in Build: Stopped'],
    ],
    [
      'waits for what runs when its definition was updated',
      facts('SUPERSEDED', [{ id: 'a', place: inside(2), actions: [running('Ship')], ending: 'cancel' }]),
      [],
    ],
    [
      'is cancelled when its definition was updated',
      facts('SUPERSEDED', [{ id: 'a', place: inside(2), actions: [succeeded('Ship')], ending: 'cancel' }]),
      ['a ends in Deploy: Cancelled'],
    ],
  ])('%s', (_what, given, expected) => {
    expect(story(given)).toEqual(expected);
  });
});
