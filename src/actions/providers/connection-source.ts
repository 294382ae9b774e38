import {
  ARTIFACT_FORMATS,
  CLONE_REFERENCE_TYPE,
  type CloneReference,
  writeCloneReference,
} from '../../artifacts/clone-reference.ts';
import { parseArn } from '../../kernel/arn.ts';
import type { Connections, GitAccess } from '../../ports/connections.ts';
import type { Objects } from '../../ports/objects.ts';
import type { FetchedCommit } from '../../ports/remote-repositories.ts';
import type { ActionProvider, ActionRun, Progress, RevisionOrigin } from '../action.ts';
import { hasReference, required } from '../configuration.ts';
import {
  commitReport,
  commitVariables,
  MAX_COMMIT_ARTIFACT,
  type RemoteCommitRooms,
  writeArtifact,
} from '../revision.ts';
import { sourceAction } from '../source-action.ts';

export interface ConnectionSourceRooms extends RemoteCommitRooms {
  readonly connections: Connections;
}

/**
 * A commit of a repository behind a connection: on GitHub, GitLab, Bitbucket or any git host.
 *
 * Gaps: the names of the variables of tags and pull requests (TagName, PullRequestId, PullRequestTitle, DestinationBranchName) and
 * ProviderType are unverified. AuthorId is the author's name, as commits know no account of their host. Git LFS objects stay pointers, submodules empty directories.
 */
export function connectionSource(rooms: ConnectionSourceRooms): ActionProvider {
  return {
    type: { category: 'Source', owner: 'AWS', provider: 'CodeStarSourceConnection', version: '1' },
    ...sourceAction((run) => fetchCommit(run, rooms)),
    configuration: [
      { name: 'ConnectionArn', required: true, description: 'Connection to the git host' },
      { name: 'FullRepositoryId', required: true, description: 'Repository there, such as owner/name' },
      { name: 'BranchName', required: true, description: 'Branch whose newest commit is taken' },
      { name: 'OutputArtifactFormat', required: false, description: 'CODE_ZIP or CODEBUILD_CLONE_REF' },
      { name: 'DetectChanges', required: false, description: 'true or false: whether pushes start the pipeline' },
    ],
    revisionTypes: ['COMMIT_ID'],
    outputVariables: [
      'AuthorDate',
      'AuthorDisplayName',
      'AuthorEmail',
      'AuthorId',
      'BranchName',
      'CommitId',
      'CommitMessage',
      'ConnectionArn',
      'FullRepositoryName',
      'ProviderType',
      'TagName',
      'PullRequestId',
      'PullRequestTitle',
      'DestinationBranchName',
    ],
    check: checkConfiguration,
  };
}

function checkConfiguration(configuration: Readonly<Record<string, string>>): string | undefined {
  const { ConnectionArn = '', OutputArtifactFormat: format = 'CODE_ZIP', DetectChanges = 'true' } = configuration;
  if (!hasReference(ConnectionArn) && !isConnectionArn(ConnectionArn))
    return `ConnectionArn ${ConnectionArn} is not the ARN of a connection`;
  if (!ARTIFACT_FORMATS.includes(format)) return `OutputArtifactFormat must be one of ${ARTIFACT_FORMATS.join(', ')}`;
  if (DetectChanges !== 'true' && DetectChanges !== 'false') return 'DetectChanges must be true or false';
  return undefined;
}

function isConnectionArn(text: string): boolean {
  const arn = parseArn(text);
  return (
    arn !== undefined &&
    (arn.service === 'codestar-connections' || arn.service === 'codeconnections') &&
    arn.resource.startsWith('connection/')
  );
}

async function fetchCommit(
  run: ActionRun,
  { connections, remotes, objects }: ConnectionSourceRooms,
): Promise<Progress> {
  const connectionArn = required(run, 'ConnectionArn');
  const fullRepositoryId = required(run, 'FullRepositoryId');
  const branch = run.revisionOverride?.origin?.branch ?? required(run, 'BranchName');
  const access = await connections.access(run.account, connectionArn, fullRepositoryId);
  const providerType = (await connections.find(connectionArn))?.providerType;
  const wanted = { branch, commitId: run.revisionOverride?.value };
  return remotes.fetch(access, wanted, async (fetched) => {
    const { commitId } = fetched.commit;
    const reference = { kind: 'connection', connectionArn, fullRepositoryId, branchName: branch, commitId } as const;
    await writeOutput(run, objects, { fetched, reference });
    return succeeded(run, fetched, { access, branch, providerType });
  });
}

async function writeOutput(
  run: ActionRun,
  objects: Objects,
  { fetched, reference }: { readonly fetched: FetchedCommit; readonly reference: CloneReference },
): Promise<void> {
  const limit = MAX_COMMIT_ARTIFACT;
  if (run.configuration.OutputArtifactFormat === 'CODEBUILD_CLONE_REF')
    await writeArtifact(run, objects, {
      body: writeCloneReference(reference),
      contentType: CLONE_REFERENCE_TYPE,
      limit,
    });
  else await writeArtifact(run, objects, { body: fetched.archive(), limit });
}

interface Place {
  readonly access: GitAccess;
  readonly branch: string;
  readonly providerType: string | undefined;
}

function succeeded(run: ActionRun, { commit }: FetchedCommit, { access, branch, providerType }: Place): Progress {
  const url = access.commitPages && `${access.commitPages}${commit.commitId}`;
  return {
    kind: 'succeeded',
    ...commitReport(commit, url),
    outputVariables: {
      ...commitVariables(commit),
      AuthorDisplayName: commit.authorName,
      AuthorEmail: commit.authorEmail,
      AuthorId: commit.authorName,
      BranchName: branch,
      ConnectionArn: required(run, 'ConnectionArn'),
      FullRepositoryName: required(run, 'FullRepositoryId'),
      ...(providerType === undefined ? {} : { ProviderType: providerType }),
      ...originVariables(run.revisionOverride?.origin),
    },
  };
}

function originVariables({ tag, pullRequest }: RevisionOrigin = {}): Record<string, string> {
  return {
    ...(tag === undefined ? {} : { TagName: tag }),
    ...(pullRequest === undefined
      ? {}
      : {
          PullRequestId: pullRequest.id,
          PullRequestTitle: pullRequest.title,
          DestinationBranchName: pullRequest.targetBranch,
        }),
  };
}
