import {
  type Condition,
  GetPipelineStateCommand,
  ListRuleExecutionsCommand,
  OverrideStageConditionCommand,
  RetryStageExecutionCommand,
  type RuleDeclaration,
  type StageDeclaration,
  type StageState,
  StopPipelineExecutionCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyServer } from '../harness/dummy-server.ts';
import {
  action,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  stageState,
  start,
  statusOf,
  storyOf,
  untilInside,
  untilStatus,
} from '../harness/pipelines.ts';
import { waitFor } from '../harness/wait.ts';

describe.each(DIALECTS)('a stage with conditions on %s', (dialect) => {
  const { rules, client } = dummyServer(dialect);

  function rule(name: string, outcome = 'pass', settings: Partial<RuleDeclaration> = {}): RuleDeclaration {
    return {
      name,
      ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'Dummy', version: '1' },
      configuration: { Outcome: outcome },
      ...settings,
    };
  }

  function branchIs(value: string): RuleDeclaration {
    return {
      name: 'BranchIs',
      ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'VariableCheck', version: '1' },
      configuration: { Variable: '#{Src.Branch}', Operator: 'EQ', Value: value },
    };
  }

  const when = (result: Condition['result'], ...checks: RuleDeclaration[]) => ({
    conditions: [{ result, rules: checks }],
  });

  async function run(name: string, build: Partial<StageDeclaration>, outcome?: string): Promise<string> {
    const fetch = source('Fetch', { namespace: 'Src', configuration: { Output: '{"Branch":"main"}' } });
    const stages = [
      stage('Source', fetch),
      { ...stage('Build', action('Compile', outcome === undefined ? {} : { outcome })), ...build },
      stage('Deploy', action('Ship')),
    ];
    await create(client(), pipeline(name, stages, QUIET));
    return start(client(), name);
  }

  async function untilState(name: string, what: string, holds: (state: StageState) => boolean): Promise<StageState> {
    return waitFor(what, async () => {
      const state = await stageState(client(), name, 'Build');
      return holds(state) ? state : undefined;
    });
  }

  async function ruleHistory(name: string, id: string) {
    const { ruleExecutionDetails = [] } = await client().send(
      new ListRuleExecutionsCommand({ pipelineName: name, filter: { pipelineExecutionId: id } }),
    );
    return ruleExecutionDetails.reverse();
  }

  const override = (name: string, id: string, conditionType: 'BEFORE_ENTRY' | 'ON_SUCCESS' = 'BEFORE_ENTRY') =>
    client().send(
      new OverrideStageConditionCommand({
        pipelineName: name,
        stageName: 'Build',
        pipelineExecutionId: id,
        conditionType,
      }),
    );

  it('is entered when its rules pass, with the variables of this run', async () => {
    const name = 'entered';
    const id = await run(name, { beforeEntry: when('FAIL', branchIs('main'), rule('Also')) });
    await untilStatus(client(), name, id, 'Succeeded');
    const state = await stageState(client(), name, 'Build');
    expect(state.beforeEntryConditionState).toMatchObject({
      latestExecution: { status: 'Succeeded' },
      conditionStates: [
        {
          latestExecution: { status: 'Succeeded', lastStatusChange: expect.any(Date) },
          ruleStates: [
            { ruleName: 'BranchIs', latestExecution: { status: 'Succeeded' } },
            { ruleName: 'Also', latestExecution: { status: 'Succeeded' } },
          ],
        },
      ],
    });
    const [first] = await ruleHistory(name, id);
    expect(first).toMatchObject({
      pipelineExecutionId: id,
      pipelineVersion: 1,
      stageName: 'Build',
      ruleName: 'BranchIs',
      status: 'Succeeded',
      input: {
        ruleTypeId: { provider: 'VariableCheck' },
        configuration: { Variable: '#{Src.Branch}' },
        resolvedConfiguration: { Variable: 'main', Operator: 'EQ', Value: 'main' },
        region: 'eu-west-1',
      },
    });
    expect(state.onSuccessConditionState).toBeUndefined();
  });

  it('fails at its door when a rule does not pass, and its other rules are abandoned', async () => {
    const name = 'not-entered';
    const id = await run(name, { beforeEntry: when('FAIL', branchIs('release'), rule('Slow', 'wait')) });
    await untilStatus(client(), name, id, 'Failed');
    expect(await storyOf(client(), name, id)).toEqual(['Fetch Succeeded']);
    const state = await stageState(client(), name, 'Build');
    expect(state.latestExecution).toMatchObject({ pipelineExecutionId: id, status: 'Failed' });
    expect(state.beforeEntryConditionState?.latestExecution).toMatchObject({
      status: 'Failed',
      summary: "Rule BranchIs: The check 'main EQ release' does not hold",
    });
    const rulesSeen = (await ruleHistory(name, id)).map(({ ruleName, status }) => `${ruleName} ${status}`);
    expect(rulesSeen).toEqual(['BranchIs Failed', 'Slow Abandoned']);
  });

  it('is skipped when its rules do not pass and it was declared so, and cannot be retried or overridden', async () => {
    const name = 'skipped';
    const id = await run(name, { beforeEntry: when('SKIP', branchIs('release')) });
    await untilStatus(client(), name, id, 'Succeeded');
    expect(await storyOf(client(), name, id)).toEqual(['Fetch Succeeded', 'Ship Succeeded']);
    expect((await stageState(client(), name, 'Build')).latestExecution?.status).toBe('Skipped');
    await expect(override(name, id)).rejects.toMatchObject({ name: 'ConditionNotOverridableException' });
    await expect(
      client().send(
        new RetryStageExecutionCommand({
          pipelineName: name,
          stageName: 'Build',
          pipelineExecutionId: id,
          retryMode: 'ALL_ACTIONS',
        }),
      ),
    ).rejects.toMatchObject({ name: 'StageNotRetryableException' });
  });

  it('holds its lock while its condition is looked at, and goes on at once when that is overridden', async () => {
    const name = 'overridden-early';
    const id = await run(name, { beforeEntry: when('FAIL', rule('Window', 'wait')) });
    await untilInside(client(), name, 'Build', id);
    const next = await start(client(), name);
    const busy = await untilState(name, 'somebody to wait', ({ inboundExecution }) => inboundExecution !== undefined);
    expect(busy.inboundExecution?.pipelineExecutionId).toBe(next);
    expect(busy.beforeEntryConditionState?.latestExecution?.status).toBe('InProgress');
    await expect(override(name, next)).rejects.toMatchObject({ name: 'NotLatestPipelineExecutionException' });
    await expect(override(name, id, 'ON_SUCCESS')).rejects.toMatchObject({ name: 'ConditionNotOverridableException' });
    await override(name, id);
    await untilStatus(client(), name, id, 'Succeeded');
    const [seen] = await ruleHistory(name, id);
    expect(seen?.status).toBe('Abandoned');
    await untilInside(client(), name, 'Build', next);
    rules.release('Window');
    await untilStatus(client(), name, next, 'Succeeded');
  });

  it('goes on from where it failed when the condition that failed it is overridden', async () => {
    for (const [name, hook, type] of [
      ['overridden-entry', 'beforeEntry', 'BEFORE_ENTRY'],
      ['overridden-success', 'onSuccess', 'ON_SUCCESS'],
    ] as const) {
      const id = await run(name, { [hook]: when('FAIL', rule('Check', 'fail')) });
      await untilStatus(client(), name, id, 'Failed');
      await override(name, id, type);
      await untilStatus(client(), name, id, 'Succeeded');
      expect(await storyOf(client(), name, id)).toEqual(['Fetch Succeeded', 'Compile Succeeded', 'Ship Succeeded']);
      const state = await stageState(client(), name, 'Build');
      const condition = hook === 'beforeEntry' ? state.beforeEntryConditionState : state.onSuccessConditionState;
      expect(condition?.latestExecution).toMatchObject({
        status: 'Overridden',
        summary: 'Overridden by arn:aws:iam::123456789012:root',
      });
    }
  });

  it('looks at its conditions anew when it is retried', async () => {
    const name = 'conditions-retried';
    const id = await run(name, { onSuccess: when('FAIL', rule('Flaky', 'wait')) });
    await untilState(name, 'the check', ({ onSuccessConditionState: seen }) => seen?.latestExecution !== undefined);
    rules.release('Flaky', 'fail');
    await untilStatus(client(), name, id, 'Failed');
    const retry = { pipelineName: name, stageName: 'Build', pipelineExecutionId: id } as const;
    await client().send(new RetryStageExecutionCommand({ ...retry, retryMode: 'FAILED_ACTIONS' }));
    rules.release('Flaky');
    await untilStatus(client(), name, id, 'Succeeded');
    expect(await storyOf(client(), name, id)).toEqual(['Fetch Succeeded', 'Compile Succeeded', 'Ship Succeeded']);
    expect((await ruleHistory(name, id)).map(({ status }) => status)).toEqual(['Failed', 'Succeeded']);
    const latest = await client().send(
      new ListRuleExecutionsCommand({
        pipelineName: name,
        filter: { latestInPipelineExecution: { pipelineExecutionId: id, startTimeRange: 'Latest' } },
      }),
    );
    expect(latest.ruleExecutionDetails?.map(({ status }) => status)).toEqual(['Succeeded']);
  });

  it('is rolled back although its actions succeeded when its condition of success is not met', async () => {
    const name = 'rolled-back-on-success';
    const id = await run(name, { onSuccess: when('ROLLBACK', rule('Alarm', 'wait')) });
    rules.release('Alarm');
    await untilStatus(client(), name, id, 'Succeeded');
    const bad = await start(client(), name);
    rules.release('Alarm', 'fail');
    await untilStatus(client(), name, bad, 'Failed');
    const state = await untilState(name, 'the rollback', ({ latestExecution }) => latestExecution?.type === 'ROLLBACK');
    const rollback = state.latestExecution?.pipelineExecutionId ?? '';
    rules.release('Alarm');
    await untilStatus(client(), name, rollback, 'Succeeded');
    expect(await storyOf(client(), name, rollback)).toEqual(['Compile Succeeded']);
    await expect(override(name, bad, 'ON_SUCCESS')).rejects.toMatchObject({
      name: 'NotLatestPipelineExecutionException',
    });
  });

  it('looks at its condition of failure when an action has failed, and fails without its result when that is met', async () => {
    const engaged = await run('failure-unmet', { onFailure: when('SKIP', rule('Harmless', 'fail')) }, 'fail');
    await untilStatus(client(), 'failure-unmet', engaged, 'Succeeded');
    expect((await stageState(client(), 'failure-unmet', 'Build')).latestExecution?.status).toBe('Skipped');
    const met = await run('failure-met', { onFailure: when('SKIP', rule('Harmless')) }, 'fail');
    await untilStatus(client(), 'failure-met', met, 'Failed');
    const state = await stageState(client(), 'failure-met', 'Build');
    expect(state.onFailureConditionState?.latestExecution?.status).toBe('Succeeded');
  });

  it('tells a rule that cannot be evaluated from one that does not pass', async () => {
    const refused = await run('refused-rule', { beforeEntry: when('FAIL', rule('Refused', 'refuse')) });
    await untilStatus(client(), 'refused-rule', refused, 'Failed');
    const unresolved = await run('unresolved-rule', {
      beforeEntry: when('FAIL', {
        ...branchIs('main'),
        configuration: { Variable: '#{Src.Tag}', Operator: 'EQ', Value: 'v1' },
      }),
    });
    await untilStatus(client(), 'unresolved-rule', unresolved, 'Failed');
    for (const [name, id, code] of [
      ['refused-rule', refused, 'ConfigurationError'],
      ['unresolved-rule', unresolved, 'InvalidVariable'],
    ] as const) {
      const state = await stageState(client(), name, 'Build');
      expect(state.beforeEntryConditionState?.latestExecution?.status).toBe('Errored');
      const [seen] = await ruleHistory(name, id);
      expect(seen?.status).toBe('Failed');
      expect(seen?.output?.executionResult?.errorDetails?.code).toBe(code);
    }
  });

  it('stops without waiting for its conditions, and is cancelled with them', async () => {
    const name = 'stopped-condition';
    const id = await run(name, { beforeEntry: when('FAIL', rule('Never', 'wait')) });
    await untilInside(client(), name, 'Build', id);
    await client().send(new StopPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId: id }));
    expect(await statusOf(client(), name, id)).toBe('Stopped');
    const abandoned = await stageState(client(), name, 'Build');
    expect(abandoned.latestExecution?.status).toBe('Stopped');
    expect(abandoned.beforeEntryConditionState?.latestExecution?.status).toBe('Abandoned');
    const next = await start(client(), name);
    await untilInside(client(), name, 'Build', next);
    const declaration = pipeline(name, [stage('Source', source()), stage('Build', action('Compile'))], QUIET);
    await client().send(new UpdatePipelineCommand({ pipeline: declaration }));
    expect(await statusOf(client(), name, next)).toBe('Cancelled');
    expect((await ruleHistory(name, next)).map(({ status }) => status)).toEqual(['Abandoned']);
    const { stageStates } = await client().send(new GetPipelineStateCommand({ name }));
    expect(stageStates?.[1]?.beforeEntryConditionState).toBeUndefined();
  });

  it('starts each rule once, as its provider sees it', () => {
    const ids = rules.started.map(({ ruleExecutionId }) => ruleExecutionId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
