import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonRequest, type RawAnswer, type RawRequest, type Signing, sendRaw, sign } from '../../harness/raw-http.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const TARGET = 'CodePipeline_20150709';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});

const send = async (request: RawRequest, signing: Signing = {}) =>
  sendRaw(server.endpoint, await sign(server.endpoint, request, signing));
const call = (operation: string, body: unknown) => send(jsonRequest(`${TARGET}.${operation}`, body));
const error = ({ status, text }: RawAnswer) => {
  const { __type: type, message } = JSON.parse(text);
  return { status, type, message };
};

describe('every answer', () => {
  it('carries a request id of its own, also an error', async () => {
    const answers = [
      await call('ListPipelines', {}),
      await call('ListPipelines', '{'),
      await call('Nothing', {}),
      await sendRaw(server.endpoint, jsonRequest(`${TARGET}.ListPipelines`, {})),
    ];
    const ids = answers.map(({ headers }) => headers['x-amzn-requestid']);
    expect(ids.every((id) => /^[0-9a-f-]{36}$/.test(String(id)))).toBe(true);
    expect(new Set(ids).size).toBe(answers.length);
  });

  it('is JSON with its length, and lets no page of another origin read it', async () => {
    const answer = await call('ListPipelines', {});
    expect(answer.headers).toMatchObject({
      'content-type': 'application/x-amz-json-1.1',
      'content-length': String(answer.text.length),
    });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('an operation', () => {
  it.each([
    `${TARGET}.Nothing`,
    `${TARGET}.constructor`,
    `${TARGET}.__proto__`,
    `${TARGET}.toString`,
    `${TARGET}.`,
    `${TARGET}`,
    `${TARGET}.ListPipelines.ListPipelines`,
    'Unknown_20200101.ListPipelines',
    'ListPipelines',
    '',
  ])('that does not exist is unknown: %s', async (target) => {
    expect(error(await send(jsonRequest(target, {})))).toMatchObject({
      status: 400,
      type: 'UnknownOperationException',
    });
  });

  it('that is not built yet is refused by its name', async () => {
    const answer = await send(jsonRequest('CodeBuild_20161006.BatchGetFleets', { names: ['a'] }), {
      service: 'codebuild',
    });
    expect(error(answer)).toMatchObject({
      status: 501,
      type: 'NotImplementedException',
      message: expect.stringContaining('codebuild BatchGetFleets is not implemented'),
    });
  });

  it('is sent by POST', async () => {
    const request = { ...jsonRequest(`${TARGET}.ListPipelines`, {}), method: 'PUT' };
    expect(error(await send(request))).toMatchObject({ status: 405, type: 'UnknownOperationException' });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'application/jsonp'])(
    'is not read from %s',
    async (type) => {
      const request = jsonRequest(`${TARGET}.ListPipelines`, {});
      const answer = await send({ ...request, headers: { ...request.headers, 'content-type': type } });
      expect(error(answer)).toMatchObject({ status: 400, type: 'UnknownOperationException' });
    },
  );

  it.each(['application/x-amz-json-1.0', 'application/json', 'application/x-amz-json-1.1; charset=utf-8'])(
    'is read from %s',
    async (type) => {
      const request = jsonRequest(`${TARGET}.ListPipelines`, {});
      expect((await send({ ...request, headers: { ...request.headers, 'content-type': type } })).status).toBe(200);
    },
  );

  it('of the Query protocol that does not exist is an invalid action', async () => {
    for (const action of ['Nothing', 'constructor', '']) {
      const answer = await send(
        {
          method: 'POST',
          path: '/',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: `Action=${action}&Version=2011-06-15`,
        },
        { service: 'sts' },
      );
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('<Code>InvalidAction</Code>');
      expect(answer.text).toMatch(/<RequestId>[0-9a-f-]{36}<\/RequestId>/);
    }
  });
});

describe('a service that is not served', () => {
  it.each<[string, string, RawRequest]>([
    ['dynamodb', 'of JSON', jsonRequest('DynamoDB_20120810.ListTables', {})],
    ['lambda', 'of REST', { method: 'GET', path: '/2015-03-31/functions', headers: {} }],
    [
      'iam',
      'of Query',
      {
        method: 'POST',
        path: '/',
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
        body: 'Action=ListRoles&Version=2010-05-08',
      },
    ],
  ])('%s, %s, is refused by its name', async (service, _protocol, request) => {
    const { status, headers, text } = await send(request, { service });
    expect(status).toBe(501);
    expect(headers['x-amzn-errortype']).toBe('NotImplementedException');
    expect(text).toContain('NotImplementedException');
    expect(text).toContain(`The service ${service} is not served here`);
  });
});

describe('a body', () => {
  it.each<[string, string | Uint8Array]>([
    ['that is cut off', '{"name":'],
    ['that is no JSON', 'name=pipeline'],
    ['that is a list', '[]'],
    ['that is a word', '"text"'],
    ['that is a number', '1'],
    ['that is null', 'null'],
    ['with something after it', '{} {}'],
    ['that is not UTF-8', Uint8Array.from([...Buffer.from('{"name":"'), 0xff, 0xfe, ...Buffer.from('"}')])],
    ['with half a character', Uint8Array.from([...Buffer.from('{"name":"'), 0xe2, 0x82, ...Buffer.from('"}')])],
  ])('%s is refused', async (_, body) => {
    expect(error(await call('GetPipeline', body))).toMatchObject({ status: 400, type: 'SerializationException' });
  });

  it('may be empty where nothing is required', async () => {
    expect((await call('ListPipelines', '')).status).toBe(200);
  });

  it('nested a hundred thousand deep does no harm', async () => {
    const deep = `{"unknown":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect((await call('ListPipelines', deep)).status).toBe(200);
    expect(error(await call('GetPipeline', `{"name":${'['.repeat(100_000)}`))).toMatchObject({
      status: 400,
      type: 'SerializationException',
    });
  });

  it('larger than sixteen megabytes is refused, announced or not', async () => {
    const body = Buffer.alloc(16 * 1024 * 1024 + 1, 0x20);
    const request = jsonRequest(`${TARGET}.ListPipelines`, body);
    const announced = await sendRaw(server.endpoint, {
      ...request,
      headers: { ...request.headers, 'content-length': String(body.length) },
    });
    expect(error(announced)).toMatchObject({ status: 413, type: 'RequestEntityTooLargeException' });
    const chunked = await sendRaw(server.endpoint, {
      ...request,
      headers: { ...request.headers, 'transfer-encoding': 'chunked' },
    });
    expect(error(chunked)).toMatchObject({ status: 413, type: 'RequestEntityTooLargeException' });
    expect(announced.headers.connection).toBe('close');
  });

  it('that stops in the middle leaves the server well', async () => {
    const head = `POST / HTTP/1.1\r\nHost: ${new URL(server.endpoint).host}\r\nX-Amz-Target: ${TARGET}.ListPipelines\r\nContent-Length: 1000\r\n\r\n`;
    await Promise.all(Array.from({ length: 20 }, () => sendAndHangUp(`${head}{"half"`)));
    await sendAndHangUp('POST / HTTP/1.1\r\nHost:');
    await sendAndHangUp('\u0000\u0001\u0002 noise \r\n\r\n');
    expect((await call('ListPipelines', {})).status).toBe(200);
    expect(server.errors).toEqual([]);
  });

  it('of members nobody knows is read without them', async () => {
    expect((await call('ListPipelines', { unknown: { a: 1 }, __proto__: null })).status).toBe(200);
  });
});

async function sendAndHangUp(text: string): Promise<void> {
  const { hostname, port } = new URL(server.endpoint);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(text, () => socket.destroy()));
    socket.on('error', () => {});
    socket.once('close', () => resolve());
  });
}

describe('a member', () => {
  it.each<[string, unknown, string]>([
    ['a number', 1, 'NUMBER_VALUE can not be converted to a String'],
    ['a boolean', true, 'BOOLEAN_VALUE can not be converted to a String'],
    ['a list', ['a'], 'START_ARRAY can not be converted to a String'],
    ['an object', { a: 1 }, 'START_OBJECT can not be converted to a String'],
  ])('that should be text and is %s cannot be read', async (_, name, message) => {
    expect(error(await call('GetPipeline', { name }))).toEqual({
      status: 400,
      type: 'SerializationException',
      message: `${message} at 'name'`,
    });
  });

  it.each<[string, unknown]>([
    ['text', { name: 'p', version: '1' }],
    ['a fraction', { name: 'p', version: 1.5 }],
    ['more than an integer holds', { name: 'p', version: 2 ** 31 }],
  ])('that should be an integer and is %s cannot be read', async (_, body) => {
    expect(error(await call('GetPipeline', body))).toMatchObject({ status: 400, type: 'SerializationException' });
  });

  it('that is required and missing, or null, is named', async () => {
    for (const body of [{}, { name: null }]) {
      expect(error(await call('GetPipeline', body))).toEqual({
        status: 400,
        type: 'ValidationException',
        message:
          "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null",
      });
    }
  });

  it('that breaks several constraints is told all of them', async () => {
    const answer = error(await call('GetPipeline', { name: '', version: 0 }));
    expect(answer.type).toBe('ValidationException');
    expect(answer.message).toBe(
      [
        "3 validation errors detected: Value '' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 1",
        "Value '' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [A-Za-z0-9.@\\-_]+",
        "Value '0' at 'version' failed to satisfy constraint: Member must have value greater than or equal to 1",
      ].join('; '),
    );
  });

  it('inside lists and structures is named by its path', async () => {
    const answer = error(
      await call('CreatePipeline', {
        pipeline: {
          name: 'p',
          roleArn: 'arn:aws:iam::123456789012:role/r',
          stages: [
            { name: 'ok', actions: [] },
            { name: 'not ok!', actions: [] },
          ],
        },
      }),
    );
    expect(answer.message).toContain("Value 'not ok!' at 'pipeline.stages.2.member.name' failed to satisfy constraint");
  });

  it('far too long is refused in no time', async () => {
    const start = performance.now();
    const answer = error(await call('GetPipeline', { name: `${'a'.repeat(5_000_000)}!` }));
    expect(answer.message).toContain('Member must have length less than or equal to 100');
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('whatever is sent', () => {
  const operations = [
    'GetPipeline',
    'CreatePipeline',
    'StartPipelineExecution',
    'ListPipelineExecutions',
    'TagResource',
  ];

  it('as JSON is answered by an error of AWS, never by a failure of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...operations), fc.object({ maxDepth: 4 }), async (operation, body) => {
        const answer = await call(operation, JSON.stringify(body));
        expect(answer.status, answer.text).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
    expect(server.errors).toEqual([]);
  });

  it('as path and method is answered', async () => {
    const methods = fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'TRACE');
    const paths = fc.string({
      unit: fc.constantFrom('/', '.', '%', '2', 'e', 'f', 'a', '?', '&', '=', '+', '\\', ';'),
    });
    await fc.assert(
      fc.asyncProperty(methods, paths, async (method, path) => {
        const answer = await sendRaw(server.endpoint, { method, path: `/${path}`, headers: {} });
        expect(answer.status, `${method} /${path}: ${answer.text}`).toBeLessThan(502);
        expect(answer.status).not.toBe(500);
      }),
      { numRuns: 150 },
    );
    expect(server.errors).toEqual([]);
  });
});

describe('a timestamp', () => {
  it('is answered as a number of seconds', async () => {
    const stages = [
      stage('Source', 'Source', { S3Bucket: 'b', S3ObjectKey: 'k' }, 'S3'),
      stage('Approve', 'Approval', {}, 'Manual'),
    ];
    const created = await call('CreatePipeline', {
      pipeline: {
        name: 'timestamps',
        roleArn: 'arn:aws:iam::123456789012:role/r',
        artifactStore: { type: 'S3', location: 'artifacts' },
        stages,
        version: 1,
      },
    });
    expect(created.status, created.text).toBe(200);
    const got = JSON.parse((await call('GetPipeline', { name: 'timestamps' })).text);
    expect(typeof got.metadata.created).toBe('number');
    expect(Math.abs(got.metadata.created - Date.now() / 1000)).toBeLessThan(60);
  });

  function stage(name: string, category: string, configuration: Record<string, string>, provider: string) {
    const outputArtifacts = category === 'Source' ? [{ name: 'out' }] : [];
    const actionTypeId = { category, owner: 'AWS', provider, version: '1' };
    return { name, actions: [{ name, actionTypeId, configuration, outputArtifacts, inputArtifacts: [], runOrder: 1 }] };
  }
});
