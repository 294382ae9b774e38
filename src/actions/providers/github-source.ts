import { ServiceError } from '../../kernel/service-error.ts';
import type { GitAccess } from '../../ports/connections.ts';
import type { ActionProvider, ActionRun, Progress } from '../action.ts';
import { isBoolean, required } from '../configuration.ts';
import {
  commitReport,
  commitVariables,
  MAX_COMMIT_ARTIFACT,
  type RemoteCommitRooms,
  writeArtifact,
} from '../revision.ts';
import { sourceAction } from '../source-action.ts';

export interface GitHubSourceRooms extends RemoteCommitRooms {
  /** Base URL, such as `https://github.com`. */
  readonly githubUrl: string;
}

/** A commit of a repository on GitHub, by a token in the action: version 1, before there were connections. */
export function githubSource(rooms: GitHubSourceRooms): ActionProvider {
  return {
    type: { category: 'Source', owner: 'ThirdParty', provider: 'GitHub', version: '1' },
    ...sourceAction((run) => fetchCommit(run, rooms)),
    configuration: [
      { name: 'Owner', required: true, description: 'Organization or user that owns the repository' },
      { name: 'Repo', required: true, description: 'Name of the repository' },
      { name: 'Branch', required: true, description: 'Branch whose newest commit is taken' },
      { name: 'OAuthToken', required: true, secret: true, description: 'Token that may read the repository' },
      {
        name: 'PollForSourceChanges',
        required: false,
        description: 'true or false: whether the repository is asked for changes',
      },
    ],
    revisionTypes: ['COMMIT_ID'],
    polling: {
      // GitHub tells webhooks only, which are pipelines' own to have.
      place: () => undefined,
      newest: ({ configuration }) =>
        rooms.remotes.tip(accessOf({ configuration }, rooms.githubUrl), configuration.Branch ?? ''),
    },
    outputVariables: [
      'AuthorDate',
      'BranchName',
      'CommitId',
      'CommitMessage',
      'CommitterDate',
      'CommitUrl',
      'RepositoryName',
    ],
    check: ({ PollForSourceChanges: polls = 'true' }) =>
      isBoolean(polls) ? undefined : 'PollForSourceChanges must be true or false',
    links: ({ configuration: { Owner, Repo, Branch } }) =>
      Owner && Repo && Branch ? { entityUrl: `${rooms.githubUrl}/${Owner}/${Repo}/tree/${Branch}` } : {},
  };
}

async function fetchCommit(run: ActionRun, rooms: GitHubSourceRooms): Promise<Progress> {
  const branch = required(run, 'Branch');
  const access = accessOf(run, rooms.githubUrl);
  return rooms.remotes.fetch(access, { branch, commitId: run.revisionOverride?.value }, async (fetched) => {
    const { commit } = fetched;
    await writeArtifact(run, rooms.objects, { body: fetched.archive(), limit: MAX_COMMIT_ARTIFACT });
    const url = `${access.commitPages}${commit.commitId}`;
    return {
      kind: 'succeeded',
      ...commitReport(commit, url),
      outputVariables: {
        ...commitVariables(commit),
        BranchName: branch,
        CommitterDate: commit.committerDate,
        CommitUrl: url,
        RepositoryName: required(run, 'Repo'),
      },
    };
  });
}

type Configured = Pick<ActionRun, 'configuration'>;

/** GitHub's own name for whoever comes with a token. */
const USERNAME = 'x-access-token';

function accessOf(run: Configured, base: string): GitAccess {
  const [owner, repository] = [namePart(run, 'Owner'), namePart(run, 'Repo').replace(/\.git$/, '')];
  const password = required(run, 'OAuthToken');
  if (!/^[\x21-\x7e]+$/.test(password)) throw new ServiceError('ConfigurationError', 'OAuthToken is not a token');
  const page = `${base}/${owner}/${repository}`;
  return { url: `${page}.git`, credentials: { username: USERNAME, password }, commitPages: `${page}/commit/` };
}

function namePart(run: Configured, key: 'Owner' | 'Repo'): string {
  const name = required(run, key);
  if (!/^[\w.-]+$/.test(name) || name === '.' || name === '..')
    throw new ServiceError('ConfigurationError', `${key} ${name} is not a name on GitHub`);
  return name;
}
