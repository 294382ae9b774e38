import type { Objects } from '../ports/objects.ts';
import type { CommitInfo, Repositories, RepositoryRef } from '../ports/repositories.ts';
import type { ActionProvider, ActionRun, Progress } from './action.ts';
import { firstOutput, required } from './configuration.ts';

/** Gaps: PollForSourceChanges is accepted and starts nothing: an event rule does. CODEBUILD_CLONE_REF is refused. */
export function codecommitSource(rooms: {
  readonly repositories: Repositories;
  readonly objects: Objects;
}): ActionProvider {
  const start = (run: ActionRun) => fetchRevision(run, rooms.repositories, rooms.objects);
  return {
    type: { category: 'Source', owner: 'AWS', provider: 'CodeCommit', version: '1' },
    inputs: { min: 0, max: 0 },
    outputs: { min: 1, max: 1 },
    configuration: [
      { name: 'RepositoryName', required: true, description: 'Name of the repository' },
      { name: 'BranchName', required: true, description: 'Branch whose newest commit is taken' },
      {
        name: 'PollForSourceChanges',
        required: false,
        description: 'true or false; an event rule starts the pipeline here',
      },
      { name: 'OutputArtifactFormat', required: false, description: 'CODE_ZIP' },
    ],
    revisionTypes: ['COMMIT_ID'],
    outputVariables: ['RepositoryName', 'BranchName', 'CommitId', 'CommitMessage', 'AuthorDate', 'CommitterDate'],
    timeoutMinutes: 60,
    check: ({ OutputArtifactFormat: format = 'CODE_ZIP' }) =>
      format === 'CODE_ZIP'
        ? undefined
        : `OutputArtifactFormat ${format} is not implemented by this server: use CODE_ZIP`,
    start,
    poll: start,
    stop: async () => {},
  };
}

async function fetchRevision(run: ActionRun, repositories: Repositories, objects: Objects): Promise<Progress> {
  const repositoryName = required(run, 'RepositoryName');
  const branch = required(run, 'BranchName');
  const repository = { account: run.account, region: run.region, repositoryName };
  const commit = await findCommit(run, repositories, repository, branch);
  if (commit === undefined) {
    return {
      kind: 'failed',
      code: 'ConfigurationError',
      message: `The repository ${repositoryName} has no branch ${branch}`,
    };
  }
  const output = firstOutput(run);
  await objects.write({
    account: run.account,
    region: run.region,
    bucket: output.bucket,
    key: output.key,
    body: await repositories.archive(repository, commit.commitId),
    contentType: 'application/zip',
  });
  return {
    kind: 'succeeded',
    externalExecutionId: commit.commitId,
    summary: firstLine(commit.message),
    revision: {
      revisionId: commit.commitId,
      revisionSummary: firstLine(commit.message),
      created: Date.parse(commit.committerDate),
    },
    outputVariables: {
      RepositoryName: repositoryName,
      BranchName: branch,
      CommitId: commit.commitId,
      CommitMessage: commit.message,
      AuthorDate: commit.authorDate,
      CommitterDate: commit.committerDate,
    },
  };
}

function findCommit(
  { revisionOverride }: ActionRun,
  repositories: Repositories,
  repository: RepositoryRef,
  branch: string,
): Promise<CommitInfo | undefined> {
  if (revisionOverride === undefined) return repositories.tip(repository, branch);
  return repositories.commit(repository, revisionOverride.value);
}

function firstLine(message: string): string | undefined {
  const [line = ''] = message.split('\n');
  return line === '' ? undefined : line.slice(0, 2048);
}
