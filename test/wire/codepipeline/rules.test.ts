import {
  CreatePipelineCommand,
  ListRuleExecutionsCommand,
  ListRuleTypesCommand,
  OverrideStageConditionCommand,
  type RuleDeclaration,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { dummyProvider } from '../../harness/dummy-provider.ts';
import {
  action,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  stageState,
  start,
  untilStatus,
} from '../../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const rule = (provider: string, configuration: Record<string, string>, more: Partial<RuleDeclaration> = {}) => ({
  name: 'Check',
  ruleTypeId: { category: 'Rule' as const, owner: 'AWS' as const, provider, version: '1' },
  configuration,
  ...more,
});

const check = (Variable: string, Operator: string, Value: string) =>
  rule('VariableCheck', { Variable, Operator, Value });

const FETCH = source('Fetch', { namespace: 'Src', configuration: { Output: '{"Branch":"release/7"}' } });

function guarded(name: string, ...rules: RuleDeclaration[]) {
  const named = rules.map((each, index) => ({ ...each, name: `${each.name}${index}` }));
  const beforeEntry = { conditions: [{ result: 'FAIL' as const, rules: named }] };
  const build = stage('Build', action('Compile', { namespace: 'Built' }));
  return pipeline(name, [stage('Source', FETCH), { ...build, beforeEntry }], QUIET);
}

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

