import { DeletePipelineCommand } from '@aws-sdk/client-codepipeline';
import { PutEventsCommand, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { dummyProvider } from '../../harness/dummy-provider.ts';
import { action, create, pipeline, QUIET, source, stage, start, untilStatus } from '../../harness/pipelines.ts';
import { recordingTarget } from '../../harness/recording-target.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';
import { waitFor } from '../../harness/wait.ts';
import { watch, watched } from '../../harness/watch.ts';

interface Answer {
  readonly Events: readonly string[];
  readonly NextToken?: string;
}

describe.each(DIALECTS)('ListEvents on %s', (dialect) => {
  const recorder = recordingTarget();
  let server: TestServer;

  beforeAll(async () => {
    const { providers } = dummyProvider();
    server = await startTestServer(dialect, {}, { providers, ruleTargets: [recorder.kind] });
    const pattern = JSON.stringify({ source: ['aws.codepipeline'] });
    await server.events.send(new PutRuleCommand({ Name: 'all', EventPattern: pattern }));
    const Arn = `arn:aws:recorder:${REGION}:${ACCOUNT}:tape`;
    await server.events.send(new PutTargetsCommand({ Rule: 'all', Targets: [{ Id: 'tape', Arn }] }));
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const list = (input: object = {}) => watched<Answer>(server.endpoint, 'ListEvents', input);
  const told = (id: string) => recorder.deliveries.map(({ payload }) => payload).filter((text) => text.includes(id));

  /** An execution of a new pipeline, once the world has been told of its end. */
  async function run(name: string): Promise<string> {
    const stages = [stage('Source', source()), stage('Build', action('Compile'))];
    await create(server.codepipeline, pipeline(name, stages, QUIET));
    const id = await start(server.codepipeline, name);
    await untilStatus(server.codepipeline, name, id, 'Succeeded');
    await waitFor('the last event', async () =>
      told(id).some((text) => /State Change.*"state":"SUCCEEDED"/.test(text)),
    );
    await waitFor('all events', async () => told(id).length === 10);
    return id;
  }

  it('answers the events of an execution as targets of rules were told them, in their order, page by page', async () => {
    const [id, other] = await Promise.all([run('kept'), run('beside')]);
    expect((await list({ PipelineExecutionId: id })).Events).toEqual(told(id));
    expect((await list({ PipelineExecutionId: other })).Events).toEqual(told(other));
    const pages: string[] = [];
    let NextToken: string | undefined;
    do {
      const page = await list({ PipelineExecutionId: id, MaxResults: 3, NextToken });
      expect(page.Events.length).toBeLessThanOrEqual(3);
      pages.push(...page.Events);
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(pages).toEqual(told(id));
  });

  it('answers the last events of the bus, the newest first, whoever put them there', async () => {
    for (const number of [1, 2, 3]) {
      const Entries = [{ Source: 'shop', DetailType: 'Sale', Detail: `{"number": ${number}}` }];
      await server.events.send(new PutEventsCommand({ Entries }));
    }
    const newest = await waitFor('the last sale', async () => {
      const { Events } = await list({ MaxResults: 3 });
      return Events[0]?.includes('"number": 3') && Events;
    });
    expect(newest.map((text) => JSON.parse(text).detail)).toEqual([{ number: 3 }, { number: 2 }, { number: 1 }]);
    const { Events, NextToken } = await list({ MaxResults: 2 });
    expect(Events).toEqual(newest.slice(0, 2));
    expect((await list({ MaxResults: 1, NextToken })).Events).toEqual(newest.slice(2));
  });

  it('believes nobody else what is said of an execution, and forgets the events with their pipeline', async () => {
    const id = await run('forgotten');
    const Detail = JSON.stringify({ pipeline: 'forgotten', 'execution-id': id, source: 'aws.codepipeline' });
    await server.events.send(
      new PutEventsCommand({ Entries: [{ Source: 'shop', DetailType: '"source":"aws.codepipeline"', Detail }] }),
    );
    await waitFor('the lie', async () => (await list({ MaxResults: 1 })).Events[0]?.includes('shop'));
    expect((await list({ PipelineExecutionId: id })).Events).toEqual(told(id));
    await server.codepipeline.send(new DeletePipelineCommand({ name: 'forgotten' }));
    expect((await list({ PipelineExecutionId: id })).Events).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a token of nobody', { NextToken: 'x' }, 'InvalidNextTokenException'],
    [
      'a token of another operation',
      { NextToken: Buffer.from('["a"]').toString('base64url') },
      'InvalidNextTokenException',
    ],
    ['what is no id of an execution', { PipelineExecutionId: 'x' }, 'InvalidInputException'],
    ['pages of nothing', { MaxResults: 0 }, 'InvalidInputException'],
  ])('refuses %s', async (_what, input, code) => {
    const { status, text } = await watch(server.endpoint, 'ListEvents', input);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ __type: code });
  });
});
