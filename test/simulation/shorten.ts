import type { Place } from './place.ts';
import { play } from './play.ts';
import type { ActionStory, PipelineStory, Story } from './story.ts';

/** The shortest story found that ends as badly: every part is left out that can be. */
export async function shorten(story: Story, budgetMs: number, open: () => Promise<Place>): Promise<Story> {
  const deadline = performance.now() + budgetMs;
  const wanted = kindOf(await play(story, open));
  const isAsBad = async (candidate: Story) =>
    performance.now() < deadline && kindOf(await play(candidate, open)) === wanted;
  let best = story;
  for (let before = ''; before !== JSON.stringify(best) && performance.now() < deadline; ) {
    before = JSON.stringify(best);
    best = await withoutSteps(best, isAsBad);
    for (const candidate of simpler(best)) if (await isAsBad(candidate)) best = candidate;
  }
  return best;
}

type Test = (candidate: Story) => Promise<boolean>;

/** Leaves out halves, then quarters, down to single steps. */
async function withoutSteps(story: Story, isAsBad: Test): Promise<Story> {
  let best = story;
  for (let size = Math.ceil(best.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = best.steps.length - size; start > -size; start -= size) {
      const from = Math.max(start, 0);
      const candidate = { ...best, steps: best.steps.toSpliced(from, start + size - from) };
      if (await isAsBad(candidate)) best = candidate;
    }
  }
  return best;
}

/** The same story with one thing made simpler. */
function* simpler(story: Story): Generator<Story> {
  if (story.nodes > 1) yield { ...story, nodes: story.nodes - 1 };
  if (story.pipelines.length > 1) yield { ...story, pipelines: story.pipelines.slice(0, 1) };
  for (const [index, pipeline] of story.pipelines.entries())
    for (const smaller of smallerPipelines(pipeline))
      yield { ...story, pipelines: story.pipelines.with(index, smaller) };
  for (const [index, step] of story.steps.entries())
    if ('pick' in step && step.pick > 0) yield { ...story, steps: story.steps.with(index, { ...step, pick: 0 }) };
}

function* smallerPipelines({ mode, stages }: PipelineStory): Generator<PipelineStory> {
  for (const [index, stage] of stages.entries()) {
    if (index > 0 && stages.length > 2) yield { mode, stages: stages.toSpliced(index, 1) };
    if (stage.onFailure !== 'nothing') yield { mode, stages: stages.with(index, { ...stage, onFailure: 'nothing' }) };
    for (const hook of ['beforeEntry', 'onSuccess'] as const)
      if (stage[hook] !== null) yield { mode, stages: stages.with(index, { ...stage, [hook]: null }) };
    const { actions } = stage;
    const withActions = (changed: readonly ActionStory[]) => ({
      mode,
      stages: stages.with(index, { ...stage, actions: changed }),
    });
    for (const [number, action] of actions.entries()) {
      if (actions.length > 1) yield withActions(actions.toSpliced(number, 1));
      if (typeof action.jobs === 'string') continue;
      const instant = { ...action, jobs: [{ takes: 0, ends: 'succeed', tells: 'poll', unreachable: 0 }] } as const;
      if (JSON.stringify(instant) !== JSON.stringify(action)) yield withActions(actions.with(number, instant));
    }
  }
}

/** What was broken first, without the names and numbers of this story. */
export function kindOf({ violations: [first] }: { readonly violations: readonly string[] }): string | undefined {
  return first?.replaceAll(/#\d+ \(\w+\)|\d+|\b(Source|Build|Deploy|Verify|A\d|alpha|beta)\b/g, '').split('\n')[0];
}
