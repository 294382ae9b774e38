import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertAccessKey } from '../../../src/store/access-keys.ts';
import { openSqlite } from '../../../src/store/sqlite/sqlite.ts';
import { makePlace, type Place } from '../../harness/databases.ts';
import { jsonRequest, type RawAnswer, type RawRequest, type Signing, sendRaw, sign } from '../../harness/raw-http.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const LIST = jsonRequest('CodePipeline_20150709.ListPipelines', {});
const MINUTE = 60_000;

describe('who may speak to the server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const send = async (request: RawRequest, signing: Signing = {}) =>
    sendRaw(server.endpoint, await sign(server.endpoint, request, signing));
  const type = (answer: RawAnswer): string => JSON.parse(answer.text).__type;
  const clockOff = (milliseconds: number) => ({ date: new Date(Date.now() + milliseconds) });

  it('is whoever signed with a key it knows', async () => {
    const answer = await send(LIST);
    expect(answer.status, answer.text).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ pipelines: [] });
  });

  it('is nobody without a signature', async () => {
    const answer = await sendRaw(server.endpoint, LIST);
    expect([answer.status, type(answer)]).toEqual([400, 'MissingAuthenticationTokenException']);
  });

  it.each<[string, Signing, string]>([
    ['a key nobody knows', { accessKeyId: 'AKIAUNKNOWN' }, 'UnrecognizedClientException'],
    ['a wrong secret', { secretAccessKey: 'guess' }, 'InvalidSignatureException'],
    ['the name of another service', { service: 'codecommit' }, 'InvalidSignatureException'],
    ['a region that is none', { region: 'Somewhere!' }, 'InvalidSignatureException'],
    ['a clock six minutes slow', clockOff(-6 * MINUTE), 'InvalidSignatureException'],
    ['a clock six minutes fast', clockOff(6 * MINUTE), 'InvalidSignatureException'],
    ['a session token that belongs to no key', { sessionToken: 'made-up' }, 'UnrecognizedClientException'],
  ])('is not who signs with %s', async (_, signing, code) => {
    const answer = await send(LIST, signing);
    expect([answer.status, type(answer)], answer.text).toEqual([400, code]);
  });

  it('is told what is wrong with its clock', async () => {
    const slow = await send(LIST, clockOff(-6 * MINUTE));
    expect(JSON.parse(slow.text).message).toMatch(
      /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)$/,
    );
    const fast = await send(LIST, clockOff(6 * MINUTE));
    expect(JSON.parse(fast.text).message).toMatch(/^Signature not yet current: \d{8}T\d{6}Z is still later than /);
  });

  it('may have a clock that is four minutes off', async () => {
    expect((await send(LIST, clockOff(4 * MINUTE))).status).toBe(200);
    expect((await send(LIST, clockOff(-4 * MINUTE))).status).toBe(200);
  });

  it('is noticed when body, target, date or signature were changed on the way', async () => {
    const signed = await sign(server.endpoint, LIST);
    const changed: RawRequest[] = [
      { ...signed, body: '{"maxResults":1}' },
      { ...signed, headers: { ...signed.headers, 'x-amz-target': 'CodePipeline_20150709.ListWebhooks' } },
      { ...signed, headers: { ...signed.headers, 'content-type': 'application/json' } },
      { ...signed, headers: { ...signed.headers, 'x-amz-date': '20200101T000000Z' } },
      { ...signed, path: '/?a=b' },
      {
        ...signed,
        headers: { ...signed.headers, authorization: (signed.headers.authorization ?? '').replace(/.$/, 'x') },
      },
    ];
    for (const request of changed) {
      const answer = await sendRaw(server.endpoint, request);
      expect([answer.status, type(answer)], JSON.stringify(request)).toEqual([400, 'InvalidSignatureException']);
    }
  });

  it.each(['Basic dGVzdDp0ZXN0', 'Bearer token', 'AWS4-HMAC-SHA256', 'AWS4-HMAC-SHA256 Credential=test'])(
    'is nobody with the header %s',
    async (authorization) => {
      const answer = await sendRaw(server.endpoint, { ...LIST, headers: { ...LIST.headers, authorization } });
      expect([answer.status, type(answer)]).toEqual([400, 'IncompleteSignatureException']);
    },
  );

  it('has its region from the signature', async () => {
    const answer = await send({ ...LIST }, { region: 'ap-southeast-2' });
    expect(answer.status).toBe(200);
  });

  it("is refused in the words of the service's protocol", async () => {
    const wrong = new STSClient({
      endpoint: server.endpoint,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'wrong' },
      maxAttempts: 1,
    });
    await expect(wrong.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
      $metadata: { httpStatusCode: 403, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    wrong.destroy();
  });
});

