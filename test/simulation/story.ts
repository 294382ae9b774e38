import fc from 'fast-check';

/**
 * A story: what a simulated installation is, and what happens to it, step by step. All chance is in here, so the same story always
 * ends the same. Numbers pick among what is there when a step's turn has come, so a story without some of its steps is a story too,
 * which is how a failing one is made short.
 */
export interface Story {
  /** Servers that share the database. */
  readonly nodes: number;
  readonly pipelines: readonly PipelineStory[];
  readonly steps: readonly Step[];
}

export interface PipelineStory {
  readonly mode: Mode;
  /** The first stage's actions are sources. */
  readonly stages: readonly StageStory[];
}

export interface StageStory {
  readonly actions: readonly ActionStory[];
  /** What it does about its own failure, where its place and the mode allow it. */
  readonly onFailure: 'nothing' | 'RETRY' | 'RETRY ALL' | 'ROLLBACK' | 'SKIP';
  readonly beforeEntry: ConditionStory | null;
  readonly onSuccess: ConditionStory | null;
}

export interface ConditionStory {
  readonly result: 'FAIL' | 'ROLLBACK';
  /** What becomes of each evaluation of each rule. */
  readonly rules: readonly (readonly JobStory[])[];
}

export type Mode = 'SUPERSEDED' | 'QUEUED' | 'PARALLEL';

export interface ActionStory {
  readonly runOrder: number;
  /** An approval, or what becomes of the first attempt at the action, of the second, and so on, over and over. */
  readonly jobs: 'approval' | readonly JobStory[];
}

export interface JobStory {
  /** Milliseconds from the start to the end; null is never. */
  readonly takes: number | null;
  readonly ends: 'succeed' | 'fail' | 'refuse';
  /** How the pipeline hears of the end: by asking again and again, by a wake call, or not before the time-out. */
  readonly tells: 'poll' | 'wake' | 'nobody';
  /** How often the provider cannot be reached before it answers. */
  readonly unreachable: number;
}

export type Step =
  /** Something that is under way goes on: a transaction, a question to a provider, its answer, a wake-up, a timer. */
  | { readonly do: 'go-on'; readonly pick: number; readonly times: number }
  | { readonly do: 'let-time-pass'; readonly ms: number }
  | { readonly do: 'start'; readonly pipeline: number; readonly token: number | null }
  | { readonly do: 'push'; readonly pipeline: number }
  | { readonly do: 'stop'; readonly pick: number; readonly abandon: boolean }
  | { readonly do: 'retry'; readonly pick: number; readonly all: boolean }
  | { readonly do: 'roll-back'; readonly pick: number }
  | { readonly do: 'override'; readonly pick: number }
  | { readonly do: 'decide'; readonly pick: number; readonly approve: boolean }
  | { readonly do: 'close' | 'open'; readonly pipeline: number; readonly stage: number; readonly side: Side }
  | { readonly do: 'update'; readonly pipeline: number; readonly to: PipelineStory }
  | { readonly do: 'delete' | 'create' | 'look'; readonly pipeline: number }
  | { readonly do: 'crash'; readonly pick: number; readonly when: 'now' | 'before-commit' | 'after-commit' }
  | { readonly do: 'break'; readonly pick: number; readonly how: 'undone' | 'done-but-unknown' | 'deadlock' }
  | { readonly do: 'launch' | 'shut-down'; readonly pick: number }
  | { readonly do: 'lose' | 'double'; readonly pick: number }
  | { readonly do: 'nudge'; readonly pick: number };

export type Side = 'Inbound' | 'Outbound';

const pick = fc.nat({ max: 999 });
const pipelineIndex = fc.nat({ max: 1 });

