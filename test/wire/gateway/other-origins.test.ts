import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonRequest, sendRaw, sign } from '../../harness/raw-http.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

/** The default key is public: a web page could sign with it. It must not get anything by that. */
describe('a web page of another origin', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const list = async (headers: Readonly<Record<string, string>>) => {
    const request = jsonRequest('CodePipeline_20150709.ListPipelines', {});
    const signed = await sign(server.endpoint, { ...request, headers: { ...request.headers, ...headers } });
    return sendRaw(server.endpoint, signed);
  };
  const port = () => new URL(server.endpoint).port;

  it.each([
    { origin: 'http://evil.example' },
    { origin: 'https://evil.example:4566' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { origin: 'http://localhost.evil.example' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
  ])('is refused with %j', async (headers) => {
    const answer = await list(headers);
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text).__type).toBe('AccessDeniedException');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is told nothing when it asks beforehand', async () => {
    const answer = await sendRaw(server.endpoint, {
      method: 'OPTIONS',
      path: '/',
      headers: {
        origin: 'http://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-amz-target,authorization',
      },
    });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it('gets nothing by a form or a picture', async () => {
    const form = await sendRaw(server.endpoint, {
      method: 'POST',
      path: '/',
      headers: { origin: 'http://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    });
    expect(form.status).toBe(403);
    const picture = await sendRaw(server.endpoint, {
      method: 'GET',
      path: '/bucket/key?X-Amz-Signature=00',
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    });
    expect(picture.status).toBe(403);
  });

  it.each(['evil.example', 'evil.example:4566', 'localhost.evil.example', '10.0.0.1', '127.0.0.1.evil.example'])(
    'gets nothing by giving this machine the name %s',
    async (host) => {
      const answer = await sendRaw(server.endpoint, {
        ...jsonRequest('CodePipeline_20150709.ListPipelines', {}),
        headers: { host, 'x-amz-target': 'CodePipeline_20150709.ListPipelines' },
      });
      expect(answer.status).toBe(403);
    },
  );

  it('is not a page of this server, nor a client that is no page', async () => {
    const { host } = new URL(server.endpoint);
    expect((await list({ origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await list({})).status).toBe(200);
    expect((await list({ 'sec-fetch-site': 'none' })).status).toBe(200);
  });

  it.each([
    'localhost',
    'codepipeline.eu-west-1.localhost',
    'git-codecommit.eu-west-1.amazonaws.com.localhost',
    '[::1]',
  ])('is not a client that calls this machine %s', async (name) => {
    const request = jsonRequest('CodePipeline_20150709.ListPipelines', {});
    const signed = await sign(`http://${name}:${port()}`, request);
    expect((await sendRaw(server.endpoint, signed)).status).toBe(200);
  });
});

describe('a server with keys of its own', () => {
  it('may be called by any name, but not from pages of other origins', async () => {
    const rootKey = { accessKeyId: 'own', secretAccessKey: 'very secret' };
    const server = await startTestServer('sqlite', { rootKey });
    const request = jsonRequest('CodePipeline_20150709.ListPipelines', {});
    const named = await sign('http://cd.example.com', request, rootKey);
    expect((await sendRaw(server.endpoint, named)).status).toBe(200);
    const foreign = { ...request, headers: { ...request.headers, origin: 'http://evil.example' } };
    const signed = await sign('http://cd.example.com', foreign, rootKey);
    expect((await sendRaw(server.endpoint, signed)).status).toBe(403);
    await server.close();
  });
});
