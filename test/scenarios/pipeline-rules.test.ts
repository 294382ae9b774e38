import { CreateProjectCommand } from '@aws-sdk/client-codebuild';
import { ListRuleExecutionsCommand, type RuleDeclaration } from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { building, project } from '../harness/builds.ts';
import { DIALECTS } from '../harness/databases.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { action, actionsOf, create, pipeline, QUIET, stage, start, untilStatus } from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { makeBuckets, sourceOf } from '../harness/sources.ts';

const rule = (provider: string, settings: Partial<RuleDeclaration>): RuleDeclaration => ({
  name: 'Check',
  ruleTypeId: { category: 'Rule', owner: 'AWS', provider, version: '1' },
  inputArtifacts: [{ name: 'MainOutput' }],
  ...settings,
});

describe.each(DIALECTS)('rules that run something, on %s', (dialect) => {
  let server: TestServer;
  const client = () => server.codepipeline;

  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { providers: dummyProvider().providers });
    await makeBuckets(server.s3);
    await server.codebuild.send(
      new CreateProjectCommand({
        ...project('checker', building('grep -q "$WANTED" main.txt')),
        source: { type: 'CODEPIPELINE', buildspec: JSON.stringify(building('grep -q "$WANTED" main.txt')) },
        artifacts: { type: 'CODEPIPELINE' },
      }),
    );
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  async function run(name: string, check: RuleDeclaration): Promise<string> {
    const fetch = await sourceOf(server.s3, 'Main', { 'main.txt': 'a test of rules' });
    const guarded = {
      ...stage('Deploy', action('Ship')),
      beforeEntry: { conditions: [{ result: 'FAIL' as const, rules: [check] }] },
    };
    await create(client(), pipeline(name, [stage('Source', fetch), guarded], QUIET));
    return start(client(), name);
  }

  async function result(name: string) {
    const { ruleExecutionDetails = [] } = await client().send(new ListRuleExecutionsCommand({ pipelineName: name }));
    return ruleExecutionDetails[0];
  }

  it.each([
    [
      'a build',
      (wanted: string) =>
        rule('CodeBuild', {
          configuration: {
            ProjectName: 'checker',
            EnvironmentVariables: JSON.stringify([{ name: 'WANTED', value: wanted }]),
          },
        }),
    ],
    ['commands', (wanted: string) => rule('Commands', { commands: [`grep -q '${wanted}' main.txt`] })],
  ] as const)(
    'pass when %s succeed with the artifacts and variables of the run, and not otherwise',
    async (what, check) => {
      const passing = `${what.replace(' ', '-')}-passing`;
      const id = await run(passing, check('#{variables.Reason}'));
      await untilStatus(client(), passing, id, 'Succeeded');
      expect(await result(passing)).toMatchObject({
        status: 'Succeeded',
        output: { executionResult: { externalExecutionId: expect.any(String) } },
      });
      const failing = `${what.replace(' ', '-')}-failing`;
      const failed = await run(failing, check('something else'));
      await untilStatus(client(), failing, failed, 'Failed');
      expect((await actionsOf(client(), failing, failed)).map(({ actionName }) => actionName)).toEqual(['Main']);
      expect(await result(failing)).toMatchObject({
        status: 'Failed',
        output: { executionResult: { errorDetails: { code: 'JobFailed' } } },
      });
    },
  );

  it.each([
    ['no-project', { ProjectName: 'nowhere' }, 'nowhere'],
    [
      'no-source',
      { ProjectName: 'checker', PrimarySource: '#{variables.Reason}' },
      'PrimarySource a test is not an input',
    ],
  ])('do not pass when what they name is not there: %s', async (name, configuration, message) => {
    const id = await run(name, rule('CodeBuild', { configuration }));
    await untilStatus(client(), name, id, 'Failed');
    expect((await result(name))?.output?.executionResult?.errorDetails?.message).toContain(message);
  });
});
