import { CodeBuildClient, CreateProjectCommand } from '@aws-sdk/client-codebuild';
import {
  type ActionDeclaration,
  CreatePipelineCommand,
  ListRuleExecutionsCommand,
  type PipelineDeclaration,
  type RuleDeclaration,
  type StageDeclaration,
} from '@aws-sdk/client-codepipeline';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { building, project } from '../harness/builds.ts';
import { DIALECTS } from '../harness/databases.ts';
import { action, actionsOf, create, pipeline, QUIET, stage, start, untilStatus } from '../harness/pipelines.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../harness/server.ts';
import { makeBuckets, sourceOf } from '../harness/sources.ts';

const AFAR = 'us-east-1';
const KEY = (region: string) => `arn:aws:kms:${region}:${ACCOUNT}:alias/artifacts`;
const store = (location: string, region?: string) => ({
  type: 'S3' as const,
  location,
  ...(region === undefined ? {} : { encryptionKey: { id: KEY(region), type: 'KMS' as const } }),
});

describe.each(DIALECTS)('artifact stores on %s', (dialect) => {
  let server: TestServer;
  const client = () => server.codepipeline;

  beforeAll(async () => {
    server = await startTestServer(dialect);
    await makeBuckets(server.s3, 'site');
    await server.s3.send(new CreateBucketCommand({ Bucket: 'near-artifacts' }));
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const elsewhere = { endpoint: server.endpoint, region: AFAR, credentials };
    const farS3 = new S3Client({ ...elsewhere, forcePathStyle: true });
    for (const Bucket of ['far-artifacts', 'moving', 'lost-there'])
      await farS3.send(new CreateBucketCommand({ Bucket }));
    const far = new CodeBuildClient(elsewhere);
    await far.send(
      new CreateProjectCommand({
        ...project('far-builder', {
          ...building('cat main.txt > built.txt', 'echo "$AWS_REGION" >> built.txt'),
          artifacts: { files: ['built.txt'] },
        }),
        artifacts: { type: 'NO_ARTIFACTS' },
      }),
    );
    for (const one of [far, farS3]) one.destroy();
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const build = (settings: Partial<ActionDeclaration> = {}) =>
    action('Build', {
      actionTypeId: { category: 'Build', owner: 'AWS', provider: 'CodeBuild', version: '1' },
      configuration: { ProjectName: 'far-builder' },
      inputArtifacts: [{ name: 'MainOutput' }],
      outputArtifacts: [{ name: 'Built' }],
      region: AFAR,
      ...settings,
    });
  const ship = action('Ship', {
    actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'S3', version: '1' },
    configuration: { BucketName: 'site', Extract: 'true' },
    inputArtifacts: [{ name: 'Built' }],
  });
  const declare = async (name: string, settings: Partial<PipelineDeclaration>, built = build()) => {
    const main = await sourceOf(server.s3, 'Main', { 'main.txt': 'main\n' });
    const { artifactStore: _, ...declaration } = pipeline(name, [
      stage('Source', main),
      stage('Build', built),
      stage('Ship', ship),
    ]);
    return { ...declaration, ...QUIET, ...settings };
  };
  const BOTH = {
    artifactStores: { [REGION]: store('near-artifacts', REGION), [AFAR]: store('far-artifacts', AFAR) },
  };
  const head = (at: { bucket?: string | undefined; key?: string | undefined } | undefined) =>
    server.s3.send(new HeadObjectCommand({ Bucket: at?.bucket, Key: at?.key }));

  it('an action of another region finds its inputs in the store there, and its outputs come back', async () => {
    const name = 'across';
    await create(client(), await declare(name, BOTH));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Succeeded');
    const [fetched, built, shipped] = await actionsOf(client(), name, id);
    const made = fetched?.output?.outputArtifacts?.[0]?.s3location;
    const taken = built?.input?.inputArtifacts?.[0]?.s3location;
    const given = built?.output?.outputArtifacts?.[0]?.s3location;
    const back = shipped?.input?.inputArtifacts?.[0]?.s3location;
    expect([made?.bucket, taken?.bucket, given?.bucket, back?.bucket]).toEqual([
      'near-artifacts',
      'far-artifacts',
      'far-artifacts',
      'near-artifacts',
    ]);
    expect(built?.input?.region).toBe(AFAR);
    for (const [place, region] of [
      [made, REGION],
      [taken, AFAR],
      [given, AFAR],
      [back, REGION],
    ] as const)
      expect(await head(place)).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: KEY(region) });
    expect((await head(made)).ETag).toBe((await head(taken)).ETag);
    const { Body } = await server.s3.send(new GetObjectCommand({ Bucket: 'site', Key: 'built.txt' }));
    expect(await Body?.transformToString()).toBe(`main\n${AFAR}\n`);
  });

  it('a rule of another region finds its inputs in the store there', async () => {
    const name = 'ruled-afar';
    const main = await sourceOf(server.s3, 'Main', { 'main.txt': 'main\n' });
    const rule = {
      name: 'Afar',
      ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'Commands', version: '1' },
      commands: ['grep -q main main.txt', `test "$AWS_REGION" = ${AFAR}`],
      inputArtifacts: [{ name: 'MainOutput' }],
      region: AFAR,
    } satisfies RuleDeclaration;
    const guarded: StageDeclaration = {
      ...stage('Ship', { ...ship, inputArtifacts: [{ name: 'MainOutput' }] }),
      beforeEntry: { conditions: [{ result: 'FAIL', rules: [rule] }] },
    };
    const declaration = pipeline(name, [stage('Source', main), guarded], QUIET);
    await expect(create(client(), declaration)).rejects.toMatchObject({
      name: 'InvalidStructureException',
      message: expect.stringContaining(`missing in 'pipeline.artifactStores': ${AFAR}`),
    });
    await create(client(), { ...declaration, artifactStore: undefined, ...BOTH });
    await untilStatus(client(), name, await start(client(), name), 'Succeeded');
    const { ruleExecutionDetails: [evaluated] = [] } = await client().send(
      new ListRuleExecutionsCommand({ pipelineName: name }),
    );
    expect(evaluated).toMatchObject({ status: 'Succeeded', input: { region: AFAR } });
    const taken = evaluated?.input?.inputArtifacts?.[0]?.s3location;
    expect(taken?.bucket).toBe('far-artifacts');
    expect(await head(taken)).toMatchObject({ SSEKMSKeyId: KEY(AFAR) });
  });

  it('artifacts say nothing of a key where their store has none', async () => {
    const name = 'keyless';
    await create(
      client(),
      await declare(name, { artifactStores: { [REGION]: store('near-artifacts'), [AFAR]: store('far-artifacts') } }),
    );
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Succeeded');
    const [fetched] = await actionsOf(client(), name, id);
    expect((await head(fetched?.output?.outputArtifacts?.[0]?.s3location)).ServerSideEncryption).not.toBe('aws:kms');
  });

  it('a bucket that was made anew in the wrong region fails the action, with the reason', async () => {
    const name = 'misplaced';
    await create(
      client(),
      await declare(name, { artifactStores: { [REGION]: store('near-artifacts'), [AFAR]: store('moving') } }),
    );
    await server.s3.send(new DeleteBucketCommand({ Bucket: 'moving' }));
    await server.s3.send(new CreateBucketCommand({ Bucket: 'moving' }));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Failed');
    const [, failed] = await actionsOf(client(), name, id);
    expect(failed?.output?.executionResult?.errorDetails).toEqual({
      code: 'ConfigurationError',
      message: `The artifact bucket moving is in region ${REGION}, and the action in ${AFAR}`,
    });
  });

  it('a bucket that was deleted since fails who would write to it, a source or a copy, by its name', async () => {
    await server.s3.send(new CreateBucketCommand({ Bucket: 'lost' }));
    const errorOf = async (name: string, artifactStores: PipelineDeclaration['artifactStores'], lost: string) => {
      await create(client(), await declare(name, { artifactStores }));
      await server.s3.send(new DeleteBucketCommand({ Bucket: lost }));
      const id = await start(client(), name);
      await untilStatus(client(), name, id, 'Failed');
      return (await actionsOf(client(), name, id)).at(-1)?.output?.executionResult?.errorDetails;
    };
    const gone = (artifact: string, bucket: string) => ({
      code: 'ConfigurationError',
      message: `Unable to write the artifact ${artifact} to the Amazon S3 artifact bucket '${bucket}': there is no such bucket`,
    });
    const near = { [REGION]: store('near-artifacts') };
    const lost = { [REGION]: store('lost'), [AFAR]: store('far-artifacts') };
    expect(await errorOf('lost-near', lost, 'lost')).toEqual(gone('MainOutput', 'lost'));
    const lostThere = { ...near, [AFAR]: store('lost-there') };
    expect(await errorOf('lost-far', lostThere, 'lost-there')).toEqual(gone('MainOutput', 'lost-there'));
  });

  it('are refused when a region of an action has none, a bucket is not there, or a source or foreign action is elsewhere', async () => {
    const refusal = async (declaration: PipelineDeclaration) =>
      client()
        .send(new CreatePipelineCommand({ pipeline: declaration }))
        .then(
          () => 'created',
          (error: Error) => `${error.name}: ${error.message}`,
        );
    expect(await refusal(await declare('refused', { artifactStore: store('near-artifacts') }))).toContain(
      `InvalidStructureException: Your pipeline must have an artifact store, such as an artifact bucket, for each region`,
    );
    const wrong = (stores: PipelineDeclaration['artifactStores']) => declare('refused', { artifactStores: stores });
    const start = 'InvalidStructureException: An error occurred while validating the artifact bucket';
    const end = `Choose a valid artifact bucket in '${AFAR}', or create a new artifact bucket to use in your pipeline.`;
    expect(await refusal(await wrong({ [REGION]: store('near-artifacts'), [AFAR]: store('nowhere') }))).toBe(
      `${start} 'nowhere': No bucket with the name nowhere was found. ${end}`,
    );
    expect(await refusal(await wrong({ [REGION]: store('near-artifacts'), [AFAR]: store('near-artifacts') }))).toBe(
      `${start} 'near-artifacts': The bucket named near-artifacts is not located in the \`${AFAR}\` AWS region. ${end}`,
    );
    const farSource = await declare('refused', BOTH);
    const [first, ...stages] = farSource.stages ?? [];
    const moved = {
      ...first,
      name: 'Source',
      actions: (first?.actions ?? []).map((one) => ({ ...one, region: AFAR })),
    };
    expect(await refusal({ ...farSource, stages: [moved, ...stages] })).toContain(
      "InvalidActionDeclarationException: Action 'Main' is in region us-east-1: source, third-party and custom actions",
    );
  });
});