describe('a key that the server issued', () => {
  let server: TestServer;
  let place: Place;
  beforeAll(async () => {
    place = await makePlace('sqlite');
    const { database } = await seeded(place);
    await database.close();
    server = await startTestServer('sqlite', { data: place.directory });
  });
  afterAll(async () => {
    await server.close();
    await place.drop();
  });

  async function seeded({ directory }: Place) {
    const first = await startTestServer('sqlite', { data: directory });
    await first.close();
    const database = openSqlite(`${directory}/velocius.db`);
    const key = {
      secretAccessKey: 'secret',
      account: '999999999999',
      arn: 'arn:aws:iam::999999999999:user/u',
      userId: 'U',
    };
    await database.write(async (tx) => {
      await insertAccessKey(tx, { ...key, accessKeyId: 'AKIALASTING', sessionToken: null, expires: null });
      const expires = Date.now() + 60 * MINUTE;
      await insertAccessKey(tx, { ...key, accessKeyId: 'ASIAPASSING', sessionToken: 'token', expires });
      await insertAccessKey(tx, { ...key, accessKeyId: 'ASIAEXPIRED', sessionToken: 'token', expires: 1 });
    });
    return { database };
  }

  const identity = async (signing: Signing) => {
    const request: RawRequest = {
      method: 'POST',
      path: '/',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    };
    const key = { service: 'sts', secretAccessKey: 'secret', ...signing };
    return sendRaw(server.endpoint, await sign(server.endpoint, request, key));
  };

  it('speaks for its own account', async () => {
    const answer = await identity({ accessKeyId: 'AKIALASTING' });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.text).toContain('<Account>999999999999</Account>');
    expect((await identity({ accessKeyId: 'ASIAPASSING', sessionToken: 'token' })).status).toBe(200);
  });

  it('needs its own session token, and is good for its time only', async () => {
    const missing = await identity({ accessKeyId: 'ASIAPASSING' });
    const other = await identity({ accessKeyId: 'ASIAPASSING', sessionToken: 'other' });
    const expired = await identity({ accessKeyId: 'ASIAEXPIRED', sessionToken: 'token' });
    expect([missing.status, other.status, expired.status]).toEqual([403, 403, 403]);
    expect(missing.text).toContain('<Code>InvalidClientTokenId</Code>');
    expect(other.text).toContain('<Code>InvalidClientTokenId</Code>');
    expect(expired.text).toContain('<Code>ExpiredToken</Code>');
  });
});

describe('a server with keys of its own', () => {
  it('does not know the public key', async () => {
    const rootKey = { accessKeyId: 'own', secretAccessKey: 'very secret' };
    const server = await startTestServer('sqlite', { rootKey });
    const own = await sendRaw(server.endpoint, await sign(server.endpoint, LIST, rootKey));
    expect(own.status).toBe(200);
    const known = await sendRaw(server.endpoint, await sign(server.endpoint, LIST));
    expect(JSON.parse(known.text).__type).toBe('UnrecognizedClientException');
    await server.close();
  });
});