const job: fc.Arbitrary<JobStory> = fc.record({
  takes: fc.oneof(
    { weight: 16, arbitrary: fc.constant(0) },
    { weight: 16, arbitrary: fc.integer({ min: 1, max: 10_000 }) },
    { weight: 1, arbitrary: fc.constant(400_000) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  ends: fc.oneof(
    { weight: 20, arbitrary: fc.constant('succeed' as const) },
    { weight: 2, arbitrary: fc.constant('fail' as const) },
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
const jobs = fc.array(job, { minLength: 1, maxLength: 2 });
const work: fc.Arbitrary<ActionStory> = fc.record({ runOrder, jobs });
const anyAction: fc.Arbitrary<ActionStory> = fc.oneof(
  { weight: 5, arbitrary: work },
  { weight: 1, arbitrary: fc.record({ runOrder, jobs: fc.constant('approval' as const) }) },
);

const condition: fc.Arbitrary<ConditionStory | null> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      result: fc.constantFrom<ConditionStory['result']>('FAIL', 'ROLLBACK'),
      rules: fc.array(jobs, { minLength: 1, maxLength: 2 }),
    }),
  },
);

const stage = (action: fc.Arbitrary<ActionStory>, maxLength: number): fc.Arbitrary<StageStory> =>
  fc.record({
    actions: fc.array(action, { minLength: 1, maxLength }),
    beforeEntry: condition,
    onSuccess: condition,
    onFailure: fc.oneof(
      { weight: 3, arbitrary: fc.constant('nothing' as const) },
      { weight: 1, arbitrary: fc.constantFrom<StageStory['onFailure']>('RETRY', 'RETRY ALL', 'ROLLBACK', 'SKIP') },
    ),
  });

export const pipelineStory: fc.Arbitrary<PipelineStory> = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.constant('SUPERSEDED' as const) },
      { weight: 3, arbitrary: fc.constant('QUEUED' as const) },
      { weight: 2, arbitrary: fc.constant('PARALLEL' as const) },
    ),
    stage(work, 2),
    fc.array(stage(anyAction, 3), { minLength: 1, maxLength: 3 }),
  )
  .map(([mode, sources, others]) => ({ mode, stages: [sources, ...others] }));

const nat = <Do extends Step['do']>(name: Do) => fc.record({ do: fc.constant(name), pick });
const onPipeline = <Do extends Step['do']>(name: Do) => fc.record({ do: fc.constant(name), pipeline: pipelineIndex });
const door = <Do extends Step['do']>(name: Do) =>
  fc.record({
    do: fc.constant(name),
    pipeline: pipelineIndex,
    stage: fc.nat({ max: 3 }),
    side: fc.constantFrom<Side>('Inbound', 'Outbound'),
  });

/** What clients ask for. */
const operations: readonly fc.WeightedArbitrary<Step>[] = [
  {
    weight: 16,
    arbitrary: fc.record({
      do: fc.constant('start' as const),
      pipeline: pipelineIndex,
      token: fc.option(fc.nat({ max: 3 }), { freq: 3, nil: null }),
    }),
  },
  { weight: 3, arbitrary: onPipeline('push' as const) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('stop' as const), pick, abandon: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('retry' as const), pick, all: fc.boolean() }) },
  { weight: 5, arbitrary: nat('roll-back' as const) },
  { weight: 4, arbitrary: nat('override' as const) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      pick,
      approve: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    }),
  },
  { weight: 2, arbitrary: door('close' as const) },
  { weight: 3, arbitrary: door('open' as const) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('update' as const), pipeline: pipelineIndex, to: pipelineStory }),
  },
  { weight: 1, arbitrary: onPipeline('delete' as const) },
  { weight: 2, arbitrary: onPipeline('create' as const) },
  { weight: 2, arbitrary: onPipeline('look' as const) },
];

/** What goes wrong. */
const faults: readonly fc.WeightedArbitrary<Step>[] = [
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

const course: readonly fc.WeightedArbitrary<Step>[] = [
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
];

const steps = (kinds: readonly fc.WeightedArbitrary<Step>[]) =>
  fc.array(fc.oneof(...kinds), { minLength: 0, maxLength: 160, size: 'max' });

/** One story in four is free of faults: what goes wrong there needs no excuse. */
export const story: fc.Arbitrary<Story> = fc.record({
  nodes: fc.integer({ min: 1, max: 3 }),
  pipelines: fc.array(pipelineStory, { minLength: 1, maxLength: 2 }),
  steps: fc.oneof(
    { weight: 1, arbitrary: steps([...course, ...operations]) },
    { weight: 3, arbitrary: steps([...course, ...operations, ...faults]) },
  ),
});

/** The story of a seed. */
export function storyOf(seed: number): Story {
  const [told] = fc.sample(fc.noBias(story), { seed, numRuns: 1 });
  if (told === undefined) throw new Error('A seed without a story');
  return told;
}
