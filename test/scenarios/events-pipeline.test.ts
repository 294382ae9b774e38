import { ListPipelineExecutionsCommand } from '@aws-sdk/client-codepipeline';
import { PutEventsCommand, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { action, create, pipeline, source, stage } from '../harness/pipelines.ts';
import { recordingTarget } from '../harness/recording-target.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

const TAPE = `arn:aws:recorder:${REGION}:${ACCOUNT}:tape`;

describe.each(DIALECTS)('events and pipelines on %s', (dialect) => {
  const recorder = recordingTarget();
  let server: TestServer;
  beforeAll(async () => {
    const outside = { providers: dummyProvider().providers, ruleTargets: [recorder.kind] };
    server = await startTestServer(dialect, {}, outside);
  });
  afterAll(() => server.close());

  it('start one another: an event starts a pipeline once, and its states are events', async () => {
    await create(
      server.codepipeline,
      pipeline('by-event', [stage('Source', source()), stage('Build', action('Compile'))], {
        variables: [{ name: 'Reason' }],
      }),
    );
    await listen(
      'starting',
      { source: ['my.app'] },
      {
        Id: '1',
        Arn: `arn:aws:codepipeline:${REGION}:${ACCOUNT}:by-event`,
        RoleArn: `arn:aws:iam::${ACCOUNT}:role/events`,
        Input: '{"variables":[{"name":"Reason","value":"an event"}]}',
      },
    );
    await listen(
      'watching',
      { 'detail-type': ['CodePipeline Pipeline Execution State Change'] },
      { Id: '1', Arn: TAPE },
    );
    await server.events.send(new PutEventsCommand({ Entries: [{ Source: 'my.app', DetailType: 'Go', Detail: '{}' }] }));
    const events = await waitFor('the end of the pipeline to be told', async () => {
      const told = recorder.deliveries.map(({ payload }) => JSON.parse(payload));
      return told.length >= 2 && told;
    });
    expect(events.map(({ detail }) => detail.state).sort()).toEqual(['STARTED', 'SUCCEEDED']);
    const { pipelineExecutionSummaries } = await server.codepipeline.send(
      new ListPipelineExecutionsCommand({ pipelineName: 'by-event' }),
    );
    expect(pipelineExecutionSummaries).toMatchObject([
      {
        status: 'Succeeded',
        pipelineExecutionId: events[0]?.detail['execution-id'],
        trigger: {
          triggerType: 'CloudWatchEvent',
          triggerDetail: `arn:aws:events:${REGION}:${ACCOUNT}:rule/starting`,
        },
      },
    ]);
    expect(server.errors).toEqual([]);
  });

  const listen = async (
    Name: string,
    pattern: object,
    target: { Id: string; Arn: string; RoleArn?: string; Input?: string },
  ) => {
    await server.events.send(new PutRuleCommand({ Name, EventPattern: JSON.stringify(pattern) }));
    await server.events.send(new PutTargetsCommand({ Rule: Name, Targets: [target] }));
  };
});
