import { AssumeRoleCommand, GetCallerIdentityCommand, GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/service-role/builder`;

describe.each(DIALECTS)('sts sessions on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  interface Issued {
    AccessKeyId?: string | undefined;
    SecretAccessKey?: string | undefined;
    SessionToken?: string | undefined;
  }
  const clientWith = ({ AccessKeyId, SecretAccessKey, SessionToken }: Issued = {}) =>
    new STSClient({
      endpoint: server.endpoint,
      region: REGION,
      maxAttempts: 1,
      credentials: {
        accessKeyId: AccessKeyId ?? '',
        secretAccessKey: SecretAccessKey ?? '',
        ...(SessionToken === undefined ? {} : { sessionToken: SessionToken }),
      },
    });
  const assume = (more: object = {}) =>
    server.sts.send(new AssumeRoleCommand({ RoleArn: ROLE, RoleSessionName: 'test-session', ...more }));

  it('issues keys of a role that the server accepts', async () => {
    const { Credentials, AssumedRoleUser } = await assume();
    const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/builder/test-session`;
    expect(AssumedRoleUser?.Arn).toBe(arn);
    expect(AssumedRoleUser?.AssumedRoleId).toMatch(/^AROA[A-Z2-7]{17}:test-session$/);
    expect(Credentials?.Expiration?.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
    const who = await clientWith(Credentials).send(new GetCallerIdentityCommand({}));
    expect(who).toMatchObject({ Arn: arn, Account: ACCOUNT, UserId: AssumedRoleUser?.AssumedRoleId });
  });

  it('takes no code of a device for true: nobody has one', async () => {
    const device = { SerialNumber: `arn:aws:iam::${ACCOUNT}:mfa/phone`, TokenCode: '123456' };
    const denied = { name: 'AccessDenied', message: expect.stringContaining('MultiFactorAuthentication failed') };
    await expect(assume(device)).rejects.toMatchObject(denied);
    await expect(server.sts.send(new GetSessionTokenCommand(device))).rejects.toMatchObject(denied);
  });

  it('refuses the keys without their token, or with another secret', async () => {
    const { Credentials } = await assume();
    const withoutToken = clientWith({ ...Credentials, SessionToken: undefined });
    await expect(withoutToken.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
    });
    const wrongSecret = clientWith({ ...Credentials, SecretAccessKey: 'wrong' });
    await expect(wrongSecret.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
  });

  it('refuses roles of other accounts, and what is no role', async () => {
    await expect(assume({ RoleArn: 'arn:aws:iam::999999999999:role/theirs' })).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `User: arn:aws:iam::${ACCOUNT}:root is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::999999999999:role/theirs`,
    });
    await expect(assume({ RoleArn: `arn:aws:iam::${ACCOUNT}:user/somebody` })).rejects.toMatchObject({
      name: 'ValidationError',
    });
  });

  it('refuses sessions that are too short, oddly named, or limited by what is no policy', async () => {
    await expect(assume({ DurationSeconds: 60 })).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining("'durationSeconds' failed to satisfy constraint"),
    });
    await expect(assume({ RoleSessionName: 'no spaces' })).rejects.toMatchObject({ name: 'ValidationError' });
    await expect(assume({ Policy: '{' })).rejects.toMatchObject({ name: 'MalformedPolicyDocumentException' });
  });

  it('limits sessions of sessions to an hour', async () => {
    const { Credentials } = await assume();
    const chained = new AssumeRoleCommand({ RoleArn: ROLE, RoleSessionName: 'next', DurationSeconds: 7200 });
    await expect(clientWith(Credentials).send(chained)).rejects.toMatchObject({ name: 'ValidationError' });
  });

  it('issues temporary keys of the caller itself, but not to a session', async () => {
    const { Credentials } = await server.sts.send(new GetSessionTokenCommand({}));
    const session = clientWith(Credentials);
    expect(await session.send(new GetCallerIdentityCommand({}))).toMatchObject({ Arn: `arn:aws:iam::${ACCOUNT}:root` });
    await expect(session.send(new GetSessionTokenCommand({}))).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});
