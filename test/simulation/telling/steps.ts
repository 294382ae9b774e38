import fc from 'fast-check';
import type { DeliveryStory, JobAnswer, Side, Step } from '../story.ts';
import { mode, pipelineStory, USUAL } from './pipelines.ts';

export type Weighted = fc.WeightedArbitrary<Step>;

const pick = fc.nat({ max: 999 });
const pipeline = fc.nat({ max: 1 });
const source = fc.nat({ max: 1 });

const nat = <Do extends Step['do']>(name: Do) => fc.record({ do: fc.constant(name), pick });
const onPipeline = <Do extends Step['do']>(name: Do) => fc.record({ do: fc.constant(name), pipeline });
const door = <Do extends Step['do']>(name: Do) =>
  fc.record({
    do: fc.constant(name),
    pipeline,
    stage: fc.nat({ max: 3 }),
    side: fc.constantFrom<Side>('Inbound', 'Outbound'),
  });

const start: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('start' as const),
  pipeline,
  token: fc.option(fc.nat({ max: 3 }), { freq: 3, nil: null }),
  go: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});
const decide: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('decide' as const),
  pick,
  approve: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});

/** In every story. */
export const EVERYDAY: readonly Weighted[] = [
  {
    weight: 60,
    arbitrary: fc.record({ do: fc.constant('go-on' as const), pick, times: fc.integer({ min: 1, max: 20 }) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('let-time-pass' as const),
      ms: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 1, max: 3000 }) },
        { weight: 2, arbitrary: fc.integer({ min: 3000, max: 20_000 }) },
        { weight: 1, arbitrary: fc.constant(330_000) },
      ),
    }),
  },
  { weight: 14, arbitrary: start },
  { weight: 6, arbitrary: decide },
  { weight: 2, arbitrary: onPipeline('look' as const) },
];

const DAY_MS = 24 * 3600_000;

/** What befits pipelines whose actions are done by workers. */
export const WORKERS: readonly Weighted[] = [
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('poll-jobs' as const),
      pick,
      batch: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 8, arbitrary: nat('acknowledge' as const) },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constant('answer-job' as const),
      pick,
      how: fc.constantFrom<JobAnswer>('succeed', 'succeed', 'continue', 'fail'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('let-time-pass' as const), ms: fc.constant(61_000) }) },
];

/** What befits pipelines with many conditions. */
export const OVERRIDES: readonly Weighted[] = [{ weight: 5, arbitrary: nat('override' as const) }];

/** Each story has some of these, so that it has more of those it has. */
export const THEMES: readonly (readonly Weighted[])[] = [
  [
    { weight: 3, arbitrary: fc.record({ do: fc.constant('stop' as const), pick, abandon: fc.boolean() }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('retry' as const), pick, all: fc.boolean() }) },
  ],
  [{ weight: 6, arbitrary: nat('roll-back' as const) }],
  [
    { weight: 3, arbitrary: door('close' as const) },
    { weight: 4, arbitrary: door('open' as const) },
  ],
  [
    { weight: 1, arbitrary: fc.record({ do: fc.constant('update' as const), pipeline, to: pipelineStory(USUAL) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('change-mode' as const), pipeline, mode }) },
  ],
  [
    { weight: 1, arbitrary: onPipeline('delete' as const) },
    { weight: 2, arbitrary: onPipeline('create' as const) },
  ],
  [
    { weight: 3, arbitrary: onPipeline('push' as const) },
    { weight: 2, arbitrary: onPipeline('hook' as const) },
    { weight: 1, arbitrary: onPipeline('unhook' as const) },
    {
      weight: 9,
      arbitrary: fc.record({
        do: fc.constant('deliver' as const),
        pipeline,
        how: fc.constantFrom<DeliveryStory>('well', 'well', 'unsigned', 'other branch'),
      }),
    },
  ],
  [
    { weight: 5, arbitrary: fc.record({ do: fc.constant('commit' as const), pipeline, source }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('put-revision' as const),
        pipeline,
        source,
        revision: fc.nat({ max: 2 }),
      }),
    },
  ],
  WORKERS,
  OVERRIDES,
  [
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('let-time-pass' as const),
        ms: fc.constantFrom(10 * DAY_MS, 31 * DAY_MS),
      }),
    },
  ],
];

/** What goes wrong. */
export const FAULTS: readonly Weighted[] = [
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      pick,
      when: fc.constantFrom<'now' | 'before-commit' | 'after-commit'>('now', 'before-commit', 'after-commit'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('break' as const),
      pick,
      how: fc.constantFrom<'undone' | 'done-but-unknown' | 'deadlock'>('undone', 'done-but-unknown', 'deadlock'),
    }),
  },
  { weight: 4, arbitrary: nat('launch' as const) },
  { weight: 1, arbitrary: nat('shut-down' as const) },
  { weight: 3, arbitrary: nat('lose' as const) },
  { weight: 2, arbitrary: nat('double' as const) },
  { weight: 2, arbitrary: nat('nudge' as const) },
];
