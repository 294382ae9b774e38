import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { ACCOUNT, startTestServer, type TestServer } from '../../harness/server.ts';

describe.each(DIALECTS)('sts GetCallerIdentity on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  it('answers who signed', async () => {
    expect(await server.sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      UserId: ACCOUNT,
      Account: ACCOUNT,
      Arn: `arn:aws:iam::${ACCOUNT}:root`,
    });
  });
});
