import { CreatePipelineCommand, PutApprovalResultCommand } from '@aws-sdk/client-codepipeline';
import { CreateTopicCommand, ListSubscriptionsByTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import {
  actionsOf,
  approval,
  approvalToken,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  start,
  untilInside,
  untilStatus,
} from '../harness/pipelines.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';
import { startWebListener, type WebListener } from '../harness/web-listener.ts';

describe.each(DIALECTS)('an approval on %s', (dialect) => {
  let server: TestServer;
  let listener: WebListener;
  let ahead = 0;
  const client = () => server.codepipeline;

  beforeAll(async () => {
    const clock = { now: () => Date.now() + ahead };
    server = await startTestServer(dialect, {}, { providers: dummyProvider().providers, clock });
    listener = await startWebListener();
  });
  afterAll(async () => {
    await listener.close();
    await server.close();
    expect(server.errors).toEqual([]);
  });

  /** Server and clients come to live in the future. */
  function setAhead(milliseconds: number): void {
    ahead = milliseconds;
    for (const { config } of [server.codepipeline, server.sns]) config.systemClockOffset = milliseconds;
  }

  const approvalOf = (configuration: Record<string, string>, more: object = {}) =>
    approval('Approve', { configuration, ...more });

  async function topicWithListener(Name: string): Promise<string> {
    const { TopicArn = '' } = await server.sns.send(new CreateTopicCommand({ Name }));
    await server.sns.send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: `${listener.url}/${Name}` }));
    const asked = await listener.until('SubscriptionConfirmation', ({ path }) => path === `/${Name}`);
    await fetch(JSON.parse(asked.body).SubscribeURL);
    return TopicArn;
  }

  it('tells its topic what is to be approved, and the token in it decides', async () => {
    const TopicArn = await topicWithListener('approvals');
    const name = 'notified';
    const approve = approvalOf(
      {
        NotificationArn: TopicArn,
        CustomData: 'Is #{variables.Reason} fine?',
        ExternalEntityLink: 'https://example.com/#{codepipeline.PipelineExecutionId}',
      },
      { timeoutInMinutes: 60 },
    );
    await create(client(), pipeline(name, [stage('Source', source()), stage('Gate', approve)], QUIET));
    const id = await start(client(), name);
    const told = await listener.until('Notification', ({ path }) => path === '/approvals');
    const letter = JSON.parse(told.body);
    expect(letter.Subject).toBe(`APPROVAL NEEDED: AWS CodePipeline ${name} for action Approve`);
    const token = await approvalToken(client(), name, 'Gate');
    const message = JSON.parse(letter.Message);
    expect(message).toEqual({
      region: REGION,
      consoleLink: expect.stringContaining(name),
      approval: {
        pipelineName: name,
        stageName: 'Gate',
        actionName: 'Approve',
        token,
        expires: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/),
        externalEntityLink: `https://example.com/${id}`,
        approvalReviewLink: expect.stringContaining(
          `${server.endpoint}/console/pipelines/${name}/stages/Gate/actions/Approve`,
        ),
        customData: 'Is a test fine?',
      },
    });
    const minutes = (Date.parse(message.approval.expires) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(57);
    expect(minutes).toBeLessThanOrEqual(60);
    const decided = { pipelineName: name, stageName: 'Gate', actionName: 'Approve', token: message.approval.token };
    await client().send(new PutApprovalResultCommand({ ...decided, result: { status: 'Approved', summary: 'It is' } }));
    await untilStatus(client(), name, id, 'Succeeded');
  });

  it('fails when its topic is not there', async () => {
    const name = 'topicless';
    const approve = approvalOf({ NotificationArn: `arn:aws:sns:${REGION}:${ACCOUNT}:absent` });
    await create(client(), pipeline(name, [stage('Source', source()), stage('Gate', approve)], QUIET));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Failed');
    const [, failed] = await actionsOf(client(), name, id);
    expect(failed?.output?.executionResult?.errorDetails).toEqual({
      code: 'NotFound',
      message: `Topic does not exist: arn:aws:sns:${REGION}:${ACCOUNT}:absent`,
    });
  });

  it('is refused with a topic, a link or a time-out that cannot be', async () => {
    const cases = [
      [approvalOf({ NotificationArn: 'arn:aws:s3:::topic' }), 'InvalidActionDeclarationException'],
      [approvalOf({ ExternalEntityLink: 'javascript:alert(1)' }), 'InvalidActionDeclarationException'],
      [approvalOf({}, { timeoutInMinutes: 4 }), 'ValidationException'],
      [approvalOf({}, { timeoutInMinutes: 86_401 }), 'ValidationException'],
    ] as const;
    for (const [approve, name] of cases) {
      const declaration = pipeline('refused', [stage('Source', source()), stage('Gate', approve)]);
      await expect(client().send(new CreatePipelineCommand({ pipeline: declaration }))).rejects.toMatchObject({ name });
    }
  });

  it('that nobody decides fails at its time, and a subscription that nobody confirms goes', async () => {
    const name = 'forgotten';
    const approve = approvalOf({}, { timeoutInMinutes: 5 });
    await create(client(), pipeline(name, [stage('Source', source()), stage('Gate', approve)], QUIET));
    const { TopicArn } = await server.sns.send(new CreateTopicCommand({ Name: 'unconfirmed' }));
    await server.sns.send(
      new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: `${listener.url}/unconfirmed` }),
    );
    const id = await start(client(), name);
    await untilInside(client(), name, 'Gate', id);
    setAhead(5 * 60_000);
    await untilStatus(client(), name, id, 'Failed');
    const [, failed] = await actionsOf(client(), name, id);
    expect(failed?.output?.executionResult?.errorDetails?.message).toBe('The action timed out after 5 minutes');
    setAhead(48 * 3600_000 + 1000);
    await waitFor('the subscription to go', async () => {
      const { Subscriptions } = await server.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
      return Subscriptions?.length === 0;
    });
  });
});
