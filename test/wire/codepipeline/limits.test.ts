import {
  CreatePipelineCommand,
  DeletePipelineCommand,
  GetPipelineCommand,
  ListActionExecutionsCommand,
  ListPipelineExecutionsCommand,
  ListPipelinesCommand,
  ListTagsForResourceCommand,
  type PipelineDeclaration,
  TagResourceCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { dummyProvider } from '../../harness/dummy-provider.ts';
import { action, create, pipeline, QUIET, source, stage, start, untilStatus } from '../../harness/pipelines.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';
import { s3Source } from '../../harness/watched-sources.ts';

const STAGES = [stage('Source', source()), stage('Build', action('Compile'))];
const MAX_PIPELINES = 3;
const arnOf = (name: string) => `arn:aws:codepipeline:${REGION}:${ACCOUNT}:${name}`;
const NOT_YOURS = { name: 'InvalidNextTokenException', $metadata: { httpStatusCode: 400 } };

describe.each(DIALECTS)('the limits of CodePipeline on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    const limits = { maxPipelines: MAX_PIPELINES, maxPolledPipelines: 1 };
    server = await startTestServer(dialect, limits, { providers: dummyProvider().providers });
    for (const name of ['one', 'two']) {
      await create(server.codepipeline, pipeline(name, STAGES, QUIET));
      for (let run = 0; run < 2; run += 1)
        await untilStatus(server.codepipeline, name, await start(server.codepipeline, name), 'Succeeded');
    }
  });
  afterAll(() => server.close());
  const client = () => server.codepipeline;

  it('a region holds so many pipelines and no more, until one goes', async () => {
    await create(client(), pipeline('three', STAGES, QUIET));
    const refused = create(client(), pipeline('four', STAGES, QUIET));
    await expect(refused).rejects.toMatchObject({ name: 'LimitExceededException' });
    expect((await client().send(new ListPipelinesCommand({}))).pipelines).toHaveLength(MAX_PIPELINES);
    await client().send(new DeletePipelineCommand({ name: 'three' }));
    await create(client(), pipeline('four', STAGES, QUIET));
    await client().send(new DeletePipelineCommand({ name: 'four' }));
  });

  it('so many of them poll a source and no more, until one is updated', async () => {
    const declare = (PollForSourceChanges: string) => (name: string) =>
      pipeline(name, [stage('Source', s3Source('Zip', 'zips', 'a.zip', { PollForSourceChanges })), ...STAGES.slice(1)]);
    const [polled, told] = [declare('True'), declare('False')];
    const update = (declaration: PipelineDeclaration) =>
      client().send(new UpdatePipelineCommand({ pipeline: declaration }));
    const tooMany = { name: 'LimitExceededException', message: expect.stringContaining('1 pipelines that poll') };
    await client().send(new DeletePipelineCommand({ name: 'two' }));
    await create(client(), polled('polled'));
    await expect(create(client(), polled('more'))).rejects.toMatchObject(tooMany);
    await create(client(), told('more'));
    await expect(update(polled('more'))).rejects.toMatchObject(tooMany);
    const { pipeline: unchanged } = await client().send(new GetPipelineCommand({ name: 'more' }));
    expect(unchanged?.version).toBe(1);
    await update(told('polled'));
    await update(polled('more'));
    for (const name of ['polled', 'more']) await client().send(new DeletePipelineCommand({ name }));
    await create(client(), pipeline('two', STAGES, QUIET));
  });

  it('a page is as long as it is asked to be, and at the most a hundred', async () => {
    const page = (maxResults: number) =>
      client().send(new ListPipelineExecutionsCommand({ pipelineName: 'one', maxResults }));
    expect((await page(1)).pipelineExecutionSummaries).toHaveLength(1);
    for (const length of [0, 101]) await expect(page(length)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('a token is good for the list that gave it, and for no other', async () => {
    const executions = (pipelineName: string, nextToken?: string) =>
      client().send(new ListPipelineExecutionsCommand({ pipelineName, maxResults: 1, nextToken }));
    const actions = (pipelineName: string, nextToken?: string) =>
      client().send(new ListActionExecutionsCommand({ pipelineName, maxResults: 1, nextToken }));
    const ofExecutions = (await executions('one')).nextToken;
    const ofActions = (await actions('one')).nextToken;
    const ofPipelines = (await client().send(new ListPipelinesCommand({ maxResults: 1 }))).nextToken;
    expect([ofExecutions, ofActions, ofPipelines]).not.toContain(undefined);
    expect((await executions('one', ofExecutions)).pipelineExecutionSummaries).toHaveLength(1);
    for (const ask of [
      () => executions('two', ofExecutions),
      () => actions('two', ofActions),
      () => actions('one', ofExecutions),
      () => executions('one', ofPipelines),
      () => client().send(new ListPipelinesCommand({ nextToken: ofActions })),
      () => client().send(new ListTagsForResourceCommand({ resourceArn: arnOf('one'), nextToken: ofPipelines })),
    ]) {
      await expect(ask()).rejects.toMatchObject(NOT_YOURS);
    }
  });

  it('a resource has fifty tags at the most, also when they come one after the other', async () => {
    const tags = Array.from({ length: 50 }, (_, index) => ({ key: `k${index}`, value: '' }));
    await client().send(new TagResourceCommand({ resourceArn: arnOf('two'), tags }));
    const more = client().send(
      new TagResourceCommand({ resourceArn: arnOf('two'), tags: [{ key: 'one too many', value: '' }] }),
    );
    await expect(more).rejects.toMatchObject({ name: 'TooManyTagsException' });
    await client().send(new TagResourceCommand({ resourceArn: arnOf('two'), tags: [{ key: 'k0', value: 'changed' }] }));
    const { tags: kept = [] } = await client().send(new ListTagsForResourceCommand({ resourceArn: arnOf('two') }));
    expect(kept).toHaveLength(50);
    expect(kept[0]).toEqual({ key: 'k0', value: 'changed' });
  });

  it.each([
    ['a key of reserved beginning', { key: 'AWS:owner', value: 'x' }, 'InvalidTagsException'],
    ['a key with a mark that is not allowed', { key: 'a*b', value: 'x' }, 'InvalidTagsException'],
    ['a value with a mark that is not allowed', { key: 'a', value: 'x?' }, 'InvalidTagsException'],
    ['a key that ends with a space', { key: 'a ', value: 'x' }, 'InvalidTagsException'],
    ['an empty key', { key: '', value: 'x' }, 'ValidationException'],
    ['a key of 129 characters', { key: 'k'.repeat(129), value: 'x' }, 'ValidationException'],
    ['a value of 257 characters', { key: 'k', value: 'v'.repeat(257) }, 'ValidationException'],
  ])('tags refuse %s', async (_what, tag, name) => {
    const refused = client().send(new TagResourceCommand({ resourceArn: arnOf('one'), tags: [tag] }));
    await expect(refused).rejects.toMatchObject({ name });
    expect((await client().send(new ListTagsForResourceCommand({ resourceArn: arnOf('one') }))).tags).toEqual([]);
  });

  it('tags take what AWS takes: letters of all languages, empty values', async () => {
    const tags = [
      { key: 'Größe/2 @ a:b_c.d-e+f=g', value: '' },
      { key: 'チーム', value: '青 1' },
    ];
    const name = 'tagged-in-all-languages';
    await client().send(new CreatePipelineCommand({ pipeline: pipeline(name, STAGES, QUIET), tags }));
    expect((await client().send(new ListTagsForResourceCommand({ resourceArn: arnOf(name) }))).tags).toEqual(tags);
    await client().send(new DeletePipelineCommand({ name }));
  });
});
