import {
  CreateBranchCommand,
  CreateCommitCommand,
  CreateRepositoryCommand,
  GetBlobCommand,
  GetCommitCommand,
  GetDifferencesCommand,
  GetRepositoryCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-codecommit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { createRepository } from '../../harness/git-client.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const repositoryName = 'asked';
const resourceArn = `arn:aws:codecommit:${REGION}:${ACCOUNT}:${repositoryName}`;
/** What a program without types may leave out. */
const none = undefined as never;

describe.each(DIALECTS)('what CodeCommit must be told, on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
    await createRepository(server, repositoryName);
  });
  afterAll(() => server.close());

  const cases: Readonly<Record<string, () => Promise<unknown>>> = {
    'CommitIdRequiredException of CreateBranch': () =>
      server.codecommit.send(new CreateBranchCommand({ repositoryName, branchName: 'b', commitId: none })),
    'CommitIdRequiredException of GetCommit': () =>
      server.codecommit.send(new GetCommitCommand({ repositoryName, commitId: none })),
    'CommitRequiredException of GetDifferences': () =>
      server.codecommit.send(new GetDifferencesCommand({ repositoryName, afterCommitSpecifier: none })),
    'BlobIdRequiredException of GetBlob': () =>
      server.codecommit.send(new GetBlobCommand({ repositoryName, blobId: none })),
    'FileModeRequiredException of CreateCommit': () =>
      server.codecommit.send(
        new CreateCommitCommand({
          repositoryName,
          branchName: 'main',
          setFileModes: [{ filePath: 'a', fileMode: none }],
        }),
      ),
    'ResourceArnRequiredException of ListTagsForResource': () =>
      server.codecommit.send(new ListTagsForResourceCommand({ resourceArn: none })),
    'ResourceArnRequiredException of TagResource': () =>
      server.codecommit.send(new TagResourceCommand({ resourceArn: none, tags: { a: '1' } })),
    'ResourceArnRequiredException of UntagResource': () =>
      server.codecommit.send(new UntagResourceCommand({ resourceArn: none, tagKeys: ['a'] })),
    'TagsMapRequiredException of TagResource': () =>
      server.codecommit.send(new TagResourceCommand({ resourceArn, tags: none })),
    'TagKeysListRequiredException of UntagResource': () =>
      server.codecommit.send(new UntagResourceCommand({ resourceArn, tagKeys: none })),
    'InvalidTagKeysListException of UntagResource': () =>
      server.codecommit.send(new UntagResourceCommand({ resourceArn, tagKeys: ['a'.repeat(129)] })),
    'EncryptionKeyInvalidIdException of CreateRepository': () =>
      server.codecommit.send(new CreateRepositoryCommand({ repositoryName: 'sealed', kmsKeyId: 'a key' })),
    'NotImplementedException of CreateRepository': () =>
      server.codecommit.send(new CreateRepositoryCommand({ repositoryName: 'sealed', kmsKeyId: 'alias/mine' })),
  };

  it.each(Object.entries(cases))('else there is a %s', async (label, request) => {
    await expect(request()).rejects.toMatchObject({ name: label.split(' ')[0] });
  });

  it('is not half done when it is refused: no repository is made without the key it was to be encrypted with', async () => {
    const sealed = server.codecommit.send(new GetRepositoryCommand({ repositoryName: 'sealed' }));
    await expect(sealed).rejects.toMatchObject({ name: 'RepositoryDoesNotExistException' });
  });
});
