import { CreateBranchCommand, DeleteBranchCommand, PutFileCommand } from '@aws-sdk/client-codecommit';
import {
  type ActionDeclaration,
  DeletePipelineCommand,
  GetPipelineCommand,
  ListPipelineExecutionsCommand,
  type PipelineDeclaration,
  StartPipelineExecutionCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { farSource } from '../harness/far-source.ts';
import { cloneOf, createRepository } from '../harness/git-client.ts';
import { action, create, pipeline, source, stage, untilStatus } from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';
import { codecommitSource, createBucket, putZip, s3Source } from '../harness/watched-sources.ts';

/** A change starts no run where none is expected: known for certain once a later change has started its own. */
describe.each(DIALECTS)('polled sources on %s', (dialect) => {
  let server: TestServer;
  const client = () => server.codepipeline;
  const far = { revision: 'r1' as string | undefined, asked: 0, minutes: 0 };

  beforeAll(async () => {
    const dummy = dummyProvider().providers;
    const clock = { now: () => Date.now() + far.minutes * 60_000 };
    server = await startTestServer(dialect, {}, { clock, providers: [...dummy, farSource(dummy, far)] });
    await createBucket(server, 'zips');
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const watching = (name: string, fetch: ActionDeclaration[], settings: Partial<PipelineDeclaration> = {}) =>
    pipeline(name, [stage('Source', ...fetch), stage('Build', action('Compile'))], {
      executionMode: 'QUEUED',
      ...settings,
    });
  /** Trigger and revision of every run, the oldest first, once there are so many and all of them are over. */
  const untilRuns = (pipelineName: string, count: number) =>
    waitFor(`${count} runs of ${pipelineName}`, async () => {
      const { pipelineExecutionSummaries: runs = [] } = await client().send(
        new ListPipelineExecutionsCommand({ pipelineName }),
      );
      if (runs.length < count || runs.some(({ status }) => status === 'InProgress')) return undefined;
      return runs
        .map(({ trigger, sourceRevisions }) => [
          trigger?.triggerType,
          sourceRevisions?.find(({ actionName }) => actionName !== 'Side')?.revisionId,
        ])
        .reverse();
    });

  const put = async (repositoryName: string, content: string, parentCommitId?: string, branchName = 'main') =>
    (
      await server.codecommit.send(
        new PutFileCommand({
          repositoryName,
          branchName,
          filePath: 'file.txt',
          fileContent: Buffer.from(content),
          parentCommitId,
        }),
      )
    ).commitId ?? '';

  it('an object that is put anew starts the pipeline, which is what a source does by default', async () => {
    const first = await putZip(server, 'zips', 'default.zip', 'one');
    await create(client(), watching('by-object', [s3Source('Zip', 'zips', 'default.zip')]));
    await untilRuns('by-object', 1);
    await putZip(server, 'zips', 'beside.zip', 'other');
    const second = await putZip(server, 'zips', 'default.zip', 'two');
    await untilRuns('by-object', 2);
    const third = await putZip(server, 'zips', 'default.zip', 'three');
    expect(await untilRuns('by-object', 3)).toEqual([
      ['CreatePipeline', first],
      ['PollForSourceChanges', second],
      ['PollForSourceChanges', third],
    ]);
  });

  it('a push by git starts the pipeline of its branch, and no other', async () => {
    const { url } = await createRepository(server, 'pushed');
    const clone = await cloneOf(url);
    const first = await clone.commit('a.txt', 'one');
    await clone.git('push', '--quiet', 'origin', 'HEAD:main', 'HEAD:side');
    await create(
      client(),
      watching('by-main', [codecommitSource('Code', 'pushed', 'main', { PollForSourceChanges: 'true' })]),
    );
    await create(client(), watching('by-side', [codecommitSource('Code', 'pushed', 'side')]));
    await untilRuns('by-main', 1);
    await untilRuns('by-side', 1);
    const second = await clone.commit('a.txt', 'two');
    await clone.git('push', '--quiet', 'origin', 'HEAD:main');
    await untilRuns('by-main', 2);
    await clone.git('tag', 'v1');
    await clone.git('push', '--quiet', 'origin', 'v1');
    const third = await clone.commit('a.txt', 'three');
    await clone.git('push', '--quiet', 'origin', 'HEAD:side');
    expect(await untilRuns('by-side', 2)).toEqual([
      ['CreatePipeline', first],
      ['PollForSourceChanges', third],
    ]);
    expect(await untilRuns('by-main', 2)).toEqual([
      ['CreatePipeline', first],
      ['PollForSourceChanges', second],
    ]);
  });

  it('a source that is not to be polled starts nothing', async () => {
    await createRepository(server, 'quiet');
    const first = await put('quiet', 'one');
    const sources = [
      codecommitSource('Code', 'quiet', 'main', { PollForSourceChanges: 'false' }),
      codecommitSource('Side', 'quiet', 'side'),
    ];
    await server.codecommit.send(
      new CreateBranchCommand({ repositoryName: 'quiet', branchName: 'side', commitId: first }),
    );
    await create(client(), watching('half-polled', sources));
    await untilRuns('half-polled', 1);
    const second = await put('quiet', 'two', first);
    await put('quiet', 'three', first, 'side');
    expect(await untilRuns('half-polled', 2)).toEqual([
      ['CreatePipeline', first],
      ['PollForSourceChanges', second],
    ]);
  });

  it('a source that comes later starts the pipeline that waits for it; one that goes does not', async () => {
    await createRepository(server, 'late');
    await create(client(), watching('waiting', [codecommitSource('Code', 'late', 'main')]));
    await waitFor('the first run to fail', async () => {
      const { pipelineExecutionSummaries: runs } = await client().send(
        new ListPipelineExecutionsCommand({ pipelineName: 'waiting' }),
      );
      return runs?.[0]?.status === 'Failed';
    });
    const first = await put('late', 'one');
    expect(await untilRuns('waiting', 2)).toEqual([
      ['CreatePipeline', undefined],
      ['PollForSourceChanges', first],
    ]);
    await server.codecommit.send(
      new CreateBranchCommand({ repositoryName: 'late', branchName: 'side', commitId: first }),
    );
    const removed = { repositoryName: 'late', branchName: 'side' };
    await server.codecommit.send(new DeleteBranchCommand(removed));
    const second = await put('late', 'two', first);
    expect((await untilRuns('waiting', 3)).at(-1)).toEqual(['PollForSourceChanges', second]);
  });

  it('an update watches what it declares: another key, or nothing, and starts nothing by itself', async () => {
    const first = await putZip(server, 'zips', 'before.zip', 'one');
    await putZip(server, 'zips', 'after.zip', 'one');
    await create(client(), watching('moved', [s3Source('Zip', 'zips', 'before.zip')]));
    await untilRuns('moved', 1);
    await client().send(
      new UpdatePipelineCommand({ pipeline: watching('moved', [s3Source('Zip', 'zips', 'after.zip')]) }),
    );
    await putZip(server, 'zips', 'before.zip', 'two');
    const second = await putZip(server, 'zips', 'after.zip', 'two');
    await untilRuns('moved', 2);
    const { pipeline: current } = await client().send(new GetPipelineCommand({ name: 'moved' }));
    await client().send(new UpdatePipelineCommand({ pipeline: current }));
    const third = await putZip(server, 'zips', 'after.zip', 'three');
    expect(await untilRuns('moved', 3)).toEqual([
      ['CreatePipeline', first],
      ['PollForSourceChanges', second],
      ['PollForSourceChanges', third],
    ]);
    await client().send(new DeletePipelineCommand({ name: 'moved' }));
    await putZip(server, 'zips', 'after.zip', 'four');
  });

  it('a source of which nobody tells is asked every minute', async () => {
    const aMinuteLater = async (revision: string | undefined) => {
      far.revision = revision;
      far.minutes += 1;
      const asked = far.asked;
      await waitFor('the source to be asked', async () => far.asked > asked);
    };
    const fetch = source('Fetch', {
      actionTypeId: { category: 'Source', owner: 'AWS', provider: 'Far', version: '1' },
    });
    await create(client(), watching('far', [fetch]));
    await untilRuns('far', 1);
    expect(far.asked).toBe(0);
    await aMinuteLater('r2');
    await untilRuns('far', 2);
    await aMinuteLater('r2');
    await aMinuteLater('r3');
    expect(await untilRuns('far', 3)).toEqual([
      ['CreatePipeline', 'r1'],
      ['PollForSourceChanges', 'r2'],
      ['PollForSourceChanges', 'r3'],
    ]);
  });

  it('a pipeline that needs a value is not started by a change, and a start by hand is not repeated by it', async () => {
    await putZip(server, 'zips', 'needy.zip', 'one');
    const variables = [{ name: 'Needed' }];
    await create(client(), watching('needy', [s3Source('Zip', 'zips', 'needy.zip')], { variables }));
    const second = await putZip(server, 'zips', 'needy.zip', 'two');
    const { pipelineExecutionId: id = '' } = await client().send(
      new StartPipelineExecutionCommand({ name: 'needy', variables: [{ name: 'Needed', value: 'x' }] }),
    );
    await untilStatus(client(), 'needy', id, 'Succeeded');
    expect(await untilRuns('needy', 1)).toEqual([['StartPipelineExecution', second]]);
  });
});
