import {
  CreatePipelineCommand,
  DeletePipelineCommand,
  GetPipelineCommand,
  ListPipelinesCommand,
  ListTagsForResourceCommand,
  paginateListPipelines,
  TagResourceCommand,
  UntagResourceCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { dummyProvider } from '../../harness/dummy-provider.ts';
import { action, create, pipeline, QUIET, source, stage } from '../../harness/pipelines.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const STAGES = [stage('Source', source()), stage('Build', action('Compile'))];
const arnOf = (name: string) => `arn:aws:codepipeline:${REGION}:${ACCOUNT}:${name}`;

describe.each(DIALECTS)('pipelines on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { providers: dummyProvider().providers });
  });
  afterAll(() => server.close());
  const client = () => server.codepipeline;

  it('CreatePipeline refuses a name in use', async () => {
    await create(client(), pipeline('twice', STAGES, QUIET));
    await expect(create(client(), pipeline('twice', STAGES, QUIET))).rejects.toMatchObject({
      name: 'PipelineNameInUseException',
    });
  });

  it('CreatePipeline keeps tags and answers them', async () => {
    const tags = [{ key: 'team', value: 'blue' }];
    const created = await client().send(
      new CreatePipelineCommand({ pipeline: pipeline('tagged', STAGES, QUIET), tags }),
    );
    expect(created.tags).toEqual(tags);
    expect((await client().send(new ListTagsForResourceCommand({ resourceArn: arnOf('tagged') }))).tags).toEqual(tags);
  });

  it.each([
    [
      'a key twice',
      [
        { key: 'a', value: '1' },
        { key: 'a', value: '2' },
      ],
      'InvalidTagsException',
    ],
    ['a reserved key', [{ key: 'aws:a', value: '1' }], 'InvalidTagsException'],
    ['too many', Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '' })), 'TooManyTagsException'],
  ])('CreatePipeline refuses tags with %s, and makes nothing', async (_what, tags, name) => {
    await expect(
      client().send(new CreatePipelineCommand({ pipeline: pipeline('badly-tagged', STAGES, QUIET), tags })),
    ).rejects.toMatchObject({ name });
    await expect(client().send(new GetPipelineCommand({ name: 'badly-tagged' }))).rejects.toMatchObject({
      name: 'PipelineNotFoundException',
    });
  });

  it('UpdatePipeline makes the next version and GetPipeline knows them all', async () => {
    await create(client(), pipeline('versions', STAGES, QUIET));
    const changed = pipeline('versions', [...STAGES, stage('Deploy', action('Ship'))], QUIET);
    expect((await client().send(new UpdatePipelineCommand({ pipeline: changed }))).pipeline?.version).toBe(2);
    const latest = await client().send(new GetPipelineCommand({ name: 'versions' }));
    expect(latest.pipeline?.stages).toHaveLength(3);
    expect(latest.metadata?.pipelineArn).toBe(arnOf('versions'));
    expect(latest.metadata?.updated?.getTime()).toBeGreaterThanOrEqual(
      latest.metadata?.created?.getTime() ?? Number.POSITIVE_INFINITY,
    );
    expect(
      (await client().send(new GetPipelineCommand({ name: 'versions', version: 1 }))).pipeline?.stages,
    ).toHaveLength(2);
    await expect(client().send(new GetPipelineCommand({ name: 'versions', version: 3 }))).rejects.toMatchObject({
      name: 'PipelineVersionNotFoundException',
    });
  });

  it('UpdatePipeline refuses what CreatePipeline refuses, and a pipeline that is not there', async () => {
    await create(client(), pipeline('kept', STAGES, QUIET));
    await expect(
      client().send(new UpdatePipelineCommand({ pipeline: pipeline('kept', STAGES.slice(0, 1)) })),
    ).rejects.toMatchObject({ name: 'InvalidStructureException' });
    expect((await client().send(new GetPipelineCommand({ name: 'kept' }))).pipeline?.version).toBe(1);
    await expect(
      client().send(new UpdatePipelineCommand({ pipeline: pipeline('missing', STAGES) })),
    ).rejects.toMatchObject({ name: 'PipelineNotFoundException' });
  });

  it('DeletePipeline is idempotent, and a new pipeline of the same name starts afresh', async () => {
    await client().send(
      new CreatePipelineCommand({ pipeline: pipeline('gone', STAGES, QUIET), tags: [{ key: 'a', value: 'b' }] }),
    );
    for (let time = 0; time < 2; time += 1) await client().send(new DeletePipelineCommand({ name: 'gone' }));
    await expect(client().send(new GetPipelineCommand({ name: 'gone' }))).rejects.toMatchObject({
      name: 'PipelineNotFoundException',
    });
    await create(client(), pipeline('gone', STAGES, QUIET));
    expect((await client().send(new GetPipelineCommand({ name: 'gone' }))).pipeline?.version).toBe(1);
    expect((await client().send(new ListTagsForResourceCommand({ resourceArn: arnOf('gone') }))).tags).toEqual([]);
  });

  it('ListPipelines pages by name', async () => {
    for (const name of ['page-c', 'page-a', 'page-b']) await create(client(), pipeline(name, STAGES, QUIET));
    const names: (string | undefined)[] = [];
    for await (const page of paginateListPipelines({ client: client(), pageSize: 2 }, {})) {
      expect(page.pipelines?.length).toBeLessThanOrEqual(2);
      names.push(...(page.pipelines ?? []).map(({ name }) => name));
    }
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining(['page-a', 'page-b', 'page-c']));
    expect(new Set(names).size).toBe(names.length);
    await expect(client().send(new ListPipelinesCommand({ nextToken: 'nonsense' }))).rejects.toMatchObject({
      name: 'InvalidNextTokenException',
    });
  });

  it('TagResource and UntagResource change tags; other resources are refused', async () => {
    await create(client(), pipeline('retagged', STAGES, QUIET));
    const resourceArn = arnOf('retagged');
    await client().send(
      new TagResourceCommand({
        resourceArn,
        tags: [
          { key: 'a', value: '1' },
          { key: 'b', value: '2' },
        ],
      }),
    );
    await client().send(new TagResourceCommand({ resourceArn, tags: [{ key: 'a', value: '3' }] }));
    await client().send(new UntagResourceCommand({ resourceArn, tagKeys: ['b', 'never'] }));
    expect((await client().send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual([
      { key: 'a', value: '3' },
    ]);
    const missing = client().send(new ListTagsForResourceCommand({ resourceArn: arnOf('missing') }));
    await expect(missing).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    const foreign = client().send(
      new TagResourceCommand({ resourceArn: 'arn:aws:s3:eu-west-1:123456789012:bucket', tags: [] }),
    );
    await expect(foreign).rejects.toMatchObject({
      name: expect.stringMatching(/InvalidArnException|ValidationException/),
    });
  });

  it('ListTagsForResource pages', async () => {
    const tags = [1, 2, 3].map((index) => ({ key: `k${index}`, value: '' }));
    await client().send(new CreatePipelineCommand({ pipeline: pipeline('many-tags', STAGES, QUIET), tags }));
    const first = await client().send(
      new ListTagsForResourceCommand({ resourceArn: arnOf('many-tags'), maxResults: 2 }),
    );
    const second = await client().send(
      new ListTagsForResourceCommand({ resourceArn: arnOf('many-tags'), maxResults: 2, nextToken: first.nextToken }),
    );
    expect([...(first.tags ?? []), ...(second.tags ?? [])]).toEqual(tags);
    expect(second.nextToken).toBeUndefined();
  });
});
