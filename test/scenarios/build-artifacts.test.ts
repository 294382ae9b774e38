import { createHash } from 'node:crypto';
import { CreateProjectCommand, type CreateProjectCommandInput } from '@aws-sdk/client-codebuild';
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logOf, phasesOf, project, startBuild, untilBuilt } from '../harness/builds.ts';
import { DIALECTS } from '../harness/databases.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { unzipped, zipOf } from '../harness/zips.ts';

const BUCKET = 'artifact-bucket';
const SOURCES = 'source-bucket';

const TREE = {
  version: '0.2',
  phases: {
    build: {
      commands: [
        'mkdir -p out/deep/er my-build1 my-build2',
        'for f in out/a.txt out/deep/b.txt out/deep/er/c.txt out/.hidden top.txt my-build1/one my-build2/two; do echo "$f" > $f; done',
        'VERSION=v7',
      ],
    },
  },
};

describe.each(DIALECTS)('artifacts and sources of builds on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
    for (const Bucket of [BUCKET, SOURCES]) await server.s3.send(new CreateBucketCommand({ Bucket }));
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  async function run(name: string, buildspec: string | object, settings: Partial<CreateProjectCommandInput> = {}) {
    await server.codebuild.send(new CreateProjectCommand({ ...project(name, buildspec), ...settings }));
    return untilBuilt(server, await startBuild(server, name));
  }

  async function read(Key: string): Promise<Uint8Array> {
    const { Body } = await server.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  }

  async function keysBelow(Prefix: string): Promise<string[]> {
    const { Contents = [] } = await server.s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix }));
    return Contents.map(({ Key }) => Key ?? '');
  }

  const zip = { type: 'S3', location: BUCKET, packaging: 'ZIP' } as const;

  test('are a zip of the files named, with its sums and the build it is from', async () => {
    const buildspec = {
      ...TREE,
      artifacts: { files: ['**/*'], 'base-directory': 'out', 'exclude-paths': ['deep/er/*'] },
    };
    const build = await run('zipped', buildspec, { artifacts: { ...zip, path: 'some/path', name: 'app.zip' } });
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(build.artifacts?.location).toBe(`arn:aws:s3:::${BUCKET}/some/path/app.zip`);
    const content = await read('some/path/app.zip');
    expect(await unzipped(content)).toEqual({
      '.hidden': 'out/.hidden\n',
      'a.txt': 'out/a.txt\n',
      'deep/b.txt': 'out/deep/b.txt\n',
    });
    expect(build.artifacts?.md5sum).toBe(createHash('md5').update(content).digest('hex'));
    expect(build.artifacts?.sha256sum).toBe(createHash('sha256').update(content).digest('hex'));
    const { Metadata } = await server.s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'some/path/app.zip' }));
    expect(Metadata).toEqual({ 'codebuild-buildarn': build.arn });
    expect(await logOf(server, build)).toContain('Found 3 file(s)');
  });

  test('are objects of a folder without packaging, below the build id where the project wants it', async () => {
    const buildspec = { ...TREE, artifacts: { files: ['out/*', 'top.txt'] } };
    const build = await run('folder', buildspec, {
      artifacts: { type: 'S3', location: BUCKET, namespaceType: 'BUILD_ID', path: 'folders' },
    });
    const uuid = build.id?.split(':')[1];
    expect(build.artifacts).toMatchObject({
      location: `arn:aws:s3:::${BUCKET}/folders/${uuid}/folder`,
      md5sum: '',
      sha256sum: '',
    });
    const prefix = `folders/${uuid}/folder/`;
    expect(await keysBelow('folders/')).toEqual([`${prefix}out/.hidden`, `${prefix}out/a.txt`, `${prefix}top.txt`]);
  });

  test('lose their directories with discard-paths, and take base directories by pattern', async () => {
    const buildspec = { ...TREE, artifacts: { files: '**/*', 'base-directory': 'my-build*', 'discard-paths': 'yes' } };
    const build = await run('flat', buildspec, { artifacts: { ...zip, name: 'flat.zip' } });
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(await unzipped(await read('flat.zip'))).toEqual({ one: 'my-build1/one\n', two: 'my-build2/two\n' });
  });

  test('have the name that the buildspec computes, where the project lets it', async () => {
    const buildspec = { ...TREE, artifacts: { files: ['top.txt'], name: 'release-$VERSION-$(basename "$PWD")' } };
    const build = await run('named', buildspec, { artifacts: { ...zip, overrideArtifactName: true } });
    expect(build.artifacts).toMatchObject({
      location: `arn:aws:s3:::${BUCKET}/release-v7-src`,
      overrideArtifactName: true,
    });
    expect(await unzipped(await read('release-v7-src'))).toEqual({ 'top.txt': 'top.txt\n' });
    const plain = await run('not-named', buildspec, { artifacts: zip });
    expect(plain.artifacts?.location).toBe(`arn:aws:s3:::${BUCKET}/not-named`);
  });

  test('may be several', async () => {
    const buildspec = {
      ...TREE,
      artifacts: {
        files: ['top.txt'],
        'secondary-artifacts': { docs: { files: ['deep/b.txt'], 'base-directory': 'out' } },
      },
    };
    const build = await run('several', buildspec, {
      artifacts: { ...zip, name: 'main.zip' },
      secondaryArtifacts: [{ ...zip, name: 'docs.zip', artifactIdentifier: 'docs' }],
    });
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(build.secondaryArtifacts).toMatchObject([
      { artifactIdentifier: 'docs', location: `arn:aws:s3:::${BUCKET}/docs.zip` },
    ]);
    expect(await unzipped(await read('docs.zip'))).toEqual({ 'deep/b.txt': 'out/deep/b.txt\n' });
    expect(await unzipped(await read('main.zip'))).toEqual({ 'top.txt': 'top.txt\n' });
  });

  test('follow no link out of the build', async () => {
    const commands = [
      'ln -s /etc/passwd passwd',
      'ln -s ../../../.. up',
      'ln -s ../run/environment secrets',
      'echo inner > inner',
      'ln -s inner link',
      'mkdir d && ln -s ../inner d/inside',
    ];
    const artifacts = { files: ['**/*'] };
    const build = await run(
      'links',
      { version: '0.2', phases: { build: { commands } }, artifacts },
      { artifacts: { ...zip, name: 'links.zip' } },
    );
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(await unzipped(await read('links.zip'))).toEqual({
      inner: 'inner\n',
      link: 'inner\n',
      'd/inside': 'inner\n',
    });
    expect(await logOf(server, build)).toContain('Skipping invalid file path passwd');
    const kept = {
      version: '0.2',
      phases: { build: { commands } },
      artifacts: { ...artifacts, 'enable-symlinks': 'yes' },
    };
    await run('kept-links', kept, { artifacts: { ...zip, name: 'kept.zip' } });
    expect(await unzipped(await read('kept.zip'))).toEqual({
      inner: 'inner\n',
      link: '-> inner',
      'd/inside': '-> ../inner',
    });
  });

  test.each([
    ['no file', { files: ['absent/**/*'] }, 'no matching artifact paths found'],
    ['a file outside', { files: ['../../../../../etc/passwd'] }, 'no matching artifact paths found'],
    [
      'no directory',
      { files: ['**/*'], 'base-directory': 'absent' },
      'no matching base directory path found for absent',
    ],
    [
      'a directory outside',
      { files: ['**/*'], 'base-directory': '/etc' },
      'no matching base directory path found for /etc',
    ],
    [
      'a way out',
      { files: ['**/*'], 'base-directory': '../../../..' },
      'no matching base directory path found for ../../../..',
    ],
    [
      'what lies beside the sources',
      { files: ['**/*'], 'base-directory': '..' },
      'no matching base directory path found for ..',
    ],
    ['nothing', undefined, 'no matching artifact paths found: the buildspec has no artifacts'],
  ])('fail the build when they name %s', async (title, artifacts, message) => {
    const build = await run(`none-${title.replaceAll(' ', '-')}`, { ...TREE, artifacts }, { artifacts: zip });
    expect(build.buildStatus).toBe('FAILED');
    expect(phasesOf(build)).toContain('UPLOAD_ARTIFACTS FAILED');
    const phase = build.phases?.find(({ phaseType }) => phaseType === 'UPLOAD_ARTIFACTS');
    expect(phase?.contexts).toEqual([{ statusCode: 'CLIENT_ERROR', message }]);
  });

  test('fail the build when there is no such bucket', async () => {
    const build = await run(
      'no-bucket',
      { ...TREE, artifacts: { files: ['top.txt'] } },
      { artifacts: { ...zip, location: 'absent-bucket' } },
    );
    expect(phasesOf(build)).toContain('UPLOAD_ARTIFACTS FAILED');
  });

  test('are uploaded after a failure in BUILD', async () => {
    const buildspec = {
      version: '0.2',
      phases: { build: { commands: ['echo report > report.txt', 'exit 1'] } },
      artifacts: { files: ['report.txt'] },
    };
    const build = await run('failed-report', buildspec, { artifacts: { ...zip, name: 'report.zip' } });
    expect(build.buildStatus).toBe('FAILED');
    expect(await unzipped(await read('report.zip'))).toEqual({ 'report.txt': 'report\n' });
  });

  test('a source in S3 brings its own buildspec, and others beside it', async () => {
    const spec =
      'version: 0.2\nphases:\n  build:\n    commands:\n      - cat "$CODEBUILD_SRC_DIR_lib/lib.txt" main.txt\n      - echo "$CODEBUILD_SOURCE_REPO_URL"\n';
    const Body = await zipOf({ 'ci/spec.yml': spec, 'main.txt': 'main\n' });
    await server.s3.send(new PutObjectCommand({ Bucket: SOURCES, Key: 'app.zip', Body }));
    await server.s3.send(
      new PutObjectCommand({ Bucket: SOURCES, Key: 'lib.zip', Body: await zipOf({ 'lib.txt': 'lib\n' }) }),
    );
    const build = await run('from-s3', '', {
      source: { type: 'S3', location: `${SOURCES}/app.zip`, buildspec: 'ci/spec.yml' },
      secondarySources: [{ type: 'S3', location: `${SOURCES}/lib.zip`, sourceIdentifier: 'lib' }],
    });
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(await logOf(server, build)).toContain('\nlib\nmain\n');
    expect(await logOf(server, build)).toContain(`\ns3://${SOURCES}/app.zip\n`);
  });

  test('a buildspec may be an object in S3', async () => {
    await server.s3.send(
      new PutObjectCommand({
        Bucket: SOURCES,
        Key: 'specs/one.yml',
        Body: 'version: 0.2\nphases:\n  build:\n    commands:\n      - echo from afar\n',
      }),
    );
    const build = await run('afar', `arn:aws:s3:::${SOURCES}/specs/one.yml`);
    expect(await logOf(server, build)).toContain('\nfrom afar\n');
  });

  test.each([
    ['absent.zip', 'NoSuchKey'],
    ['broken.zip', 'The archive cannot be read'],
    ['folder/', 'not implemented'],
  ])('a source %s in S3 fails the build', async (key, message) => {
    await server.s3.send(new PutObjectCommand({ Bucket: SOURCES, Key: 'broken.zip', Body: 'no zip at all' }));
    const build = await run(`source-${key.replace(/\W/g, '-')}`, '', {
      source: { type: 'S3', location: `${SOURCES}/${key}` },
    });
    expect(build.buildStatus).toBe('FAILED');
    const [context] = build.phases?.find(({ phaseType }) => phaseType === 'DOWNLOAD_SOURCE')?.contexts ?? [];
    expect(context?.statusCode).toBe('CLIENT_ERROR');
    expect(context?.message).toContain(message);
  });

  test('a source without its buildspec fails the build', async () => {
    await server.s3.send(
      new PutObjectCommand({ Bucket: SOURCES, Key: 'bare.zip', Body: await zipOf({ 'a.txt': 'a' }) }),
    );
    const build = await run('bare', '', { source: { type: 'S3', location: `${SOURCES}/bare.zip` } });
    const [context] = build.phases?.find(({ phaseType }) => phaseType === 'DOWNLOAD_SOURCE')?.contexts ?? [];
    expect(context).toEqual({
      statusCode: 'YAML_FILE_ERROR',
      message: 'stat buildspec.yml: no such file or directory',
    });
  });

  test('say which key of the project they are encrypted with, unless they are not to be', async () => {
    const encryptionKey = 'arn:aws:kms:us-east-1:123456789012:key/own';
    const buildspec = { ...TREE, artifacts: { files: ['top.txt'] } };
    const about = async (name: string, settings: object) => {
      const artifacts = { type: 'S3' as const, location: BUCKET, name, ...settings };
      expect((await run(name, buildspec, { artifacts, encryptionKey })).buildStatus).toBe('SUCCEEDED');
      const [Key] = await keysBelow(name);
      return server.s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key }));
    };
    const encrypted = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: encryptionKey };
    expect(await about('keyed-zip', { packaging: 'ZIP' })).toMatchObject(encrypted);
    expect(await about('keyed-files', {})).toMatchObject(encrypted);
    expect((await about('plain', { encryptionDisabled: true })).SSEKMSKeyId).toBeUndefined();
  });
});
