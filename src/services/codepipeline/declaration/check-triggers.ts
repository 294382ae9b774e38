import { invalidStructure } from '../errors.ts';
import { compileGlob } from '../git/git-glob.ts';
import type {
  ActionDeclaration,
  GitConfiguration,
  GitPullRequestFilter,
  GitPushFilter,
  PipelineDeclaration,
  PipelineTriggerDeclaration,
} from '../shapes.ts';
import { repeated } from './repeated.ts';

const TRIGGERED: readonly string[] = ['CodeStarSourceConnection', 'CodeCommit'];

/**
 * Git triggers: each belongs to a connection source of the first stage, or as our own extension to a CodeCommit source, and its
 * filters go together.
 */
export function checkTriggers({ stages, triggers = [] }: PipelineDeclaration): void {
  const connections = (stages[0]?.actions ?? [])
    .filter(({ actionTypeId }) => TRIGGERED.includes(actionTypeId.provider))
    .map(({ name }) => name);
  if (triggers.some((trigger) => !connections.includes(sourceOf(trigger)))) {
    throw invalidStructure('Triggers for connections must reference a CodeStarSourceConnection action.');
  }
  const twice = repeated(triggers.map(sourceOf));
  if (twice !== undefined) throw invalidStructure(`Source action '${twice}' has more than one trigger`);
  for (const { gitConfiguration } of triggers) checkFilters(gitConfiguration);
  checkPullRequests(stages[0]?.actions ?? [], triggers);
}

/** Repositories served here have no pull requests: such a trigger would never start anything. */
function checkPullRequests(
  sources: readonly ActionDeclaration[],
  triggers: readonly PipelineTriggerDeclaration[],
): void {
  for (const { gitConfiguration } of triggers) {
    const source = sources.find(({ name }) => name === gitConfiguration.sourceActionName);
    if (source?.actionTypeId.provider === 'CodeCommit' && gitConfiguration.pullRequest !== undefined)
      throw invalidStructure(
        `Source action '${source.name}' is a CodeCommit action: pull requests of CodeCommit are not implemented by this server`,
      );
  }
}

function sourceOf({ gitConfiguration }: PipelineTriggerDeclaration): string {
  return gitConfiguration.sourceActionName;
}

function checkFilters({ sourceActionName, push = [], pullRequest = [] }: GitConfiguration): void {
  const place = `the trigger of source action '${sourceActionName}'`;
  for (const filter of push) checkPush(filter, place);
  for (const filter of pullRequest) checkPullRequest(filter, place);
}

function checkPush({ tags, branches, filePaths }: GitPushFilter, place: string): void {
  if (tags !== undefined && (branches !== undefined || filePaths !== undefined))
    throw invalidStructure(`Tags cannot be combined with branches or file paths in a push filter of ${place}`);
  if (filePaths !== undefined && branches === undefined)
    throw invalidStructure(`File paths need branches in a push filter of ${place}`);
  checkPatterns([tags, branches, filePaths], `a push filter of ${place}`);
}

function checkPullRequest({ branches, filePaths }: GitPullRequestFilter, place: string): void {
  if (branches === undefined) throw invalidStructure(`A pull request filter of ${place} must have branches`);
  checkPatterns([branches, filePaths], `a pull request filter of ${place}`);
}

interface Patterns {
  readonly includes?: readonly string[] | undefined;
  readonly excludes?: readonly string[] | undefined;
}

function checkPatterns(all: readonly (Patterns | undefined)[], place: string): void {
  const given = all.filter((patterns) => patterns !== undefined);
  if (given.length === 0) throw invalidStructure(`There is nothing to filter by in ${place}`);
  if (given.some(({ includes, excludes }) => includes === undefined && excludes === undefined))
    throw invalidStructure(`There are neither includes nor excludes in ${place}`);
  const patterns = given.flatMap(({ includes = [], excludes = [] }) => [...includes, ...excludes]);
  const wrong = patterns.find((pattern) => compileGlob(pattern) === undefined);
  if (wrong !== undefined) throw invalidStructure(`'${wrong}' is not a glob pattern in ${place}`);
}
