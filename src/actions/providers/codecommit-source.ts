import { ARTIFACT_FORMATS, CLONE_REFERENCE_TYPE, writeCloneReference } from '../../artifacts/clone-reference.ts';
import type { ConsoleLinks } from '../../kernel/console-links.ts';
import { branchPlace } from '../../kernel/source-place.ts';
import type { Objects } from '../../ports/objects.ts';
import type { CommitInfo, Repositories, RepositoryRef } from '../../ports/repositories.ts';
import type { ActionProvider, ActionRun, DeclaredSource, Progress } from '../action.ts';
import { isBoolean, required } from '../configuration.ts';
import { commitReport, commitVariables, MAX_COMMIT_ARTIFACT, writeArtifact } from '../revision.ts';
import { sourceAction } from '../source-action.ts';

export interface CodeCommitSourceRooms {
  readonly repositories: Repositories;
  readonly objects: Objects;
  readonly links: (region: string) => ConsoleLinks;
}

/** A commit of a repository on this server. */
export function codecommitSource(rooms: CodeCommitSourceRooms): ActionProvider {
  return {
    type: { category: 'Source', owner: 'AWS', provider: 'CodeCommit', version: '1' },
    ...sourceAction((run) => fetchCommit(run, rooms)),
    configuration: [
      { name: 'RepositoryName', required: true, description: 'Name of the repository' },
      { name: 'BranchName', required: true, description: 'Branch whose newest commit is taken' },
      {
        name: 'PollForSourceChanges',
        required: false,
        description: 'false where something else starts the pipeline; true without it',
      },
      { name: 'OutputArtifactFormat', required: false, description: 'CODE_ZIP or CODEBUILD_CLONE_REF' },
    ],
    revisionTypes: ['COMMIT_ID'],
    polling: {
      place: (source) => branchPlace(repositoryOf(source), source.configuration.BranchName ?? ''),
      newest: async (source) => {
        const tip = await rooms.repositories.tip(repositoryOf(source), source.configuration.BranchName ?? '');
        return tip?.commitId;
      },
    },
    outputVariables: [
      'RepositoryName',
      'BranchName',
      'CommitId',
      'CommitMessage',
      'AuthorDate',
      'CommitterDate',
      'TagName',
    ],
    check: ({ OutputArtifactFormat: format = 'CODE_ZIP', PollForSourceChanges: polls = 'true' }) => {
      if (!ARTIFACT_FORMATS.includes(format))
        return `OutputArtifactFormat must be one of ${ARTIFACT_FORMATS.join(', ')}`;
      return isBoolean(polls) ? undefined : 'PollForSourceChanges must be true or false';
    },
    links: ({ region, configuration: { RepositoryName } }) =>
      RepositoryName ? { entityUrl: rooms.links(region).repository(RepositoryName) } : {},
  };
}

function repositoryOf({ account, region, configuration }: DeclaredSource): RepositoryRef {
  return { account, region, repositoryName: configuration.RepositoryName ?? '' };
}

async function fetchCommit(run: ActionRun, { repositories, objects, links }: CodeCommitSourceRooms): Promise<Progress> {
  const repositoryName = required(run, 'RepositoryName');
  const { branch = required(run, 'BranchName'), tag } = run.revisionOverride?.origin ?? {};
  const repository = { account: run.account, region: run.region, repositoryName };
  const commit = await findCommit(run, repositories, { repository, branch });
  if (commit === undefined) {
    return {
      kind: 'failed',
      code: 'ConfigurationError',
      message: `The repository ${repositoryName} has no branch ${branch}`,
    };
  }
  const { commitId } = commit;
  if (run.configuration.OutputArtifactFormat === 'CODEBUILD_CLONE_REF') {
    const body = writeCloneReference({ kind: 'codecommit', repositoryName, branchName: branch, commitId });
    await writeArtifact(run, objects, { body, contentType: CLONE_REFERENCE_TYPE, limit: MAX_COMMIT_ARTIFACT });
  } else {
    const body = await repositories.archive(repository, commitId);
    await writeArtifact(run, objects, { body, limit: MAX_COMMIT_ARTIFACT });
  }
  const url = links(run.region).commit(repositoryName, commitId);
  return {
    kind: 'succeeded',
    ...commitReport(commit, url),
    outputVariables: {
      ...commitVariables(commit),
      RepositoryName: repositoryName,
      BranchName: branch,
      CommitterDate: commit.committerDate,
      ...(tag === undefined ? {} : { TagName: tag }),
    },
  };
}

interface Place {
  readonly repository: RepositoryRef;
  readonly branch: string;
}

function findCommit(
  { revisionOverride }: ActionRun,
  repositories: Repositories,
  { repository, branch }: Place,
): Promise<CommitInfo | undefined> {
  if (revisionOverride === undefined) return repositories.tip(repository, branch);
  return repositories.commit(repository, revisionOverride.value);
}
