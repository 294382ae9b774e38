import fc from 'fast-check';
import type { Step, Story } from '../story.ts';
import { flavour, pipelineStory, USUAL } from './pipelines.ts';
import { EVERYDAY, FAULTS, OVERRIDES, THEMES, type Weighted, WORKERS } from './steps.ts';

/** One story in four is free of faults: what goes wrong there needs no excuse. */
const stepsFor = (befitting: readonly Weighted[]): fc.Arbitrary<readonly Step[]> =>
  fc
    .tuple(
      fc.subarray([...THEMES], { minLength: 1, maxLength: 4 }),
      fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: fc.constant(FAULTS) }),
    )
    .chain(([themes, faults]) => {
      const kinds = [...EVERYDAY, ...befitting, ...themes.flat(), ...faults];
      return fc.array(fc.oneof(...kinds), { minLength: 20, maxLength: 160, size: 'max' });
    });

const story: fc.Arbitrary<Story> = flavour.chain((given) =>
  fc.record({
    nodes: fc.integer({ min: 1, max: 3 }),
    pipelines: fc.array(pipelineStory(given), { minLength: 1, maxLength: 2 }),
    steps: stepsFor([
      ...(given.workers > USUAL.workers ? WORKERS : []),
      ...(given.conditions > USUAL.conditions ? OVERRIDES : []),
    ]),
  }),
);

/** The story of a seed. */
export function storyOf(seed: number): Story {
  const [told] = fc.sample(fc.noBias(story), { seed, numRuns: 1 });
  if (told === undefined) throw new Error('A seed without a story');
  return told;
}
