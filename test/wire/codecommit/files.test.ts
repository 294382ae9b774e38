import {
  DeleteFileCommand,
  GetBlobCommand,
  GetFileCommand,
  GetFolderCommand,
  GetRepositoryCommand,
  PutFileCommand,
  type PutFileCommandInput,
} from '@aws-sdk/client-codecommit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { cloneOf, createRepository } from '../../harness/git-client.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const bytes = (text: string) => Buffer.from(text);

describe.each(DIALECTS)('CodeCommit files on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  type Put = Partial<Omit<PutFileCommandInput, 'repositoryName'>>;
  const put = (repositoryName: string, input: Put) =>
    server.codecommit.send(
      new PutFileCommand({ repositoryName, branchName: 'main', filePath: 'a', fileContent: bytes('a\n'), ...input }),
    );
  /** A repository with one file `dir/a`, and its tip. */
  const withFile = async (repositoryName: string) => {
    const { url } = await createRepository(server, repositoryName);
    const { commitId: tip = '' } = await put(repositoryName, { filePath: 'dir/a' });
    return { url, tip };
  };
  const getFile = (repositoryName: string, filePath: string, commitSpecifier?: string) =>
    server.codecommit.send(new GetFileCommand({ repositoryName, filePath, commitSpecifier }));

  it('put into an empty repository make its branch, which is the default when the answer is there', async () => {
    await createRepository(server, 'first');
    await expect(getFile('first', 'a')).rejects.toMatchObject({ name: 'CommitDoesNotExistException' });
    const { commitId, blobId, treeId } = await put('first', { branchName: 'trunk', filePath: '/docs/a b.txt' });
    const { repositoryMetadata } = await server.codecommit.send(new GetRepositoryCommand({ repositoryName: 'first' }));
    expect(repositoryMetadata?.defaultBranch).toBe('trunk');
    for (const specifier of [undefined, 'HEAD', 'trunk', 'refs/heads/trunk', commitId]) {
      expect(await getFile('first', 'docs/a b.txt', specifier)).toMatchObject({
        commitId,
        blobId,
        filePath: 'docs/a b.txt',
        fileMode: 'NORMAL',
        fileSize: 2,
      });
    }
    const { content } = await server.codecommit.send(new GetBlobCommand({ repositoryName: 'first', blobId }));
    expect(Buffer.from(content ?? [])).toEqual(bytes('a\n'));
    const root = await server.codecommit.send(new GetFolderCommand({ repositoryName: 'first', folderPath: '/' }));
    expect(root).toMatchObject({ commitId, treeId, folderPath: '', subFolders: [{ absolutePath: 'docs' }], files: [] });
  });

  it('have modes', async () => {
    const { tip } = await withFile('modes');
    const { commitId } = await put('modes', { filePath: 'run', fileMode: 'EXECUTABLE', parentCommitId: tip });
    await put('modes', {
      filePath: 'dir/link',
      fileMode: 'SYMLINK',
      fileContent: bytes('a'),
      parentCommitId: commitId,
    });
    expect(await getFile('modes', 'run')).toMatchObject({ fileMode: 'EXECUTABLE' });
    const folder = await server.codecommit.send(new GetFolderCommand({ repositoryName: 'modes', folderPath: 'dir/' }));
    expect(folder).toMatchObject({
      files: [{ absolutePath: 'dir/a', relativePath: 'a', fileMode: 'NORMAL' }],
      symbolicLinks: [{ absolutePath: 'dir/link', relativePath: 'link', fileMode: 'SYMLINK' }],
      subFolders: [],
      subModules: [],
    });
  });

  it('keep who put them and why', async () => {
    const { url } = await withFile('authors');
    const place = await cloneOf(url);
    const { commitId } = await put('authors', {
      parentCommitId: await place.git('rev-parse', 'HEAD'),
      commitMessage: 'Why\n\nLong $(story)\n',
      name: ' A <b> "c" d.',
      email: 'a@b',
    });
    await place.git('pull', '--quiet');
    expect(await place.git('log', '-1', '--format=%H%n%an%n%ae%n%cn%n%B')).toBe(
      `${commitId}\nA b "c" d\na@b\nA b "c" d\nWhy\n\nLong $(story)\n`,
    );
  });

  it('put by somebody whose name git cannot keep are put by the caller', async () => {
    const { tip, url } = await withFile('nameless');
    await put('nameless', { parentCommitId: tip, name: '<".,">', email: '' });
    expect(await (await cloneOf(url)).git('log', '-1', '--format=%an <%ae>')).toBe('root <>');
  });

  const long = 'x'.repeat(1025);
  it.each<[string, Put, string]>([
    ['nothing in it', { fileContent: new Uint8Array() }, 'FileContentRequiredException'],
    ['the same in it', { filePath: 'dir/a' }, 'SameFileContentException'],
    ['a place that is a folder', { filePath: 'dir' }, 'FileNameConflictsWithDirectoryNameException'],
    ['a place below a file', { filePath: 'dir/a/b' }, 'DirectoryNameConflictsWithFileNameException'],
    ['no parent', { parentCommitId: undefined }, 'ParentCommitIdRequiredException'],
    ['half a parent', { parentCommitId: 'abc' }, 'InvalidParentCommitIdException'],
    ['an unknown parent', { parentCommitId: 'f'.repeat(40) }, 'ParentCommitDoesNotExistException'],
    ['another branch', { branchName: 'nowhere' }, 'BranchDoesNotExistException'],
    ['a tag for a branch', { branchName: 'v1' }, 'BranchNameIsTagNameException'],
    ['no branch', { branchName: undefined }, 'BranchNameRequiredException'],
    ['no path', { filePath: undefined }, 'PathRequiredException'],
    ['an unknown mode', { fileMode: 'WILD' as 'NORMAL' }, 'InvalidFileModeException'],
    ['more than 6 MB', { fileContent: new Uint8Array(6_291_457) }, 'FileContentSizeLimitExceededException'],
    ['a long name', { name: long }, 'NameLengthExceededException'],
    ['a wrong e-mail', { email: 'a>b' }, 'InvalidEmailException'],
    ['a NUL in its message', { commitMessage: 'a\0b' }, 'ValidationException'],
    ['a long message', { commitMessage: 'x'.repeat(262_145) }, 'CommitMessageLengthExceededException'],
  ])('with %s are refused', async (_, input, name) => {
    const repositoryName = `refused-${name}`;
    const { tip, url } = await withFile(repositoryName);
    if (input.branchName === 'v1') await (await cloneOf(url)).git('push', '--quiet', 'origin', 'HEAD:refs/tags/v1');
    await expect(put(repositoryName, { parentCommitId: tip, ...input })).rejects.toMatchObject({ name });
    expect((await getFile(repositoryName, 'dir/a')).commitId).toBe(tip);
  });

  it('put at once on one parent: exactly one is taken', async () => {
    const { tip } = await withFile('race');
    const attempts = await Promise.allSettled(
      [1, 2, 3, 4, 5, 6].map((n) => put('race', { filePath: `f${n}`, parentCommitId: tip })),
    );
    const taken = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value.commitId] : []));
    expect(taken).toEqual([(await getFile('race', 'dir/a')).commitId]);
    for (const attempt of attempts.filter(({ status }) => status === 'rejected')) {
      expect(attempt).toMatchObject({ reason: { name: 'ParentCommitIdOutdatedException' } });
    }
  });

  it('put at once into an empty repository: exactly one is taken', async () => {
    await createRepository(server, 'race-empty');
    const attempts = await Promise.allSettled([1, 2, 3, 4].map((n) => put('race-empty', { filePath: `f${n}` })));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('are deleted with the folder they leave empty', async () => {
    const { tip } = await withFile('deletions');
    const { blobId } = await getFile('deletions', 'dir/a');
    const { commitId } = await put('deletions', { filePath: 'b', parentCommitId: tip });
    const remove = (filePath: string, parentCommitId = commitId) =>
      server.codecommit.send(
        new DeleteFileCommand({ repositoryName: 'deletions', branchName: 'main', filePath, parentCommitId }),
      );
    await expect(remove('nowhere')).rejects.toMatchObject({ name: 'FileDoesNotExistException' });
    await expect(remove('dir')).rejects.toMatchObject({ name: 'FileDoesNotExistException' });
    await expect(remove('dir/a', tip)).rejects.toMatchObject({ name: 'ParentCommitIdOutdatedException' });
    const answer = await remove('dir/a');
    expect(answer).toMatchObject({ blobId, filePath: 'dir/a' });
    await expect(getFile('deletions', 'dir/a')).rejects.toMatchObject({ name: 'FileDoesNotExistException' });
    const gone = new GetFolderCommand({ repositoryName: 'deletions', folderPath: 'dir' });
    await expect(server.codecommit.send(gone)).rejects.toMatchObject({ name: 'FolderDoesNotExistException' });
    expect((await getFile('deletions', 'b')).commitId).toBe(answer.commitId);
  });

  it('over 6 MB come by git, and leave by git alone', async () => {
    const { url } = await withFile('large');
    const place = await cloneOf(url);
    await place.commit('large', Buffer.alloc(6_291_457, 'x'));
    await place.git('push', '--quiet', 'origin', 'HEAD');
    await expect(getFile('large', 'large')).rejects.toMatchObject({ name: 'FileTooLargeException' });
    const blobId = await place.git('rev-parse', 'HEAD:large');
    const blob = new GetBlobCommand({ repositoryName: 'large', blobId });
    await expect(server.codecommit.send(blob)).rejects.toMatchObject({ name: 'FileTooLargeException' });
  });

  it('and blobs that are not there are told apart from wrong names', async () => {
    const { tip } = await withFile('missing');
    await expect(getFile('missing', 'x')).rejects.toMatchObject({ name: 'FileDoesNotExistException' });
    await expect(getFile('missing', 'dir')).rejects.toMatchObject({ name: 'FileDoesNotExistException' });
    await expect(getFile('missing', 'dir/a', 'none')).rejects.toMatchObject({ name: 'CommitDoesNotExistException' });
    await expect(getFile('missing', 'dir/a', 'a b')).rejects.toMatchObject({ name: 'InvalidCommitException' });
    await expect(getFile('nowhere', 'a')).rejects.toMatchObject({ name: 'RepositoryDoesNotExistException' });
    const blob = (blobId: string) => server.codecommit.send(new GetBlobCommand({ repositoryName: 'missing', blobId }));
    await expect(blob('f'.repeat(40))).rejects.toMatchObject({ name: 'BlobIdDoesNotExistException' });
    await expect(blob(tip)).rejects.toMatchObject({ name: 'BlobIdDoesNotExistException' });
    await expect(blob('abc')).rejects.toMatchObject({ name: 'InvalidBlobIdException' });
  });

  it('log no errors of the server', () => {
    expect(server.errors).toEqual([]);
  });
});
