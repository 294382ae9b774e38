import {
  DisableStageTransitionCommand,
  EnableStageTransitionCommand,
  GetPipelineExecutionCommand,
  ListPipelineExecutionsCommand,
  ListRuleExecutionsCommand,
  PutApprovalResultCommand,
  type RuleDeclaration,
  type StageDeclaration,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { type Dummy, dummyProvider } from '../harness/dummy-provider.ts';
import { type DummyRule, dummyRule } from '../harness/dummy-rule.ts';
import {
  action,
  actionsOf,
  approval,
  approvalToken,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  stageState,
  start,
  statusOf,
  untilInbound,
  untilInside,
  untilStatus,
} from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const CLUNG = 'what timed out could not be stopped, and may still run Error: The dummy clings to its work';

describe.each(DIALECTS)('time in a pipeline on %s', (dialect) => {
  let server: TestServer;
  let dummy: Dummy;
  let rules: DummyRule;
  let ahead = 0;
  beforeAll(async () => {
    const clock = { now: () => Date.now() + ahead };
    dummy = dummyProvider(clock.now);
    rules = dummyRule(clock.now);
    server = await startTestServer(dialect, {}, { providers: dummy.providers, rules: [rules.provider], clock });
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([CLUNG]);
  });

  const client = () => server.codepipeline;

  /** Server and client come to live later. */
  function pass(milliseconds: number): void {
    ahead += milliseconds;
    client().config.systemClockOffset = ahead;
  }

  async function run(name: string, second: StageDeclaration): Promise<string> {
    await create(client(), pipeline(name, [stage('Source', source()), second], QUIET));
    const id = await start(client(), name);
    await untilInside(client(), name, second.name ?? '', id);
    return id;
  }

  const failure = async (name: string, id: string) =>
    (await actionsOf(client(), name, id)).at(-1)?.output?.executionResult?.errorDetails;

  it('ends an approval that nobody decides: after 7 days, or when it was declared to', async () => {
    const patient = await run('patient', stage('Approve', approval()));
    const hasty = await run('hasty', stage('Approve', approval('Approve', { timeoutInMinutes: 5 })));
    const token = await approvalToken(client(), 'hasty', 'Approve');
    pass(6 * MINUTE);
    await untilStatus(client(), 'hasty', hasty, 'Failed');
    expect(await failure('hasty', hasty)).toEqual({
      code: 'TimeoutError',
      message: 'The action timed out after 5 minutes',
    });
    const late = { pipelineName: 'hasty', stageName: 'Approve', actionName: 'Approve', token } as const;
    await expect(
      client().send(new PutApprovalResultCommand({ ...late, result: { status: 'Approved', summary: '' } })),
    ).rejects.toMatchObject({ name: 'InvalidApprovalTokenException' });
    pass(7 * DAY - 10 * MINUTE);
    expect(await statusOf(client(), 'patient', patient)).toBe('InProgress');
    pass(5 * MINUTE);
    await untilStatus(client(), 'patient', patient, 'Failed');
  });

  it('ends an action that takes longer than its kind may, and tells its provider', async () => {
    const id = await run('slow', stage('Build', action('SlowBuild', { outcome: 'wait' })));
    pass(61 * MINUTE);
    await untilStatus(client(), 'slow', id, 'Failed');
    expect(await failure('slow', id)).toMatchObject({ code: 'TimeoutError' });
    expect(dummy.stopped.map(({ pipelineExecutionId }) => pipelineExecutionId)).toContain(id);
  });

  it('counts the end of an action that its provider was told in time, however late it is looked at', async () => {
    const id = await run('told', stage('Build', action('Told', { outcome: 'told' })));
    pass(61 * MINUTE);
    await untilStatus(client(), 'told', id, 'Succeeded');
  });

  it('ends an action whose provider cannot stop what it began, and logs that', async () => {
    const id = await run('clinging', stage('Build', action('Clinging', { outcome: 'cling' })));
    pass(61 * MINUTE);
    await untilStatus(client(), 'clinging', id, 'Failed');
    expect(await failure('clinging', id)).toMatchObject({ code: 'TimeoutError' });
    expect(server.errors).toEqual([CLUNG]);
  });

  it('ends a rule that takes longer than it was declared to: it has not passed', async () => {
    const never: RuleDeclaration = {
      name: 'Never',
      ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'Dummy', version: '1' },
      configuration: { Outcome: 'wait' },
      timeoutInMinutes: 5,
    };
    const beforeEntry = { conditions: [{ result: 'FAIL' as const, rules: [never] }] };
    const id = await run('slow-rule', { ...stage('Build', action('Compile')), beforeEntry });
    pass(6 * MINUTE);
    await untilStatus(client(), 'slow-rule', id, 'Failed');
    const { ruleExecutionDetails } = await client().send(new ListRuleExecutionsCommand({ pipelineName: 'slow-rule' }));
    expect(ruleExecutionDetails?.[0]?.output?.executionResult?.errorDetails).toEqual({
      code: 'TimeoutError',
      message: 'The rule timed out after 5 minutes',
    });
    expect(rules.stopped.map(({ pipelineExecutionId }) => pipelineExecutionId)).toContain(id);
  });

  it('opens a deployment window when it is time in its zone', async () => {
    const now = Date.now() + ahead;
    // India is 5:30 ahead of UTC the whole year: its hours begin at half past.
    const there = new Date(Math.floor((now + (3 * 60 + 330) * MINUTE) / (60 * MINUTE)) * 60 * MINUTE);
    const opens = new Date(there.getTime() - 330 * MINUTE);
    const window: RuleDeclaration = {
      name: 'Window',
      ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'DeploymentWindow', version: '1' },
      configuration: {
        Cron: `* * ${there.getUTCHours()} ? * * *`,
        TimeZone: 'Asia/Kolkata',
      },
    };
    const beforeEntry = { conditions: [{ result: 'FAIL' as const, rules: [window] }] };
    const id = await run('windowed', { ...stage('Build', action('Compile')), beforeEntry });
    await waitFor('the window to be looked at', async () => {
      const { beforeEntryConditionState: seen } = await stageState(client(), 'windowed', 'Build');
      const summary = seen?.conditionStates?.[0]?.ruleStates?.[0]?.latestExecution?.summary;
      return summary?.includes(`opens next at ${opens.toISOString()}`);
    });
    pass(opens.getTime() - now - 5 * MINUTE);
    expect(await statusOf(client(), 'windowed', id)).toBe('InProgress');
    pass(10 * MINUTE);
    await untilStatus(client(), 'windowed', id, 'Succeeded');
  });

  it('lets nobody through a transition that was disabled for more than 30 days, until a new change comes', async () => {
    const name = 'closed-for-long';
    await create(client(), pipeline(name, [stage('Source', source()), stage('Build', action('Compile'))], QUIET));
    const door = { pipelineName: name, stageName: 'Build', transitionType: 'Inbound' as const };
    const disable = () => client().send(new DisableStageTransitionCommand({ ...door, reason: 'Holidays' }));
    await disable();
    const first = await start(client(), name);
    await untilInbound(client(), name, 'Build', [first]);
    pass(29 * DAY);
    await client().send(new EnableStageTransitionCommand(door));
    await untilStatus(client(), name, first, 'Succeeded');
    await disable();
    const second = await start(client(), name);
    await untilInbound(client(), name, 'Build', [second]);
    pass(31 * DAY);
    await client().send(new EnableStageTransitionCommand(door));
    expect(await statusOf(client(), name, second)).toBe('Stopped');
    const third = await start(client(), name);
    await untilStatus(client(), name, third, 'Succeeded');
  });

  it('lets nobody through a way out of a stage that was disabled for more than 30 days, and stops nobody else', async () => {
    const name = 'way-out-closed-for-long';
    const stages = [stage('Source', source()), stage('Build', action('LongBuild', { outcome: 'wait' }))];
    await create(client(), pipeline(name, [...stages, stage('Deploy', action('Ship'))], QUIET));
    const door = { pipelineName: name, stageName: 'Build', transitionType: 'Outbound' as const };
    await client().send(new DisableStageTransitionCommand({ ...door, reason: 'Holidays' }));
    const beyond = await start(client(), name);
    await untilInside(client(), name, 'Build', beyond);
    dummy.release('LongBuild');
    await untilInbound(client(), name, 'Deploy', [beyond]);
    pass(31 * DAY);
    const inside = await start(client(), name);
    await untilInside(client(), name, 'Build', inside);
    const before = await start(client(), name);
    await untilInbound(client(), name, 'Build', [before]);
    await client().send(new EnableStageTransitionCommand(door));
    expect(await statusOf(client(), name, beyond)).toBe('Stopped');
    for (const id of [inside, before]) {
      dummy.release('LongBuild');
      await untilStatus(client(), name, id, 'Succeeded');
    }
  });

  it('keeps history for twelve months, the last of each stage for longer, and stops nothing that runs', async () => {
    const name = 'history';
    const held = stage('Hold', action('Hold', { outcome: 'wait' }));
    await create(client(), pipeline(name, [stage('Source', source()), stage('Build', action('Compile')), held], QUIET));
    const old: string[] = [];
    for (const outcome of ['succeed', 'fail'] as const) {
      const id = await start(client(), name);
      old.push(id);
      await untilInside(client(), name, 'Hold', id);
      dummy.release('Hold', outcome);
      await untilStatus(client(), name, id, outcome === 'succeed' ? 'Succeeded' : 'Failed');
    }
    const door = { pipelineName: name, stageName: 'Hold', transitionType: 'Inbound' as const, reason: 'Long' };
    await client().send(new DisableStageTransitionCommand(door));
    const waiting = await start(client(), name);
    await untilInbound(client(), name, 'Hold', [waiting]);
    pass(366 * DAY);
    const listed = async () => {
      const command = new ListPipelineExecutionsCommand({ pipelineName: name });
      return (await client().send(command)).pipelineExecutionSummaries?.map(
        ({ pipelineExecutionId }) => pipelineExecutionId,
      );
    };
    await waitFor('the oldest to be forgotten', async () => !(await listed())?.includes(old[0]));
    expect(await listed()).toEqual([waiting, old[1]]);
    await expect(
      client().send(new GetPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId: old[0] })),
    ).rejects.toMatchObject({ name: 'PipelineExecutionNotFoundException' });
    expect((await stageState(client(), name, 'Hold')).latestExecution).toMatchObject({
      pipelineExecutionId: old[1],
      status: 'Failed',
    });
    expect(await statusOf(client(), name, waiting)).toBe('InProgress');
  });
});