describe.each(DIALECTS)('rules on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { providers: dummyProvider().providers });
  });
  afterAll(() => server.close());

  const client = () => server.codepipeline;

  it('are listed by their kinds', async () => {
    const { ruleTypes = [] } = await client().send(new ListRuleTypesCommand({ ruleOwnerFilter: 'AWS' }));
    expect(ruleTypes.map(({ id }) => id?.provider)).toEqual(
      expect.arrayContaining(['VariableCheck', 'DeploymentWindow', 'CodeBuild', 'Commands']),
    );
    expect(ruleTypes[0]).toEqual({
      id: { category: 'Rule', owner: 'AWS', provider: 'VariableCheck', version: '1' },
      inputArtifactDetails: { minimumCount: 0, maximumCount: 0 },
      ruleConfigurationProperties: ['Variable', 'Value', 'Operator'].map((name) => ({
        name,
        required: true,
        key: false,
        secret: false,
        queryable: false,
        description: expect.any(String),
        type: 'String',
      })),
    });
  });

  it.each([
    ['EQ', 'release/7', true],
    ['EQ', 'release', false],
    ['NE', 'main', true],
    ['NE', 'release/7', false],
    ['CONTAINS', 'lease', true],
    ['CONTAINS', 'main', false],
    ['MATCHES', 'release/\\d+', true],
    ['MATCHES', '\\d+', false],
    ['MATCHES', '#{Src.Branch}', true],
  ] as const)('compare a variable: %s %s holds: %s', async (operator, value, holds) => {
    const name = `check-${dialect}-${operator}-${value.replaceAll(/\W/g, '')}-${holds}`;
    await create(client(), guarded(name, check('#{Src.Branch}', operator, value)));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, holds ? 'Succeeded' : 'Failed');
  });

  it('cannot be made to take for ever by a regular expression', async () => {
    const name = `hungry-${dialect}`;
    await create(client(), guarded(name, check(`${'a'.repeat(100)}!`, 'MATCHES', '(a|a)*(a+)+')));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Failed');
  });

  it('have a history in pages, of all executions or of one', async () => {
    const name = `history-${dialect}`;
    const passing = check('#{Src.Branch}', 'NE', 'main');
    await create(client(), guarded(name, passing, passing, passing));
    const ids = [await start(client(), name), await start(client(), name)];
    for (const id of ids) await untilStatus(client(), name, id, 'Succeeded');
    const seen: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = await client().send(new ListRuleExecutionsCommand({ pipelineName: name, maxResults: 4, nextToken }));
      for (const { pipelineExecutionId, ruleName } of page.ruleExecutionDetails ?? [])
        seen.push(`${ids.indexOf(pipelineExecutionId ?? '')} ${ruleName}`);
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    expect(seen).toEqual(['1 Check2', '1 Check1', '1 Check0', '0 Check2', '0 Check1', '0 Check0']);
    const list = (filter: object, more = {}) =>
      client().send(new ListRuleExecutionsCommand({ pipelineName: name, filter, ...more }));
    const [first] = ids;
    const { ruleExecutionDetails } = await list({ pipelineExecutionId: first });
    expect(ruleExecutionDetails?.map(({ pipelineExecutionId }) => pipelineExecutionId)).toEqual([first, first, first]);
    const latest = { pipelineExecutionId: first, startTimeRange: 'Latest' };
    await expect(list({ pipelineExecutionId: first, latestInPipelineExecution: latest })).rejects.toMatchObject({
      name: 'ValidationException',
    });
    await expect(list({ pipelineExecutionId: UNKNOWN })).rejects.toMatchObject({
      name: 'PipelineExecutionNotFoundException',
    });
    await expect(list({}, { nextToken: 'nonsense' })).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
    await expect(list({}, { pipelineName: 'nobody' })).rejects.toMatchObject({ name: 'PipelineNotFoundException' });
  });

  it('tell what they compared in few words, however much it is', async () => {
    const name = `wordy-${dialect}`;
    await create(client(), guarded(name, check('x'.repeat(9000), 'EQ', 'y'.repeat(9000))));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Failed');
    const told = `The check '${'x'.repeat(200)}... EQ ${'y'.repeat(200)}...' does not hold`;
    const { beforeEntryConditionState } = await stageState(client(), name, 'Build');
    expect(beforeEntryConditionState?.latestExecution?.summary).toBe(`Rule Check0: ${told}`);
    const [rule] = beforeEntryConditionState?.conditionStates?.[0]?.ruleStates ?? [];
    expect(rule?.latestExecution).toMatchObject({ summary: told, errorDetails: { message: told } });
  });

  it('tell no more than answers may hold', async () => {
    const name = `endless-${dialect}`;
    await create(client(), guarded(name, check(`#{Src.${'k'.repeat(9000)}}`, 'EQ', 'x')));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Failed');
    const { beforeEntryConditionState } = await stageState(client(), name, 'Build');
    const [rule] = beforeEntryConditionState?.conditionStates?.[0]?.ruleStates ?? [];
    expect(beforeEntryConditionState?.latestExecution?.summary).toHaveLength(2048);
    expect(rule?.latestExecution?.summary).toHaveLength(2048);
    expect(rule?.latestExecution?.errorDetails?.message).toHaveLength(5000);
  });

  it('are overridden only where there is something to override', async () => {
    const name = `override-${dialect}`;
    await create(client(), guarded(name, check('#{Src.Branch}', 'EQ', 'main')));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Failed');
    const override = (more: object) =>
      client().send(
        new OverrideStageConditionCommand({
          pipelineName: name,
          stageName: 'Build',
          pipelineExecutionId: id,
          conditionType: 'BEFORE_ENTRY',
          ...more,
        }),
      );
    const refused = [
      [{ pipelineName: 'nobody' }, 'PipelineNotFoundException'],
      [{ stageName: 'Nowhere' }, 'StageNotFoundException'],
      [{ pipelineExecutionId: UNKNOWN }, 'NotLatestPipelineExecutionException'],
      [{ conditionType: 'ON_SUCCESS' }, 'ConditionNotOverridableException'],
      [{ stageName: 'Source' }, 'ConditionNotOverridableException'],
    ] as const;
    for (const [more, error] of refused) await expect(override(more)).rejects.toMatchObject({ name: error });
    await override({});
    await untilStatus(client(), name, id, 'Succeeded');
    await expect(override({})).rejects.toMatchObject({ name: 'ConditionNotOverridableException' });
    await client().send(new UpdatePipelineCommand({ pipeline: guarded(name, check('a', 'EQ', 'b')) }));
    await expect(override({})).rejects.toMatchObject({ name: 'ConditionNotOverridableException' });
  });

  it.each([
    ['an unknown kind', rule('Astrology', {}), /RuleType \(Provider: 'Astrology'\) is not available/],
    ['an unknown key', rule('VariableCheck', { Variable: 'a', Operator: 'EQ', Value: 'b', More: 'c' }), /'More'/],
    [
      'a missing key',
      rule('VariableCheck', { Variable: 'a', Operator: 'EQ' }),
      /missing required configuration 'Value'/,
    ],
    ['an unknown operator', check('a', 'LIKE', 'b'), /Operator must be one of EQ, NE, CONTAINS, MATCHES/],
    ['what is no regular expression', check('a', 'MATCHES', '(b'), /Value is not a regular expression/],
    ['an expression that looks ahead', check('a', 'MATCHES', 'a(?=b)'), /look-around .*does not implement: a\(\?=b\)$/],
    ['what is no cron expression', rule('DeploymentWindow', { Cron: '0 9 * * *' }), /Cron is not a cron expression/],
    ['what are no seconds', rule('DeploymentWindow', { Cron: '60 * 9 ? * *' }), /Cron is not a cron expression/],
    [
      'an unknown time zone',
      rule('DeploymentWindow', { Cron: '* * 9 ? * *', TimeZone: 'Mars/Olympus' }),
      /TimeZone is not known: Mars\/Olympus/,
    ],
    [
      'an input it does not take',
      { ...check('a', 'EQ', 'b'), inputArtifacts: [{ name: 'FetchOutput' }] },
      /must be 0 to 0/,
    ],
    [
      'an input that nobody makes',
      rule('CodeBuild', { ProjectName: 'p' }, { inputArtifacts: [{ name: 'Elsewhere' }] }),
      /the input artifact Elsewhere is not made by any action before it/,
    ],
    ['no input where one is needed', rule('CodeBuild', { ProjectName: 'p' }), /it has 0 input artifacts/],
    [
      'commands that it does not run',
      { ...check('a', 'EQ', 'b'), commands: ['true'] },
      /commands can be used with Commands/,
    ],
    [
      'a Commands rule without commands',
      rule('Commands', {}, { inputArtifacts: [{ name: 'FetchOutput' }] }),
      /it must have commands/,
    ],
    ['a variable of the stage itself', check('#{Built.Id}', 'EQ', '1'), /#\{Built.Id\} in 'Variable' is not provided/],
    ['a pipeline variable nobody declared', check('#{variables.Nothing}', 'EQ', '1'), /variables.Nothing/],
  ])('are refused with %s', async (_what, wrong, words) => {
    await expect(
      client().send(new CreatePipelineCommand({ pipeline: guarded('refused', wrong) })),
    ).rejects.toMatchObject({
      name: 'InvalidStageDeclarationException',
      message: expect.stringMatching(words),
    });
  });
});
