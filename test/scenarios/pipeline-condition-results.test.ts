import {
  type Condition,
  GetPipelineCommand,
  ListPipelineExecutionsCommand,
  ListRuleExecutionsCommand,
  OverrideStageConditionCommand,
  RetryStageExecutionCommand,
  type StageDeclaration,
  StartPipelineExecutionCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyServer } from '../harness/dummy-server.ts';
import {
  action,
  create,
  pipeline,
  source,
  stage,
  stageState,
  statusOf,
  storyOf,
  untilInside,
  untilStatus,
} from '../harness/pipelines.ts';

type Hooks = Pick<StageDeclaration, 'beforeEntry' | 'onSuccess' | 'onFailure'>;

/** A condition that is met by runs whose variable says so. */
const unless = (result: Condition['result']): { conditions: Condition[] } => ({
  conditions: [
    {
      result,
      rules: [
        {
          name: 'Check',
          ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'VariableCheck', version: '1' },
          configuration: { Variable: '#{variables.Check}', Operator: 'EQ', Value: 'pass' },
        },
      ],
    },
  ],
});

const retryAll = { retryConfiguration: { retryMode: 'ALL_ACTIONS' as const } };
/** The actions of the stage in question. */
const BUILD = ['Lint Succeeded', 'Compile Succeeded'];
const BROKEN = ['Lint Succeeded', 'Compile Failed'];
const [FAILED, SKIPPED, DONE] = ['Failed Failed', 'Succeeded Skipped', 'Succeeded Succeeded'];

