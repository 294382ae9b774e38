import {
  CreateCommitCommand,
  type CreateCommitCommandInput,
  DeleteFileCommand,
  GetBranchCommand,
  GetFileCommand,
  GetFolderCommand,
  PutFileCommand,
} from '@aws-sdk/client-codecommit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { cloneOf, createRepository } from '../../harness/git-client.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const repositoryName = 'modular';
const fileContent = Buffer.from('x\n');

describe.each(DIALECTS)('the submodules of a CodeCommit repository on %s', (dialect) => {
  let server: TestServer;
  let parentCommitId: string;
  beforeAll(async () => {
    server = await startTestServer(dialect);
    const { url } = await createRepository(server, repositoryName);
    const place = await cloneOf(url);
    const first = await place.commit('a', 'a\n');
    await place.git('update-index', '--add', '--cacheinfo', `160000,${first},lib/module`);
    await place.git('commit', '--quiet', '--message', 'A module');
    await place.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    parentCommitId = await place.git('rev-parse', 'HEAD');
  });
  afterAll(() => server.close());

  const onMain = { repositoryName, branchName: 'main' };
  const put = (filePath: string) =>
    server.codecommit.send(new PutFileCommand({ ...onMain, parentCommitId, filePath, fileContent }));
  const commit = (changes: Partial<CreateCommitCommandInput>) =>
    server.codecommit.send(new CreateCommitCommand({ ...onMain, parentCommitId, ...changes }));
  const conflict = { name: 'FilePathConflictsWithSubmodulePathException' };
  const missing = { name: 'FileDoesNotExistException' };

  it('are shown in their folder, and are no files', async () => {
    const folder = await server.codecommit.send(new GetFolderCommand({ repositoryName, folderPath: 'lib' }));
    expect(folder).toMatchObject({ files: [], subModules: [{ absolutePath: 'lib/module', relativePath: 'module' }] });
    const file = server.codecommit.send(new GetFileCommand({ repositoryName, filePath: 'lib/module' }));
    await expect(file).rejects.toMatchObject(missing);
  });

  it.each(['lib/module', 'lib/module/x'])('are not replaced by a file put to %s', async (filePath) => {
    await expect(put(filePath)).rejects.toMatchObject(conflict);
    await expect(commit({ putFiles: [{ filePath, fileContent }] })).rejects.toMatchObject(conflict);
  });

  it('are neither deleted, moved, copied nor given modes as files are', async () => {
    const filePath = 'lib/module';
    const remove = server.codecommit.send(new DeleteFileCommand({ ...onMain, parentCommitId, filePath }));
    await expect(remove).rejects.toMatchObject(missing);
    await expect(commit({ deleteFiles: [{ filePath }] })).rejects.toMatchObject(missing);
    await expect(commit({ setFileModes: [{ filePath, fileMode: 'NORMAL' }] })).rejects.toMatchObject(missing);
    for (const isMove of [true, false]) {
      const putFiles = [{ filePath: 'y', sourceFile: { filePath, isMove } }];
      await expect(commit({ putFiles })).rejects.toMatchObject(missing);
    }
  });

  it('leave the branch as it was with all that is refused, and stay with what is put beside them', async () => {
    const { branch } = await server.codecommit.send(new GetBranchCommand(onMain));
    expect(branch?.commitId).toBe(parentCommitId);
    await put('lib/beside');
    const { subModules } = await server.codecommit.send(new GetFolderCommand({ repositoryName, folderPath: 'lib' }));
    expect(subModules).toHaveLength(1);
  });
});
