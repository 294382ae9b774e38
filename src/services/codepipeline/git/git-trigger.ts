import type { GitEvent, GitPullRequest, GitPush } from '../../../ports/git-events.ts';
import type { GitConfiguration, GitPullRequestFilter, GitPushFilter } from '../shapes.ts';
import { compileGlob } from './git-glob.ts';

/** What starts a pipeline at a git source: filters, or simply a push to the branch of its configuration. */
export type GitTrigger =
  | { readonly kind: 'filters'; readonly filters: GitConfiguration }
  | { readonly kind: 'branch'; readonly branch: string };

/** `paths needed`: it depends on the changed paths, which the event does not tell. */
export type Meant = 'yes' | 'no' | 'paths needed';

/**
 * Whether a trigger means an event. Pure. One matching filter is enough; in a filter all criteria must match; what is excluded is
 * not included; of changed paths one must match. Branches of a pull request are those it is to be merged into.
 */
export function isMeant(
  trigger: GitTrigger,
  { change, changedPaths }: Pick<GitEvent, 'change' | 'changedPaths'>,
): Meant {
  if (trigger.kind === 'branch') return isPushTo(change, trigger.branch) ? 'yes' : 'no';
  const { push = [], pullRequest = [] } = trigger.filters;
  const answers =
    change.kind === 'push'
      ? push.map((filter) => meansPush(filter, change, changedPaths))
      : pullRequest.map((filter) => meansPullRequest(filter, change, changedPaths));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('paths needed') ? 'paths needed' : 'no';
}

function isPushTo(change: GitEvent['change'], branch: string): boolean {
  return change.kind === 'push' && change.reference.type === 'branch' && change.reference.name === branch;
}

function meansPush({ tags, branches, filePaths }: GitPushFilter, { reference }: GitPush, paths: Paths): Meant {
  const { type, name } = reference;
  if (type === 'tag') return tags !== undefined && passes(tags, name) ? 'yes' : 'no';
  if (tags !== undefined || !passes(branches, name)) return 'no';
  return touches(filePaths, paths);
}

function meansPullRequest(
  { events = ['OPEN', 'UPDATED', 'CLOSED'], branches, filePaths }: GitPullRequestFilter,
  { event, targetBranch }: GitPullRequest,
  paths: Paths,
): Meant {
  if (!events.includes(event) || !passes(branches, targetBranch)) return 'no';
  return touches(filePaths, paths);
}

type Paths = readonly string[] | undefined;

interface Criterion {
  readonly includes?: readonly string[] | undefined;
  readonly excludes?: readonly string[] | undefined;
}

function touches(criterion: Criterion | undefined, paths: Paths): Meant {
  if (criterion === undefined) return 'yes';
  if (paths === undefined) return 'paths needed';
  const test = testOf(criterion);
  return paths.some(test) ? 'yes' : 'no';
}

function passes(criterion: Criterion | undefined, name: string): boolean {
  return criterion === undefined || testOf(criterion)(name);
}

/** Without includes everything is included. */
function testOf({ includes, excludes = [] }: Criterion): (text: string) => boolean {
  const included = includes?.map(compileGlob);
  const excluded = excludes.map(compileGlob);
  return (text) =>
    (included === undefined || included.some((glob) => glob?.(text))) && !excluded.some((glob) => glob?.(text));
}
