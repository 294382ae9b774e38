import {
  DeleteSourceCredentialsCommand,
  ImportSourceCredentialsCommand,
  type ImportSourceCredentialsCommandInput,
  ListSourceCredentialsCommand,
} from '@aws-sdk/client-codebuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const arnOf = (kind: string) => `arn:aws:codebuild:${REGION}:${ACCOUNT}:token/${kind}`;
const CONNECTION = `arn:aws:codeconnections:${REGION}:${ACCOUNT}:connection/00000000-0000-0000-0000-000000000000`;
const TOKEN = { token: 'ghp_1', serverType: 'GITHUB', authType: 'PERSONAL_ACCESS_TOKEN' } as const;

describe.each(DIALECTS)('source credentials on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const imported = (input: ImportSourceCredentialsCommandInput) =>
    server.codebuild.send(new ImportSourceCredentialsCommand(input));
  const listed = async () => (await server.codebuild.send(new ListSourceCredentialsCommand({}))).sourceCredentialsInfos;
  const deleted = (arn: string) => server.codebuild.send(new DeleteSourceCredentialsCommand({ arn }));

  it('are one for each kind of host, listed without what is secret, and deleted', async () => {
    expect(await listed()).toEqual([]);
    expect((await imported(TOKEN)).arn).toBe(arnOf('github'));
    const app = { token: 'app password', username: 'ann', serverType: 'BITBUCKET', authType: 'BASIC_AUTH' } as const;
    await imported(app);
    await imported({ token: CONNECTION, serverType: 'GITLAB', authType: 'CODECONNECTIONS' });
    expect(await listed()).toEqual([
      { arn: arnOf('bitbucket'), serverType: 'BITBUCKET', authType: 'BASIC_AUTH' },
      { arn: arnOf('github'), serverType: 'GITHUB', authType: 'PERSONAL_ACCESS_TOKEN' },
      { arn: arnOf('gitlab'), serverType: 'GITLAB', authType: 'CODECONNECTIONS', resource: CONNECTION },
    ]);
    const stored = await server.stored();
    expect(stored).toContain(CONNECTION);
    expect(stored).not.toContain('app password');
    expect((await deleted(arnOf('gitlab'))).arn).toBe(arnOf('gitlab'));
    await deleted(arnOf('bitbucket'));
    expect(await listed()).toHaveLength(1);
  });

  it('are replaced, unless whoever imports them says not to', async () => {
    await imported(TOKEN);
    await imported({ ...TOKEN, token: CONNECTION, authType: 'CODECONNECTIONS' });
    await expect(imported({ ...TOKEN, shouldOverwrite: false })).rejects.toMatchObject({
      name: 'ResourceAlreadyExistsException',
    });
    expect(await listed()).toMatchObject([{ authType: 'CODECONNECTIONS' }]);
  });

  it.each<[string, ImportSourceCredentialsCommandInput, string]>([
    ['OAuth, which needs a browser', { ...TOKEN, authType: 'OAUTH' }, 'cannot be imported'],
    [
      'a secret of the Secrets Manager',
      { ...TOKEN, authType: 'SECRETS_MANAGER' },
      'SECRETS_MANAGER is not implemented',
    ],
    ['a password where there is none', { ...TOKEN, authType: 'BASIC_AUTH', username: 'x' }, 'does not support'],
    ['a password of nobody', { ...TOKEN, serverType: 'BITBUCKET', authType: 'BASIC_AUTH' }, 'requires a username'],
    ['a token of somebody', { ...TOKEN, username: 'x' }, 'takes no username'],
    ['a connection that is none', { ...TOKEN, authType: 'CODECONNECTIONS' }, 'is the ARN of a connection'],
    ['a token of two lines', { ...TOKEN, token: 'a\nhost=evil' }, 'no control characters'],
  ])('cannot be %s', async (_what, input, words) => {
    const before = await listed();
    await expect(imported(input)).rejects.toMatchObject({
      name: 'InvalidInputException',
      message: expect.stringContaining(words),
    });
    expect(await listed()).toEqual(before);
  });

  it('are deleted by their ARN in this account and region', async () => {
    await expect(deleted(arnOf('bitbucket'))).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    for (const arn of ['github', arnOf('github').replace(ACCOUNT, '999999999999'), arnOf('Git Hub')])
      await expect(deleted(arn)).rejects.toMatchObject({ name: 'InvalidInputException' });
  });
});
