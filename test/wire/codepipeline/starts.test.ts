import {
  GetPipelineStateCommand,
  ListPipelineExecutionsCommand,
  PutActionRevisionCommand,
  type SourceRevisionOverride,
  StartPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { dummyProvider } from '../../harness/dummy-provider.ts';
import {
  action,
  actionsOf,
  approval,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  untilStatus,
} from '../../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';
import { createBucket, putZip, s3Source } from '../../harness/watched-sources.ts';

const DEFAULTED = { variables: [{ name: 'Reason', defaultValue: 'none given' }] };
const OFF = { PollForSourceChanges: 'false' };

describe.each(DIALECTS)('starts of pipelines on %s', (dialect) => {
  let server: TestServer;
  const dummy = dummyProvider();
  const client = () => server.codepipeline;
  const versions: string[] = [];

  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { providers: dummy.providers });
    await createBucket(server, 'zips');
    versions.push(await putZip(server, 'zips', 'app.zip', 'one'), await putZip(server, 'zips', 'app.zip', 'two'));
    versions.push(
      await putZip(server, 'zips', 'other.zip', 'three'),
      await putZip(server, 'zips', 'other.zip', 'four'),
    );
    const open = { ...OFF, AllowOverrideForS3ObjectKey: 'true' };
    const build = stage('Build', action('Compile'));
    await create(client(), pipeline('open', [stage('Source', s3Source('Zip', 'zips', 'app.zip', open)), build], QUIET));
    await create(
      client(),
      pipeline('closed', [stage('Source', s3Source('Zip', 'zips', 'app.zip', OFF)), build], QUIET),
    );
    await create(client(), pipeline('told', [stage('Source', source()), build], DEFAULTED));
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const startWith = (name: string, sourceRevisions: SourceRevisionOverride[]) =>
    client().send(
      new StartPipelineExecutionCommand({ name, sourceRevisions, variables: [{ name: 'Reason', value: 'x' }] }),
    );
  const fetched = async (name: string, id = '') => {
    await untilStatus(client(), name, id, 'Succeeded');
    const [fetch] = await actionsOf(client(), name, id);
    return fetch?.output?.outputVariables;
  };
  const zip = (revisionType: SourceRevisionOverride['revisionType'], revisionValue: string) => ({
    actionName: 'Zip',
    revisionType,
    revisionValue,
  });

  describe('StartPipelineExecution', () => {
    it('takes the version of an object it is told to', async () => {
      const { pipelineExecutionId } = await startWith('closed', [zip('S3_OBJECT_VERSION_ID', versions[0] ?? '')]);
      expect(await fetched('closed', pipelineExecutionId)).toMatchObject({
        VersionId: versions[0],
        ObjectKey: 'app.zip',
      });
    });

    it('takes another key where the source allows it, and its newest version', async () => {
      const { pipelineExecutionId } = await startWith('open', [zip('S3_OBJECT_KEY', 'other.zip')]);
      expect(await fetched('open', pipelineExecutionId)).toMatchObject({
        VersionId: versions[3],
        ObjectKey: 'other.zip',
      });
    });

    it('takes key and version together as one revision', async () => {
      const revisions = [zip('S3_OBJECT_KEY', 'other.zip'), zip('S3_OBJECT_VERSION_ID', versions[2] ?? '')];
      const { pipelineExecutionId } = await startWith('open', revisions);
      expect(await fetched('open', pipelineExecutionId)).toMatchObject({
        VersionId: versions[2],
        ObjectKey: 'other.zip',
      });
    });

    it.each([
      ['another key where the source does not allow it', 'closed', [zip('S3_OBJECT_KEY', 'other.zip')]],
      ['a commit of a bucket', 'open', [zip('COMMIT_ID', 'abc')]],
      ['an image of a bucket', 'open', [zip('IMAGE_DIGEST', 'sha256:abc')]],
      ['two versions at once', 'open', [zip('S3_OBJECT_VERSION_ID', 'a'), zip('S3_OBJECT_VERSION_ID', 'b')]],
      ['a revision of a build', 'open', [{ ...zip('COMMIT_ID', 'abc'), actionName: 'Compile' }]],
    ])('refuses %s, and starts nothing', async (_what, name, revisions) => {
      const before = await executionsOf(name);
      await expect(startWith(name, revisions)).rejects.toMatchObject({ name: 'ValidationException' });
      expect(await executionsOf(name)).toEqual(before);
    });

    it.each([
      [
        'a variable given twice',
        [
          { name: 'Reason', value: 'a' },
          { name: 'Reason', value: 'b' },
        ],
      ],
      ['a variable without characters', [{ name: 'Reason', value: '' }]],
      ['a variable that is too long', [{ name: 'Reason', value: 'x'.repeat(1001) }]],
      ['a name that is none', [{ name: 'no name', value: 'a' }]],
      ['no variables where it lists them', []],
    ])('refuses %s', async (_what, variables) => {
      const start = client().send(new StartPipelineExecutionCommand({ name: 'told', variables }));
      await expect(start).rejects.toMatchObject({ name: 'ValidationException' });
    });

    it('starts one execution for a token, however many ask with it at once', async () => {
      const command = () => new StartPipelineExecutionCommand({ name: 'told', clientRequestToken: 'at-once' });
      const answers = await Promise.all(Array.from({ length: 8 }, () => client().send(command())));
      expect(new Set(answers.map(({ pipelineExecutionId }) => pipelineExecutionId)).size).toBe(1);
    });

    it('answers a repeated token with the first execution, whatever else is asked for by then', async () => {
      const first = await client().send(
        new StartPipelineExecutionCommand({ name: 'told', clientRequestToken: 'again' }),
      );
      const variables = [{ name: 'Unknown', value: 'x' }];
      const again = { name: 'told', clientRequestToken: 'again', variables };
      expect(await client().send(new StartPipelineExecutionCommand(again))).toMatchObject({
        pipelineExecutionId: first.pipelineExecutionId,
      });
    });
  });

  describe('PutActionRevision', () => {
    const put = (revisionId: string, place = {}) =>
      client().send(
        new PutActionRevisionCommand({
          pipelineName: 'told',
          stageName: 'Source',
          actionName: 'Fetch',
          actionRevision: {
            revisionId,
            revisionChangeId: `change-of-${revisionId}`,
            created: new Date(1_700_000_000_000),
          },
          ...place,
        }),
      );

    it('runs the pipeline with a revision that is new, and not again with the same', async () => {
      const first = await put('r1');
      expect(first).toMatchObject({ newRevision: true, pipelineExecutionId: expect.any(String) });
      await untilStatus(client(), 'told', first.pipelineExecutionId ?? '', 'Succeeded');
      const [execution] = await executionsOf('told');
      expect(execution).toMatchObject({
        pipelineExecutionId: first.pipelineExecutionId,
        trigger: { triggerType: 'PutActionRevision', triggerDetail: 'arn:aws:iam::123456789012:root' },
        sourceRevisions: [{ actionName: 'Fetch', revisionId: 'r1' }],
      });
      const again = await put('r1');
      expect(again).toMatchObject({ newRevision: false, pipelineExecutionId: first.pipelineExecutionId });
      expect((await executionsOf('told'))[0]).toMatchObject({ pipelineExecutionId: first.pipelineExecutionId });
      const { stageStates } = await client().send(new GetPipelineStateCommand({ name: 'told' }));
      expect(stageStates?.[0]?.actionStates?.[0]?.currentRevision).toMatchObject({
        revisionId: 'r1',
        revisionChangeId: 'change-of-r1',
      });
    });

    it('takes a revision that comes back for new, when another was put between', async () => {
      expect((await put('r2')).newRevision).toBe(true);
      expect((await put('r3')).newRevision).toBe(true);
      expect((await put('r2')).newRevision).toBe(true);
    });

    it.each([
      ['a pipeline that is not there', { pipelineName: 'missing' }, 'PipelineNotFoundException'],
      ['a stage that is not there', { stageName: 'Missing' }, 'StageNotFoundException'],
      ['an action that is not there', { actionName: 'Missing' }, 'ActionNotFoundException'],
      ['an action that is no source', { stageName: 'Build', actionName: 'Compile' }, 'ValidationException'],
      ['a pipeline that needs a value', { pipelineName: 'open', actionName: 'Zip' }, 'ValidationException'],
    ])('refuses %s', async (_what, place, name) => {
      await expect(put('r4', place)).rejects.toMatchObject({ name });
    });
  });

  it.each(['QUEUED', 'PARALLEL'] as const)(
    'a %s pipeline has 50 executions at the most, however it is started',
    async (executionMode) => {
      const name = `full-${executionMode}`;
      const settings = { executionMode, variables: DEFAULTED.variables };
      await create(client(), pipeline(name, [stage('Source', source()), stage('Wait', approval())], settings));
      for (let count = 1; count < 50; count += 1) await client().send(new StartPipelineExecutionCommand({ name }));
      const full = { name: 'ConcurrentPipelineExecutionsLimitExceededException' };
      await expect(client().send(new StartPipelineExecutionCommand({ name }))).rejects.toMatchObject(full);
      const revision = { revisionId: 'late', revisionChangeId: 'late', created: new Date() };
      const put = { pipelineName: name, stageName: 'Source', actionName: 'Fetch', actionRevision: revision };
      await expect(client().send(new PutActionRevisionCommand(put))).rejects.toMatchObject(full);
    },
  );

  async function executionsOf(pipelineName: string) {
    const { pipelineExecutionSummaries = [] } = await client().send(
      new ListPipelineExecutionsCommand({ pipelineName }),
    );
    return pipelineExecutionSummaries;
  }
});
