import { describe, expect, it } from 'vitest';
import { readBitbucket } from '../../src/deliveries/bitbucket-delivery.ts';
import { readGithub } from '../../src/deliveries/github-delivery.ts';
import { readGitlab } from '../../src/deliveries/gitlab-delivery.ts';
import type { ReadDelivery } from '../../src/deliveries/heard.ts';
import { recording } from '../harness/deliveries.ts';

/** A recording with the members at dotted paths replaced. */
function changed(name: string, members: Readonly<Record<string, unknown>>): unknown {
  const body = recording(name);
  for (const [path, value] of Object.entries(members)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    const place = names.reduce<Record<string, unknown>>((inner, part) => inner[part] as Record<string, unknown>, body);
    place[last] = value;
  }
  return body;
}

const NONE = '0'.repeat(40);
const HELLO = 'Codertocat/Hello-World';

describe('deliveries as their hosts document them', () => {
  it.each<[string, ReadDelivery, string, unknown, object]>([
    [
      'a push to a new branch on GitHub',
      readGithub,
      'push',
      recording('github-push'),
      {
        fullRepositoryId: HELLO,
        change: {
          kind: 'push',
          reference: { type: 'branch', name: 'master' },
          commitId: '6113728f27ae82c7b1a177c8d03f9e96e0adf246',
          before: undefined,
        },
        changedPaths: ['README.md'],
      },
    ],
    [
      'a tag on GitHub',
      readGithub,
      'push',
      changed('github-push', { ref: 'refs/tags/v1/rc', commits: [] }),
      { change: { reference: { type: 'tag', name: 'v1/rc' } }, changedPaths: [] },
    ],
    [
      'a push of more than GitHub lists',
      readGithub,
      'push',
      changed('github-push', { commits: Array(2048).fill({}) }),
      { changedPaths: undefined },
    ],
    [
      'a pull request on GitHub',
      readGithub,
      'pull_request',
      recording('github-pull-request'),
      {
        fullRepositoryId: HELLO,
        change: {
          kind: 'pull-request',
          event: 'OPEN',
          id: '2',
          title: 'Update the README with new information.',
          commitId: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
          sourceBranch: 'changes',
          targetBranch: 'master',
          targetCommitId: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
        },
        changedPaths: undefined,
      },
    ],
    [
      'new commits of a pull request on GitHub',
      readGithub,
      'pull_request',
      changed('github-pull-request', { action: 'synchronize' }),
      { change: { event: 'UPDATED' } },
    ],
    [
      'a merged pull request on GitHub',
      readGithub,
      'pull_request',
      changed('github-pull-request', { action: 'closed', 'pull_request.merged': true }),
      { change: { event: 'CLOSED' } },
    ],
    [
      'a push on GitLab that lists some of its commits',
      readGitlab,
      'Push Hook',
      recording('gitlab-push'),
      {
        fullRepositoryId: 'mike/diaspora',
        change: {
          kind: 'push',
          reference: { type: 'branch', name: 'master' },
          commitId: 'da1560886d4f094c3e6c9ef40349f7d38b5d27d7',
          before: '95790bf891e76fee5e1747ab589903a6a1f80f22',
        },
        changedPaths: undefined,
      },
    ],
    [
      'a push on GitLab that lists all of its commits',
      readGitlab,
      'Push Hook',
      changed('gitlab-push', { total_commits_count: 2 }),
      { changedPaths: ['CHANGELOG', 'app/controller/application.rb'] },
    ],
    [
      'an annotated tag on GitLab',
      readGitlab,
      'Tag Push Hook',
      changed('gitlab-push', { ref: 'refs/tags/v1.0.0', after: 'b'.repeat(40), before: NONE }),
      {
        change: {
          reference: { type: 'tag', name: 'v1.0.0' },
          commitId: 'da1560886d4f094c3e6c9ef40349f7d38b5d27d7',
          before: undefined,
        },
      },
    ],
    [
      'a merge request on GitLab',
      readGitlab,
      'Merge Request Hook',
      recording('gitlab-merge-request'),
      {
        fullRepositoryId: 'gitlabhq/gitlab-test',
        change: {
          kind: 'pull-request',
          event: 'OPEN',
          id: '1',
          title: 'MS-Viewport',
          commitId: 'da1560886d4f094c3e6c9ef40349f7d38b5d27d7',
          sourceBranch: 'ms-viewport',
          targetBranch: 'master',
        },
      },
    ],
    [
      'new commits of a merge request on GitLab',
      readGitlab,
      'Merge Request Hook',
      changed('gitlab-merge-request', {
        'object_attributes.action': 'update',
        'object_attributes.oldrev': 'a'.repeat(40),
      }),
      { change: { event: 'UPDATED' } },
    ],
    [
      'a merged merge request on GitLab',
      readGitlab,
      'Merge Request Hook',
      changed('gitlab-merge-request', { 'object_attributes.action': 'merge' }),
      { change: { event: 'CLOSED' } },
    ],
    [
      'a push on Bitbucket',
      readBitbucket,
      'repo:push',
      recording('bitbucket-push'),
      {
        fullRepositoryId: 'team_name/repo_name',
        change: {
          kind: 'push',
          reference: { type: 'branch', name: 'name-of-branch' },
          commitId: '709d658dc5b6d6afcd46049c2f332ee3f515a67d',
          before: '1e65c05c1d5171631d92438a13901ca7dae9618c',
        },
        changedPaths: undefined,
      },
    ],
    [
      'a pull request on Bitbucket, of whose commits it tells the first digits',
      readBitbucket,
      'pullrequest:created',
      recording('bitbucket-pull-request'),
      {
        fullRepositoryId: 'team_name/repo_name',
        change: {
          kind: 'pull-request',
          event: 'OPEN',
          id: '1',
          title: 'Title of pull request',
          commitId: 'd3022fc0ca3d',
          sourceBranch: 'branch2',
          targetBranch: 'master',
          targetCommitId: 'ce5965ddd289',
        },
      },
    ],
    [
      'a merged pull request on Bitbucket',
      readBitbucket,
      'pullrequest:fulfilled',
      recording('bitbucket-pull-request'),
      { change: { event: 'CLOSED' } },
    ],
  ])('%s', (_what, read, kind, body, expected) => {
    expect(read(kind, body)).toMatchObject([expected]);
  });

  it('one push on Bitbucket may move several references', () => {
    const [change] = (recording('bitbucket-push').push as { changes: object[] }).changes;
    const tag = { new: { type: 'tag', name: 'v1', target: { hash: 'c'.repeat(40) } }, old: null };
    const heard = readBitbucket('repo:push', changed('bitbucket-push', { 'push.changes': [change, tag] }));
    expect(heard.map((one) => one.change.kind === 'push' && one.change.reference)).toEqual([
      { type: 'branch', name: 'name-of-branch' },
      { type: 'tag', name: 'v1' },
    ]);
  });

  it.each<[string, ReadDelivery, string, unknown]>([
    ['a deleted branch on GitHub', readGithub, 'push', changed('github-push', { after: NONE, deleted: true })],
    ['a note on GitHub', readGithub, 'push', changed('github-push', { ref: 'refs/notes/x' })],
    ['an issue on GitHub', readGithub, 'issues', recording('github-push')],
    [
      'a pull request that was given up on GitHub',
      readGithub,
      'pull_request',
      changed('github-pull-request', { action: 'closed' }),
    ],
    ['a label on GitHub', readGithub, 'pull_request', changed('github-pull-request', { action: 'labeled' })],
    [
      'a word that every object has',
      readGithub,
      'pull_request',
      changed('github-pull-request', { action: 'constructor' }),
    ],
    [
      'a pull request from a fork on GitHub',
      readGithub,
      'pull_request',
      changed('github-pull-request', { 'pull_request.head.repo.full_name': 'Stranger/Hello-World' }),
    ],
    [
      'a pull request from a fork that is gone',
      readGithub,
      'pull_request',
      changed('github-pull-request', { 'pull_request.head.repo': null }),
    ],
    [
      'a deleted branch on GitLab',
      readGitlab,
      'Push Hook',
      changed('gitlab-push', { checkout_sha: null, after: NONE }),
    ],
    [
      'a new title on GitLab',
      readGitlab,
      'Merge Request Hook',
      changed('gitlab-merge-request', { 'object_attributes.action': 'update' }),
    ],
    [
      'a merge request from a fork on GitLab',
      readGitlab,
      'Merge Request Hook',
      changed('gitlab-merge-request', { 'object_attributes.source_project_id': 666 }),
    ],
    [
      'a deleted branch on Bitbucket',
      readBitbucket,
      'repo:push',
      changed('bitbucket-push', { 'push.changes': [{ new: null, old: { type: 'branch', name: 'b' } }] }),
    ],
    [
      'a declined pull request on Bitbucket',
      readBitbucket,
      'pullrequest:rejected',
      recording('bitbucket-pull-request'),
    ],
    [
      'a pull request from a fork on Bitbucket',
      readBitbucket,
      'pullrequest:created',
      changed('bitbucket-pull-request', { 'pullrequest.source.repository.full_name': 'stranger/repo_name' }),
    ],
    ...[null, 7, 'text', [], {}, { push: { changes: {} } }, { pull_request: [] }].flatMap((body) =>
      (
        [
          [readGithub, 'push'],
          [readGithub, 'pull_request'],
          [readGitlab, 'Push Hook'],
          [readGitlab, 'Merge Request Hook'],
          [readBitbucket, 'repo:push'],
          [readBitbucket, 'pullrequest:created'],
        ] as const
      ).map(([read, kind]): [string, ReadDelivery, string, unknown] => [
        `${JSON.stringify(body)} as ${kind}`,
        read,
        kind,
        body,
      ]),
    ),
  ])('nothing is heard of %s', (_what, read, kind, body) => {
    expect(read(kind, body)).toEqual([]);
  });
});
