import { PutFileCommand } from '@aws-sdk/client-codecommit';
import {
  GetPipelineExecutionCommand,
  ListPipelineExecutionsCommand,
  StartPipelineExecutionCommand,
  StopPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { PutEventsCommand, PutRuleCommand, PutTargetsCommand, type Target } from '@aws-sdk/client-eventbridge';
import { PutBucketNotificationConfigurationCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { cloneOf, createRepository } from '../harness/git-client.ts';
import { action, create, pipeline, source, stage } from '../harness/pipelines.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';
import { codecommitSource, createBucket, putZip, s3Source } from '../harness/watched-sources.ts';

const DEFAULTED = { variables: [{ name: 'Reason', defaultValue: 'none' }] };
const OFF = { PollForSourceChanges: 'false' };

describe.each(DIALECTS)('event rules that start pipelines on %s', (dialect) => {
  let server: TestServer;
  const client = () => server.codepipeline;

  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { providers: dummyProvider().providers });
    await createBucket(server, 'zips');
  });
  afterAll(() => server.close());

  const rule = async (name: string, pattern: object, more: Partial<Target> = {}, pipelineName = name) => {
    await server.events.send(new PutRuleCommand({ Name: name, EventPattern: JSON.stringify(pattern) }));
    const Arn = `arn:aws:codepipeline:${REGION}:${ACCOUNT}:${pipelineName}`;
    const target = { Id: '1', Arn, RoleArn: `arn:aws:iam::${ACCOUNT}:role/events`, ...more };
    await server.events.send(new PutTargetsCommand({ Rule: name, Targets: [target] }));
  };
  const send = (Source: string, detail: object = {}) =>
    server.events.send(
      new PutEventsCommand({ Entries: [{ Source, DetailType: 'Go', Detail: JSON.stringify(detail) }] }),
    );
  const runsOf = async (pipelineName: string) =>
    (await client().send(new ListPipelineExecutionsCommand({ pipelineName }))).pipelineExecutionSummaries ?? [];
  const untilRun = (name: string, count: number) =>
    waitFor(`run ${count} of ${name}`, async () => {
      const runs = await runsOf(name);
      return runs.length >= count && runs.every(({ status }) => status === 'Succeeded') ? runs[0] : undefined;
    });
  const revisionOf = (actionName: string, revisionType: string, path: string): Partial<Target> => ({
    InputTransformer: {
      InputPathsMap: { revisionValue: path },
      InputTemplate: `{"sourceRevisions":[{"actionName":"${actionName}","revisionType":"${revisionType}","revisionValue":<revisionValue>}]}`,
    },
  });

  it('a commit starts the pipeline: with a transformer that very commit runs, without one the newest', async () => {
    await createRepository(server, 'code');
    const put = async (content: string, parentCommitId?: string) =>
      (
        await server.codecommit.send(
          new PutFileCommand({
            repositoryName: 'code',
            branchName: 'main',
            filePath: 'a.txt',
            fileContent: Buffer.from(content),
            parentCommitId,
          }),
        )
      ).commitId ?? '';
    const first = await put('one');
    const build = stage('Build', action('Compile'));
    const fetch = stage('Source', codecommitSource('Code', 'code', 'main', OFF));
    await create(client(), pipeline('exact', [fetch, build], { executionMode: 'QUEUED' }));
    await create(client(), pipeline('newest', [fetch, build], { executionMode: 'QUEUED' }));
    await untilRun('exact', 1);
    await untilRun('newest', 1);
    const pattern = {
      source: ['aws.codecommit'],
      'detail-type': ['CodeCommit Repository State Change'],
      detail: { event: ['referenceUpdated'], referenceType: ['branch'], referenceName: ['main'] },
    };
    await rule('exact', pattern, revisionOf('Code', 'COMMIT_ID', '$.detail.commitId'));
    await rule('newest', pattern);
    const second = await put('two', first);
    const trigger = { triggerType: 'CloudWatchEvent' };
    expect(await untilRun('exact', 2)).toMatchObject({
      trigger: { ...trigger, triggerDetail: `arn:aws:events:${REGION}:${ACCOUNT}:rule/exact` },
      sourceRevisions: [{ revisionId: second }],
    });
    expect(await untilRun('newest', 2)).toMatchObject({ trigger, sourceRevisions: [{ revisionId: second }] });
    await rule('exact', { source: ['again'] }, revisionOf('Code', 'COMMIT_ID', '$.detail.commitId'));
    await send('again', { commitId: first });
    expect(await untilRun('exact', 3)).toMatchObject({ sourceRevisions: [{ revisionId: first }] });
  });

  it('an object starts the pipeline with its version', async () => {
    await putZip(server, 'zips', 'app.zip', 'one');
    await server.s3.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket: 'zips',
        NotificationConfiguration: { EventBridgeConfiguration: {} },
      }),
    );
    const fetch = stage('Source', s3Source('Zip', 'zips', 'app.zip', OFF));
    await create(client(), pipeline('object', [fetch, stage('Build', action('Compile'))]));
    await untilRun('object', 1);
    const detail = { bucket: { name: ['zips'] }, object: { key: ['app.zip'] } };
    const pattern = { source: ['aws.s3'], 'detail-type': ['Object Created'], detail };
    await rule('object', pattern, revisionOf('Zip', 'S3_OBJECT_VERSION_ID', '$.detail.object.version-id'));
    const version = await putZip(server, 'zips', 'app.zip', 'two');
    expect(await untilRun('object', 2)).toMatchObject({ sourceRevisions: [{ revisionId: version }] });
  });

  it('an input that says something impossible starts nothing, and is told in the log', async () => {
    const stages = [stage('Source', source()), stage('Build', action('Compile'))];
    await create(client(), pipeline('picky', stages, DEFAULTED));
    const inputs = [
      '"text"',
      '[1]',
      '{"sourceRevisions":{}}',
      '{"sourceRevisions":[{"actionName":"Fetch","revisionType":"COMMIT_ID"}]}',
      '{"sourceRevisions":[{"actionName":"Fetch","revisionType":"VERSION","revisionValue":"x"}]}',
      '{"sourceRevisions":[{"actionName":"Compile","revisionType":"COMMIT_ID","revisionValue":"x"}]}',
      '{"sourceRevisions":[{"actionName":"Fetch","revisionType":"S3_OBJECT_KEY","revisionValue":"x"}]}',
      '{"variables":[{"name":"Unknown","value":"x"}]}',
      '{"variables":[{"name":"Reason","value":7}]}',
      '{"variables":[{"name":"Reason","value":""}]}',
    ];
    for (const [index, Input] of inputs.entries())
      await rule(`picky-${index}`, { source: ['picky'] }, { Input }, 'picky');
    const before = server.errors.length;
    await send('picky');
    await waitFor('every input to be refused', async () => server.errors.length - before >= inputs.length);
    await rule(
      'picky',
      { source: ['fine'] },
      { Input: '{"variables":[{"name":"Reason","value":"fine"}],"name":"other"}' },
    );
    await send('fine');
    const { pipelineExecutionId } = (await untilRun('picky', 2)) ?? {};
    const { pipelineExecution } = await client().send(
      new GetPipelineExecutionCommand({ pipelineName: 'picky', pipelineExecutionId }),
    );
    expect(pipelineExecution?.variables).toEqual([{ name: 'Reason', resolvedValue: 'fine' }]);
    expect(await runsOf('picky')).toHaveLength(2);
    expect(server.errors.slice(before)).toHaveLength(inputs.length);
  });

  it('events, polled changes and pushes wait until the pipeline has room for another execution', async () => {
    const { url } = await createRepository(server, 'crowded');
    const clone = await cloneOf(url);
    await clone.commit('a.txt', 'one');
    await clone.git('push', '--quiet', 'origin', 'HEAD:main');
    await putZip(server, 'zips', 'crowd.zip', 'one');
    const hold = source('Hold', { configuration: { Outcome: 'wait' } });
    const sources = [hold, s3Source('Zip', 'zips', 'crowd.zip'), codecommitSource('Code', 'crowded', 'main')];
    const gitConfiguration = { sourceActionName: 'Code', push: [{ tags: { includes: ['v*'] } }] };
    const declaration = pipeline('full', [stage('Source', ...sources), stage('Build', action('Compile'))], {
      executionMode: 'QUEUED',
      triggers: [{ providerType: 'CodeStarSourceConnection', gitConfiguration }],
    });
    await create(client(), declaration);
    const start = () => client().send(new StartPipelineExecutionCommand({ name: 'full' }));
    for (let count = 1; count < 50; count += 1) await start();
    await rule('full', { source: ['crowd'] });
    await send('crowd');
    await putZip(server, 'zips', 'crowd.zip', 'two');
    await clone.git('tag', 'v1');
    await clone.git('push', '--quiet', 'origin', 'v1');
    const over = { name: 'ConcurrentPipelineExecutionsLimitExceededException' };
    await expect(start()).rejects.toMatchObject(over);
    const waiting = (await runsOf('full')).slice(0, 3);
    expect(waiting.map(({ trigger }) => trigger?.triggerType)).toEqual(Array(3).fill('StartPipelineExecution'));
    for (const { pipelineExecutionId } of waiting) {
      const stop = { pipelineName: 'full', pipelineExecutionId, abandon: true };
      await client().send(new StopPipelineExecutionCommand(stop));
    }
    const triggers = await waitFor('all three to start it', async () => {
      const newest = (await runsOf('full')).slice(0, 3).map(({ trigger }) => trigger?.triggerType);
      return !newest.includes('StartPipelineExecution') && newest;
    });
    expect(triggers.sort()).toEqual(['CloudWatchEvent', 'PollForSourceChanges', 'WebhookV2']);
  });
});
