import { type ActionDeclaration, CreatePipelineCommand } from '@aws-sdk/client-codepipeline';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { action, actionsOf, create, pipeline, QUIET, stage, start, untilStatus } from '../harness/pipelines.ts';
import { ACCOUNT, startTestServer, type TestServer } from '../harness/server.ts';
import { makeBuckets, sourceOf } from '../harness/sources.ts';
import { unzipped } from '../harness/zips.ts';

const SITE = 'deployed-site';
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const FILES = { 'index.html': '<h1>one</h1>', 'docs/read me.txt': 'two', 'data.bin': 'three' };

const deploy = (configuration: Record<string, string>): ActionDeclaration =>
  action('Ship', {
    actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'S3', version: '1' },
    configuration: { BucketName: SITE, ...configuration },
    inputArtifacts: [{ name: 'FetchOutput' }],
  });

describe.each(DIALECTS)('the S3 deploy action on %s', (dialect) => {
  let server: TestServer;
  const client = () => server.codepipeline;

  beforeAll(async () => {
    server = await startTestServer(dialect);
    await makeBuckets(server.s3, SITE);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  async function run(
    name: string,
    configuration: Record<string, string>,
    outcome = 'Succeeded',
    files: object = FILES,
    variables: Record<string, string> = {},
  ) {
    const from = await sourceOf(server.s3, 'Fetch', { ...files }, { namespace: 'Src' });
    const defaults = Object.entries(variables).map(([variable, defaultValue]) => ({ name: variable, defaultValue }));
    const declared = { variables: [...QUIET.variables, ...defaults] };
    await create(client(), pipeline(name, [stage('Source', from), stage('Deploy', deploy(configuration))], declared));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, outcome);
    const [fetched, shipped] = await actionsOf(client(), name, id);
    return { fetched, shipped };
  }

  const object = async (Key: string) => {
    const { Body, ...facts } = await server.s3.send(new GetObjectCommand({ Bucket: SITE, Key }));
    return { ...facts, bytes: (await Body?.transformToByteArray()) ?? new Uint8Array() };
  };
  const keysBelow = async (Prefix: string) =>
    ((await server.s3.send(new ListObjectsV2Command({ Bucket: SITE, Prefix }))).Contents ?? []).map(({ Key }) => Key);

  it('unpacks the artifact below a path with variables, each file with its type, cache control, list and key', async () => {
    const { fetched } = await run('extracting', {
      Extract: 'true',
      ObjectKey: 'site/#{Src.VersionId}/',
      CacheControl: 'public, max-age=60',
      CannedACL: 'bucket-owner-full-control',
      KMSEncryptionKeyARN: KEY,
    });
    const version = fetched?.output?.outputVariables?.VersionId;
    expect(await keysBelow('site/')).toEqual([
      `site/${version}/data.bin`,
      `site/${version}/docs/read me.txt`,
      `site/${version}/index.html`,
    ]);
    expect(await object(`site/${version}/index.html`)).toMatchObject({
      ContentType: 'text/html',
      CacheControl: 'public, max-age=60',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: KEY,
      bytes: Uint8Array.from(Buffer.from('<h1>one</h1>')),
    });
  });

  it('does what variables say, and fails by the key whose value is none once they are resolved', async () => {
    const said = { Extract: '#{variables.Yes}', CannedACL: '#{variables.List}', ObjectKey: 'said' };
    await run('said', said, 'Succeeded', FILES, { Yes: 'true', List: 'private' });
    expect(await keysBelow('said/')).toHaveLength(3);
    for (const [key, value] of [
      ['Extract', 'yes'],
      ['CannedACL', 'everybody'],
      ['KMSEncryptionKeyARN', 'no key'],
      ['CacheControl', 'no-store\r\nX: y'],
    ] as const) {
      const wrong = { Extract: 'true', ObjectKey: 'wrong', [key]: '#{variables.Wrong}' };
      const { shipped } = await run(`wrong-${key}`, wrong, 'Failed', FILES, { Wrong: value });
      expect(shipped?.output?.executionResult?.errorDetails).toEqual({
        code: 'ConfigurationError',
        message: expect.stringMatching(new RegExp(`^Action configuration for action 'Ship' is not valid: ${key} `)),
      });
    }
    expect(await keysBelow('wrong')).toEqual([]);
  });

  it('puts the artifact as it is under a key with the moment and an id of its own', async () => {
    const { shipped } = await run('packed', { Extract: 'false', ObjectKey: 'packed/{datetime}/{uuid}.zip' });
    const [key = ''] = await keysBelow('packed/');
    expect(key).toMatch(/^packed\/\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d\/[0-9a-f-]{36}\.zip$/);
    expect(shipped?.output?.executionResult?.externalExecutionId).toBe(key);
    const stored = await object(key);
    expect(stored.ContentType).toBe('application/zip');
    expect(stored.ServerSideEncryption).not.toBe('aws:kms');
    expect(await unzipped(stored.bytes)).toEqual(FILES);
  });

  it('fails for a list that lets others into a bucket where only its owner may be', async () => {
    const { shipped } = await run('public', { Extract: 'true', CannedACL: 'public-read' }, 'Failed');
    expect(shipped?.output?.executionResult?.errorDetails?.code).toBe('AccessControlListNotSupported');
  });

  it('deploys what a link leads to as a file, and leaves links that lead to none', async () => {
    const files = { 'v2/page': 'two', 'docs/current': '-> ../v2/page', latest: '-> v2', lost: '-> v3/page' };
    await run('linked', { Extract: 'true', ObjectKey: 'linked' }, 'Succeeded', files);
    expect(await keysBelow('linked/')).toEqual(['linked/docs/current', 'linked/v2/page']);
    expect(Buffer.from((await object('linked/docs/current')).bytes).toString()).toBe('two');
  });

  it('fails by the name of a bucket that is not there', async () => {
    const { shipped } = await run('nowhere', { Extract: 'true', BucketName: 'not-there' }, 'Failed');
    expect(shipped?.output?.executionResult?.errorDetails).toEqual({
      code: 'NoSuchBucket',
      message: 'The specified bucket does not exist: not-there',
    });
  });

  it.each([
    ['no Extract', {}, "missing required configuration 'Extract'"],
    ['an Extract that is neither', { Extract: 'yes' }, 'Extract must be true or false'],
    ['a packed artifact without a key', { Extract: 'false' }, 'ObjectKey is required when Extract is false'],
    ['an unknown list', { Extract: 'true', CannedACL: 'everybody' }, 'CannedACL must be one of private, public-read'],
    [
      'a key that is none',
      { Extract: 'true', KMSEncryptionKeyARN: 'arn:aws:s3:::key' },
      'KMSEncryptionKeyARN is neither',
    ],
    ['a header in a header', { Extract: 'true', CacheControl: 'no-store\r\nX: y' }, 'CacheControl is not the value'],
    ['a bucket that cannot be', { Extract: 'true', BucketName: 'Site/..' }, 'BucketName is not the name of a bucket'],
  ])('is refused with %s', async (_what, configuration, message) => {
    const from = await sourceOf(server.s3, 'Fetch', FILES);
    const refused = client().send(
      new CreatePipelineCommand({
        pipeline: pipeline('refused', [stage('Source', from), stage('Deploy', deploy(configuration))]),
      }),
    );
    await expect(refused).rejects.toMatchObject({
      name: 'InvalidActionDeclarationException',
      message: expect.stringContaining(message),
    });
  });
});
