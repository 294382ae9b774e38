import fc from 'fast-check';
import type { ActionStory, ConditionStory, JobStory, Mode, PipelineStory, StageStory } from '../story.ts';

/** What there is much of in the pipelines of one story: weights against what is usual. */
export interface Flavour {
  readonly workers: number;
  readonly conditions: number;
  readonly failures: number;
}

export const flavour: fc.Arbitrary<Flavour> = fc.record({
  workers: fc.constantFrom(1, 2, 12),
  conditions: fc.constantFrom(1, 1, 6),
  failures: fc.constantFrom(2, 2, 10),
});

export const USUAL: Flavour = { workers: 2, conditions: 1, failures: 2 };

const jobOf = ({ failures }: Flavour): fc.Arbitrary<JobStory> =>
  fc.record({
    takes: fc.oneof(
      { weight: 16, arbitrary: fc.constant(0) },
      { weight: 16, arbitrary: fc.integer({ min: 1, max: 10_000 }) },
      { weight: 1, arbitrary: fc.constant(400_000) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    ends: fc.oneof(
      { weight: 20, arbitrary: fc.constant('succeed' as const) },
      { weight: failures, arbitrary: fc.constant('fail' as const) },
      { weight: 1, arbitrary: fc.constant('refuse' as const) },
    ),
    tells: fc.oneof(
      { weight: 8, arbitrary: fc.constant('poll' as const) },
      { weight: 8, arbitrary: fc.constant('wake' as const) },
      { weight: 1, arbitrary: fc.constant('nobody' as const) },
    ),
    unreachable: fc.oneof(
      { weight: 12, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
    ),
  });

const runOrder = fc.integer({ min: 1, max: 3 });
const jobsOf = (given: Flavour) => fc.array(jobOf(given), { minLength: 1, maxLength: 3 });

const sourceOf = (given: Flavour): fc.Arbitrary<ActionStory> =>
  fc.record({
    runOrder,
    jobs: fc.oneof(
      { weight: 9, arbitrary: jobsOf(given) },
      { weight: given.workers, arbitrary: fc.constant('worker' as const) },
    ),
    watched: fc.constantFrom<ActionStory['watched']>('no', 'no', 'told', 'asked'),
  });

const actionOf = (given: Flavour): fc.Arbitrary<ActionStory> =>
  fc.record({
    runOrder,
    jobs: fc.oneof(
      { weight: 9, arbitrary: jobsOf(given) },
      { weight: 2, arbitrary: fc.constant('approval' as const) },
      { weight: given.workers, arbitrary: fc.constant('worker' as const) },
    ),
    watched: fc.constant<ActionStory['watched']>('no'),
  });

const conditionOf = (given: Flavour): fc.Arbitrary<ConditionStory> =>
  fc.record({
    result: fc.constantFrom<ConditionStory['result']>('FAIL', 'ROLLBACK', 'SKIP', 'RETRY'),
    rules: fc.array(jobsOf(given), { minLength: 1, maxLength: 2 }),
  });

const perhapsCondition = (given: Flavour): fc.Arbitrary<ConditionStory | null> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: given.conditions, arbitrary: conditionOf(given) });

const stage = (given: Flavour, action: fc.Arbitrary<ActionStory>, maxLength: number): fc.Arbitrary<StageStory> =>
  fc.record({
    actions: fc.array(action, { minLength: 1, maxLength }),
    beforeEntry: perhapsCondition(given),
    onSuccess: perhapsCondition(given),
    onFailure: fc.oneof(
      { weight: 4, arbitrary: fc.constant('nothing' as const) },
      { weight: 2, arbitrary: fc.constantFrom<StageStory['onFailure']>('RETRY', 'RETRY ALL', 'ROLLBACK', 'SKIP') },
      { weight: given.conditions, arbitrary: conditionOf(given) },
    ),
  });

export const mode: fc.Arbitrary<Mode> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('SUPERSEDED' as const) },
  { weight: 3, arbitrary: fc.constant('QUEUED' as const) },
  { weight: 2, arbitrary: fc.constant('PARALLEL' as const) },
);

export const pipelineStory = (given: Flavour): fc.Arbitrary<PipelineStory> =>
  fc
    .tuple(
      mode,
      stage(given, sourceOf(given), 2),
      fc.array(stage(given, actionOf(given), 3), { minLength: 1, maxLength: 3 }),
    )
    .map(([chosen, sources, others]) => ({ mode: chosen, stages: [sources, ...others] }));