describe.each(DIALECTS)('what a stage declares about itself, on %s', (dialect) => {
  const { rules, client } = dummyServer(dialect);

  async function startWith(name: string, Outcome: string, Check: string): Promise<string> {
    const variables = Object.entries({ Outcome, Check }).map(([key, value]) => ({ name: key, value }));
    const { pipelineExecutionId = '' } = await client().send(new StartPipelineExecutionCommand({ name, variables }));
    return pipelineExecutionId;
  }

  async function declared(name: string, hooks: Hooks, executionMode?: 'PARALLEL') {
    const build = stage(
      'Build',
      action('Lint'),
      action('Compile', { configuration: { Outcome: '#{variables.Outcome}' }, runOrder: 2 }),
    );
    const stages = [stage('Source', source()), { ...build, ...hooks }, stage('Deploy', action('Ship'))];
    const variables = [{ name: 'Outcome' }, { name: 'Check' }];
    await create(client(), pipeline(name, stages, { variables, executionMode }));
  }

  const executions = async (pipelineName: string) => {
    const { pipelineExecutionSummaries = [] } = await client().send(
      new ListPipelineExecutionsCommand({ pipelineName }),
    );
    return pipelineExecutionSummaries;
  };

  it.each<
    [what: string, hooks: Hooks, run: [string, string], end: string, actions: string[], rolledBack?: 'rolled back']
  >([
    ['an entry that is met', { beforeEntry: unless('FAIL') }, ['succeed', 'pass'], DONE, BUILD],
    ['an entry that is not met: FAIL', { beforeEntry: unless('FAIL') }, ['succeed', 'no'], FAILED, []],
    ['an entry that is not met: SKIP', { beforeEntry: unless('SKIP') }, ['succeed', 'no'], SKIPPED, []],
    ['a success that is met', { onSuccess: unless('ROLLBACK') }, ['succeed', 'pass'], DONE, BUILD],
    ['a success that is not met: FAIL', { onSuccess: unless('FAIL') }, ['succeed', 'no'], FAILED, BUILD],
    [
      'a success that is not met: ROLLBACK',
      { onSuccess: unless('ROLLBACK') },
      ['succeed', 'no'],
      FAILED,
      BUILD,
      'rolled back',
    ],
    ['a success that is not looked at', { onSuccess: unless('ROLLBACK') }, ['fail', 'no'], FAILED, BROKEN],
    ['a failure that did not come', { onFailure: unless('ROLLBACK') }, ['succeed', 'no'], DONE, BUILD],
    ['a failure that is met: FAIL', { onFailure: unless('FAIL') }, ['fail', 'pass'], FAILED, BROKEN],
    ['a failure that is met: ROLLBACK', { onFailure: unless('ROLLBACK') }, ['fail', 'pass'], FAILED, BROKEN],
    ['a failure that is met: RETRY', { onFailure: unless('RETRY') }, ['fail', 'pass'], FAILED, BROKEN],
    ['a failure that is met: SKIP', { onFailure: unless('SKIP') }, ['fail', 'pass'], FAILED, BROKEN],
    ['a failure that is not met: FAIL', { onFailure: unless('FAIL') }, ['fail', 'no'], FAILED, BROKEN],
    [
      'a failure that is not met: ROLLBACK',
      { onFailure: unless('ROLLBACK') },
      ['fail', 'no'],
      FAILED,
      BROKEN,
      'rolled back',
    ],
    [
      'a failure that is not met: RETRY',
      { onFailure: unless('RETRY') },
      ['fail', 'no'],
      FAILED,
      [...BROKEN, 'Compile Failed'],
    ],
    [
      'a failure that is not met: RETRY of all',
      { onFailure: { ...unless('RETRY'), ...retryAll } },
      ['fail', 'no'],
      FAILED,
      [...BROKEN, ...BROKEN],
    ],
    ['a failure that is not met: SKIP', { onFailure: unless('SKIP') }, ['fail', 'no'], SKIPPED, BROKEN],
    ['a failure: FAIL', { onFailure: { result: 'FAIL' } }, ['fail', 'no'], FAILED, BROKEN],
    ['a failure: ROLLBACK', { onFailure: { result: 'ROLLBACK' } }, ['fail', 'no'], FAILED, BROKEN, 'rolled back'],
    ['a failure: RETRY', { onFailure: { result: 'RETRY' } }, ['fail', 'no'], FAILED, [...BROKEN, 'Compile Failed']],
    [
      'a failure: RETRY of all',
      { onFailure: { result: 'RETRY', ...retryAll } },
      ['fail', 'no'],
      FAILED,
      [...BROKEN, ...BROKEN],
    ],
    ['a failure: SKIP', { onFailure: { result: 'SKIP' } }, ['fail', 'no'], SKIPPED, BROKEN],
  ])('%s', async (what, hooks, [outcome, check], end, actions, rolledBack) => {
    const name = what.replaceAll(/[^a-zA-Z]+/g, '-');
    await declared(name, hooks);
    const good = await startWith(name, 'succeed', 'pass');
    await untilStatus(client(), name, good, 'Succeeded');
    const id = await startWith(name, outcome, check);
    const [ending = '', inStage] = end.split(' ');
    await untilStatus(client(), name, id, ending);
    const went = ending === 'Succeeded' ? ['Ship Succeeded'] : [];
    expect(await storyOf(client(), name, id)).toEqual(['Fetch Succeeded', ...actions, ...went]);
    const [latest] = await executions(name);
    if (rolledBack === undefined) {
      expect(latest?.pipelineExecutionId).toBe(id);
      expect((await stageState(client(), name, 'Build')).latestExecution?.status).toBe(inStage);
    } else {
      expect(latest).toMatchObject({
        executionType: 'ROLLBACK',
        rollbackMetadata: { rollbackTargetPipelineExecutionId: good },
      });
      await untilStatus(client(), name, latest?.pipelineExecutionId ?? '', 'Succeeded');
    }
  });

  it('a stage that its condition of failure retries looks at it again when it fails again, and tries no third time', async () => {
    const name = 'retried-by-condition';
    await declared(name, { onFailure: unless('RETRY') });
    const id = await startWith(name, 'fail', 'no');
    await untilStatus(client(), name, id, 'Failed');
    expect((await stageState(client(), name, 'Build')).retryStageMetadata).toEqual({
      autoStageRetryAttempt: 1,
      latestRetryTrigger: 'AutomatedStageRetry',
    });
    const { ruleExecutionDetails = [] } = await client().send(new ListRuleExecutionsCommand({ pipelineName: name }));
    expect(ruleExecutionDetails.map(({ status }) => status)).toEqual(['Failed', 'Failed']);
  });

  it('a source stage is skipped by no condition', async () => {
    for (const hooks of [{ onFailure: unless('SKIP') }, { beforeEntry: unless('SKIP') }]) {
      const stages = [{ ...stage('Source', source()), ...hooks }, stage('Build', action('Compile'))];
      await expect(
        create(client(), pipeline('no-source', stages, { variables: [{ name: 'Check' }] })),
      ).rejects.toMatchObject({
        name: 'InvalidStageDeclarationException',
        message: expect.stringContaining('it is the source stage'),
      });
    }
  });

  it('a stage that failed at its door is looked at anew when it is retried', async () => {
    const name = 'door-retried';
    const rule = {
      name: 'DoorRule',
      ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'Dummy', version: '1' },
      configuration: { Outcome: 'wait' },
    } as const;
    await declared(name, { beforeEntry: { conditions: [{ result: 'FAIL', rules: [rule] }] } });
    const id = await startWith(name, 'succeed', 'pass');
    rules.release('DoorRule', 'fail');
    await untilStatus(client(), name, id, 'Failed');
    const retry = { pipelineName: name, stageName: 'Build', pipelineExecutionId: id } as const;
    await client().send(new RetryStageExecutionCommand({ ...retry, retryMode: 'FAILED_ACTIONS' }));
    await untilInside(client(), name, 'Build', id);
    expect(await storyOf(client(), name, id)).toEqual(['Fetch Succeeded']);
    rules.release('DoorRule');
    await untilStatus(client(), name, id, 'Succeeded');
  });

  it('a condition of failure that was met once is looked at anew when the stage fails again', async () => {
    const name = 'failure-again';
    const rule = {
      name: 'AgainRule',
      ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'Dummy', version: '1' },
      configuration: { Outcome: 'wait' },
    } as const;
    await declared(name, { onFailure: { conditions: [{ result: 'SKIP', rules: [rule] }] } });
    const id = await startWith(name, 'fail', 'any');
    rules.release('AgainRule');
    await untilStatus(client(), name, id, 'Failed');
    const retry = { pipelineName: name, stageName: 'Build', pipelineExecutionId: id } as const;
    await client().send(new RetryStageExecutionCommand({ ...retry, retryMode: 'FAILED_ACTIONS' }));
    rules.release('AgainRule', 'fail');
    await untilStatus(client(), name, id, 'Succeeded');
    expect((await stageState(client(), name, 'Build')).latestExecution?.status).toBe('Skipped');
  });

  it('a condition that failed its stage is overridden no more once the pipeline was updated', async () => {
    const name = 'override-outdated';
    await declared(name, { beforeEntry: unless('FAIL') });
    const id = await startWith(name, 'succeed', 'no');
    await untilStatus(client(), name, id, 'Failed');
    const { pipeline: current } = await client().send(new GetPipelineCommand({ name }));
    await client().send(new UpdatePipelineCommand({ pipeline: current }));
    const override = { pipelineName: name, stageName: 'Build', conditionType: 'BEFORE_ENTRY' } as const;
    await expect(
      client().send(new OverrideStageConditionCommand({ ...override, pipelineExecutionId: id })),
    ).rejects.toMatchObject({ name: 'ConditionNotOverridableException' });
    expect(await statusOf(client(), name, id)).toBe('Failed');
  });

  it('a condition of one of several parallel executions is overridden, and no other', async () => {
    const name = 'parallel-override';
    await declared(name, { beforeEntry: unless('FAIL') }, 'PARALLEL');
    const ids = [await startWith(name, 'succeed', 'no'), await startWith(name, 'succeed', 'no')];
    for (const id of ids) await untilStatus(client(), name, id, 'Failed');
    const [first = '', second = ''] = ids;
    const override = { pipelineName: name, stageName: 'Build', conditionType: 'BEFORE_ENTRY' } as const;
    await client().send(new OverrideStageConditionCommand({ ...override, pipelineExecutionId: first }));
    await untilStatus(client(), name, first, 'Succeeded');
    expect(await statusOf(client(), name, second)).toBe('Failed');
    expect(await storyOf(client(), name, second)).toEqual(['Fetch Succeeded']);
  });
});
