import {
  BatchGetCommitsCommand,
  CreateCommitCommand,
  type CreateCommitCommandInput,
  GetCommitCommand,
  GetDifferencesCommand,
  type GetDifferencesCommandInput,
  GetFileCommand,
  paginateGetDifferences,
} from '@aws-sdk/client-codecommit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { createRepository } from '../../harness/git-client.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const bytes = (text: string) => Buffer.from(text);
const file = (filePath: string, text = `${filePath}\n`) => ({ filePath, fileContent: bytes(text) });

describe.each(DIALECTS)('CodeCommit commits on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  type Changes = Partial<CreateCommitCommandInput>;
  const commit = (repositoryName: string, changes: Changes) =>
    server.codecommit.send(new CreateCommitCommand({ repositoryName, branchName: 'main', ...changes }));
  const base = async (repositoryName: string) => {
    await createRepository(server, repositoryName);
    const putFiles = [file('a'), file('dir/b'), file('dir/c')];
    return (await commit(repositoryName, { putFiles, authorName: 'One', email: 'one@x', commitMessage: 'First' }))
      .commitId;
  };

  it('put, move, copy, delete and change modes at once', async () => {
    const parentCommitId = await base('all');
    const answer = await commit('all', {
      parentCommitId,
      putFiles: [
        file('new'),
        file('a', 'changed\n'),
        { filePath: 'moved', sourceFile: { filePath: 'dir/b', isMove: true } },
        { filePath: 'copied', fileMode: 'EXECUTABLE', sourceFile: { filePath: 'dir/c' } },
      ],
      deleteFiles: [],
      setFileModes: [{ filePath: 'dir/c', fileMode: 'EXECUTABLE' }],
    });
    expect(answer.filesAdded?.map(({ absolutePath }) => absolutePath).sort()).toEqual(['copied', 'moved', 'new']);
    expect(answer.filesUpdated?.map(({ absolutePath }) => absolutePath).sort()).toEqual(['a', 'dir/c']);
    expect(answer.filesDeleted?.map(({ absolutePath }) => absolutePath)).toEqual(['dir/b']);
    const got = async (filePath: string) => {
      const input = { repositoryName: 'all', filePath };
      const { fileMode, fileContent } = await server.codecommit.send(new GetFileCommand(input));
      return `${fileMode} ${Buffer.from(fileContent ?? []).toString()}`;
    };
    expect(await got('a')).toBe('NORMAL changed\n');
    expect(await got('moved')).toBe('NORMAL dir/b\n');
    expect(await got('copied')).toBe('EXECUTABLE dir/c\n');
    expect(await got('dir/c')).toBe('EXECUTABLE dir/c\n');
    await expect(got('dir/b')).rejects.toMatchObject({ name: 'FileDoesNotExistException' });
  });

  it('are read by their full id, alone or many at once', async () => {
    const commitId = (await base('read')) ?? '';
    const { commit: read } = await server.codecommit.send(new GetCommitCommand({ repositoryName: 'read', commitId }));
    const person = { name: 'One', email: 'one@x', date: expect.stringMatching(/^\d+ \+0000$/) };
    expect(read).toEqual({
      commitId,
      treeId: expect.stringMatching(/^[0-9a-f]{40}$/),
      parents: [],
      message: 'First',
      author: person,
      committer: person,
      additionalData: '',
    });
    const batch = await server.codecommit.send(
      new BatchGetCommitsCommand({ repositoryName: 'read', commitIds: [commitId, 'abc', 'f'.repeat(40)] }),
    );
    expect(batch.commits).toEqual([read]);
    expect(batch.errors?.map(({ errorCode }) => errorCode)).toEqual([
      'InvalidCommitIdException',
      'CommitIdDoesNotExistException',
    ]);
    const get = (id: string) => server.codecommit.send(new GetCommitCommand({ repositoryName: 'read', commitId: id }));
    await expect(get('abc')).rejects.toMatchObject({ name: 'InvalidCommitIdException' });
    await expect(get('f'.repeat(40))).rejects.toMatchObject({ name: 'CommitIdDoesNotExistException' });
    await expect(get(read?.treeId ?? '')).rejects.toMatchObject({ name: 'CommitIdDoesNotExistException' });
    const many = (commitIds: string[]) =>
      server.codecommit.send(new BatchGetCommitsCommand({ repositoryName: 'read', commitIds }));
    await expect(many([])).rejects.toMatchObject({ name: 'CommitIdsListRequiredException' });
    await expect(many(Array(101).fill(commitId))).rejects.toMatchObject({ name: 'CommitIdsLimitExceededException' });
  });

  it.each<[string, Changes, string]>([
    ['nothing', {}, 'FileEntryRequiredException'],
    ['a file without content', { putFiles: [{ filePath: 'x' }] }, 'SourceFileOrContentRequiredException'],
    [
      'a file with content and source',
      { putFiles: [{ ...file('x'), sourceFile: { filePath: 'a' } }] },
      'FileContentAndSourceFileSpecifiedException',
    ],
    ['a path twice', { putFiles: [file('x')], deleteFiles: [{ filePath: '/x' }] }, 'SamePathRequestException'],
    ['a file that is a folder too', { putFiles: [file('x'), file('x/y')] }, 'PutFileEntryConflictException'],
    ['a file that is not there', { deleteFiles: [{ filePath: 'x' }] }, 'FileDoesNotExistException'],
    ['the mode of none', { setFileModes: [{ filePath: 'x', fileMode: 'NORMAL' }] }, 'FileDoesNotExistException'],
    [
      'a source that is not there',
      { putFiles: [{ filePath: 'x', sourceFile: { filePath: 'y' } }] },
      'FileDoesNotExistException',
    ],
    [
      'a file that keeps a folder',
      { putFiles: [{ filePath: 'x', sourceFile: { filePath: 'dir/.gitkeep' } }] },
      'RestrictedSourceFileException',
    ],
    ['no change', { putFiles: [file('a')] }, 'NoChangeException'],
    ['a file below a file', { putFiles: [file('a/b')] }, 'DirectoryNameConflictsWithFileNameException'],
    ['a file over a folder', { putFiles: [file('dir')] }, 'FileNameConflictsWithDirectoryNameException'],
    [
      'more than 100 files',
      { putFiles: Array.from({ length: 101 }, (_, n) => file(`f${n}`)) },
      'MaximumFileEntriesExceededException',
    ],
    [
      'more than 7 MB',
      { putFiles: ['x', 'y'].map((filePath) => ({ filePath, fileContent: new Uint8Array(4_000_000) })) },
      'FileContentSizeLimitExceededException',
    ],
    ['a wrong path', { putFiles: [file('../x')] }, 'InvalidPathException'],
  ])('of %s are refused', async (_, changes, name) => {
    const parentCommitId = await base(`refused-${_.replaceAll(' ', '-')}`);
    const repositoryName = `refused-${_.replaceAll(' ', '-')}`;
    await expect(commit(repositoryName, { parentCommitId, ...changes })).rejects.toMatchObject({ name });
    const { commitId } = await server.codecommit.send(new GetFileCommand({ repositoryName, filePath: 'a' }));
    expect(commitId).toBe(parentCommitId);
  });

  it('are compared file by file, in pages', async () => {
    const before = await base('compare');
    const { commitId: after } = await commit('compare', {
      parentCommitId: before,
      putFiles: [file('a', 'changed\n'), { filePath: 'dir/d', sourceFile: { filePath: 'dir/b', isMove: true } }],
      setFileModes: [{ filePath: 'dir/c', fileMode: 'EXECUTABLE' }],
    });
    const compare = async (input: Partial<GetDifferencesCommandInput>) => {
      const { differences = [] } = await server.codecommit.send(
        new GetDifferencesCommand({ repositoryName: 'compare', afterCommitSpecifier: after, ...input }),
      );
      return differences.map(
        ({ changeType, beforeBlob, afterBlob }) =>
          `${changeType} ${beforeBlob?.path ?? ''}:${beforeBlob?.mode ?? ''} ${afterBlob?.path ?? ''}:${afterBlob?.mode ?? ''}`,
      );
    };
    const changes = ['M a:100644 a:100644', 'D dir/b:100644 :', 'M dir/c:100644 dir/c:100755', 'A : dir/d:100644'];
    expect(await compare({ beforeCommitSpecifier: before })).toEqual(changes);
    expect(await compare({ beforeCommitSpecifier: 'main' })).toEqual([]);
    expect(await compare({})).toEqual(['A : a:100644', 'A : dir/c:100755', 'A : dir/d:100644']);
    expect(await compare({ beforeCommitSpecifier: before, beforePath: 'dir', afterPath: 'dir' })).toEqual(
      changes.slice(1),
    );
    const pages: number[] = [];
    const input = { repositoryName: 'compare', beforeCommitSpecifier: before, afterCommitSpecifier: after };
    const client = server.codecommit;
    for await (const { differences } of paginateGetDifferences({ client, pageSize: 3 }, input))
      pages.push(differences?.length ?? 0);
    expect(pages).toEqual([3, 1]);
    await expect(compare({ afterPath: 'nowhere' })).rejects.toMatchObject({ name: 'PathDoesNotExistException' });
    await expect(compare({ afterCommitSpecifier: 'none' })).rejects.toMatchObject({
      name: 'CommitDoesNotExistException',
    });
    await expect(compare({ beforeCommitSpecifier: '^x' })).rejects.toMatchObject({ name: 'InvalidCommitException' });
    await expect(compare({ MaxResults: 0 })).rejects.toMatchObject({ name: 'InvalidMaxResultsException' });
    await expect(compare({ NextToken: 'x' })).rejects.toMatchObject({ name: 'InvalidContinuationTokenException' });
  });

  it('log no errors of the server', () => {
    expect(server.errors).toEqual([]);
  });
});
