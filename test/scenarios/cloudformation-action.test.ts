import { type ActionDeclaration, CreatePipelineCommand } from '@aws-sdk/client-codepipeline';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AwsStandIn, startAwsStandIn } from '../harness/aws-stand-in.ts';
import { DIALECTS } from '../harness/databases.ts';
import { action, actionsOf, create, pipeline, QUIET, stage, start, untilStatus } from '../harness/pipelines.ts';
import { ACCOUNT, startTestServer, type TestServer } from '../harness/server.ts';
import { makeBuckets, sourceOf } from '../harness/sources.ts';
import { waitFor } from '../harness/wait.ts';
import { unzipped } from '../harness/zips.ts';
import { againstMoto } from './against-moto.ts';

const TEMPLATE = '{"Resources":{}}';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/stacks`;
const FILES = {
  'template.json': TEMPLATE,
  'settings.json': JSON.stringify({
    Parameters: { Colour: 'red', Size: 1 },
    Tags: { team: 'a' },
    StackPolicy: { Statement: [] },
  }),
  'built.json': '{"version":"v7"}',
  'long.json': JSON.stringify({ Resources: {}, Description: 'x'.repeat(51_200) }),
  'endless.json': 'x'.repeat(1_000_001),
};

const deploy = (configuration: Record<string, string>, settings: Partial<ActionDeclaration> = {}) =>
  action('Deploy', {
    actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'CloudFormation', version: '1' },
    configuration: { RoleArn: ROLE, ...configuration },
    inputArtifacts: [{ name: 'MainOutput' }],
    namespace: 'Stack',
    ...settings,
  });
const WITH_TEMPLATE = { TemplatePath: 'MainOutput::template.json' };

describe.each(DIALECTS)('the CloudFormation action on %s', (dialect) => {
  let server: TestServer;
  let aws: AwsStandIn;
  const client = () => server.codepipeline;

  beforeAll(async () => {
    aws = await startAwsStandIn();
    const credentials = { accessKeyId: 'elsewhere', secretAccessKey: 'secret' };
    server = await startTestServer(dialect, {
      aws: { endpoint: aws.url, region: 'us-east-2', bucket: 'lent', credentials },
    });
    await makeBuckets(server.s3);
  });
  afterAll(async () => {
    await server.close();
    await aws.close();
    expect(server.errors).toEqual([]);
  });

  async function begin(name: string, ...actions: ActionDeclaration[]): Promise<string> {
    const main = await sourceOf(server.s3, 'Main', FILES);
    await create(client(), pipeline(name, [stage('Source', main), stage('Deploy', ...actions)], QUIET));
    return start(client(), name);
  }

  async function deployed(name: string, id: string, status: 'Succeeded' | 'Failed' = 'Succeeded') {
    await untilStatus(client(), name, id, status);
    return (await actionsOf(client(), name, id)).at(-1)?.output;
  }

  const untilStack = (name: string, status: string) =>
    waitFor(`${name} to be ${status}`, async () => {
      const stack = aws.stacks.find(name);
      return stack?.status === status ? stack : undefined;
    });
  const requestsOf = (name: string) => aws.stacks.requests.filter((request) => request.endsWith(` ${name}`));

  it('CREATE_UPDATE makes a stack with its parameters, and its outputs are variables and a file', async () => {
    const configuration = {
      ActionMode: 'CREATE_UPDATE',
      StackName: 'shop',
      ...WITH_TEMPLATE,
      TemplateConfiguration: 'MainOutput::settings.json',
      ParameterOverrides: JSON.stringify({
        Colour: 'blue',
        Reason: '#{variables.Reason}',
        Version: { 'Fn::GetParam': ['MainOutput', 'built.json', 'version'] },
        Bucket: { 'Fn::GetArtifactAtt': ['MainOutput', 'BucketName'] },
      }),
      Capabilities: 'CAPABILITY_IAM,CAPABILITY_NAMED_IAM',
      OutputFileName: 'outputs.json',
    };
    const id = await begin('creating', deploy(configuration, { outputArtifacts: [{ name: 'Outputs' }] }));
    const stack = await untilStack('shop', 'CREATE_IN_PROGRESS');
    const parameters = { Colour: 'blue', Size: '1', Reason: 'a test', Version: 'v7', Bucket: 'artifacts' };
    expect(stack).toMatchObject({ template: TEMPLATE, parameters, tags: { team: 'a' }, policy: '{"Statement":[]}' });
    aws.stacks.settle('shop', 'CREATE_COMPLETE');
    const output = await deployed('creating', id);
    expect(output?.executionResult?.externalExecutionId).toBe(stack.id);
    expect(JSON.parse(output?.outputVariables?.Seen ?? '')).toEqual(parameters);
    const { bucket: Bucket, key: Key } = output?.outputArtifacts?.[0]?.s3location ?? {};
    const { Body } = await server.s3.send(new GetObjectCommand({ Bucket, Key }));
    const files = await unzipped((await Body?.transformToByteArray()) ?? new Uint8Array());
    expect(JSON.parse(files['outputs.json'] ?? '')).toEqual(output?.outputVariables);
  });

  it('CREATE_UPDATE changes a stack that is there, and succeeds when there is nothing to change', async () => {
    aws.stacks.put('known', 'CREATE_COMPLETE');
    const configuration = { ActionMode: 'CREATE_UPDATE', StackName: 'known', ...WITH_TEMPLATE };
    const id = await begin('updating', deploy(configuration));
    await untilStack('known', 'UPDATE_IN_PROGRESS');
    aws.stacks.settle('known', 'UPDATE_COMPLETE');
    await deployed('updating', id);
    const again = await deployed('updating', await start(client(), 'updating'));
    expect(again?.executionResult?.externalExecutionSummary).toBe('No updates are to be performed.');
    expect(requestsOf('known')).toEqual(['UpdateStack known', 'UpdateStack known']);
  });

  it('a stack that fails fails the action, with the resource that did', async () => {
    const id = await begin('breaking', deploy({ ActionMode: 'CREATE_UPDATE', StackName: 'broken', ...WITH_TEMPLATE }));
    await untilStack('broken', 'CREATE_IN_PROGRESS');
    aws.stacks.settle('broken', 'ROLLBACK_COMPLETE', 'Bucket name is taken');
    const output = await deployed('breaking', id, 'Failed');
    expect(output?.executionResult?.errorDetails).toEqual({
      code: 'JobFailed',
      message: 'Stack broken is ROLLBACK_COMPLETE: Bucket: Bucket name is taken',
    });
  });

  it('REPLACE_ON_FAILURE deletes a stack that failed and makes it anew', async () => {
    aws.stacks.put('phoenix', 'ROLLBACK_COMPLETE');
    const configuration = { ActionMode: 'REPLACE_ON_FAILURE', StackName: 'phoenix', ...WITH_TEMPLATE };
    const id = await begin('replacing', deploy(configuration));
    await untilStack('phoenix', 'DELETE_IN_PROGRESS');
    aws.stacks.settle('phoenix', 'DELETE_COMPLETE');
    await untilStack('phoenix', 'CREATE_IN_PROGRESS');
    aws.stacks.settle('phoenix', 'CREATE_COMPLETE');
    await deployed('replacing', id);
    expect(requestsOf('phoenix')).toEqual(['DeleteStack phoenix', 'CreateStack phoenix']);
  });

  it('DELETE_ONLY deletes a stack, and succeeds when there is none', async () => {
    aws.stacks.put('old', 'CREATE_COMPLETE');
    const configuration = { ActionMode: 'DELETE_ONLY', StackName: 'old' };
    const id = await begin('deleting', deploy(configuration, { inputArtifacts: [] }));
    await untilStack('old', 'DELETE_IN_PROGRESS');
    aws.stacks.settle('old', 'DELETE_COMPLETE');
    await deployed('deleting', id);
    await deployed('deleting', await start(client(), 'deleting'));
    expect(requestsOf('old')).toEqual(['DeleteStack old']);
  });

  it('CHANGE_SET_REPLACE prepares what CHANGE_SET_EXECUTE does', async () => {
    const sets = { StackName: 'planned', ChangeSetName: 'next' };
    const prepare = deploy(
      { ActionMode: 'CHANGE_SET_REPLACE', ...sets, ...WITH_TEMPLATE },
      { name: 'Prepare', namespace: 'P' },
    );
    const execute = deploy(
      { ActionMode: 'CHANGE_SET_EXECUTE', ...sets },
      { name: 'Execute', runOrder: 2, inputArtifacts: [] },
    );
    const id = await begin('planning', prepare, execute);
    await untilStack('planned', 'CREATE_IN_PROGRESS');
    expect(aws.stacks.find('planned')?.template).toBe(TEMPLATE);
    aws.stacks.settle('planned', 'CREATE_COMPLETE');
    expect((await deployed('planning', id))?.outputVariables).toEqual({ Seen: '{}' });
    aws.stacks.nextChangeSet('FAILED', "The submitted information didn't contain changes.");
    await deployed('planning', await start(client(), 'planning'));
    expect(requestsOf('planned').filter((request) => request.startsWith('ExecuteChangeSet'))).toHaveLength(1);
    aws.stacks.nextChangeSet('FAILED', 'Template error');
    const failed = await deployed('planning', await start(client(), 'planning'), 'Failed');
    expect(failed?.executionResult?.errorDetails?.message).toBe('The change set next failed: Template error');
  });

  it('a template that is too long for a request is lent to CloudFormation', async () => {
    const configuration = { ActionMode: 'CREATE_UPDATE', StackName: 'long', TemplatePath: 'MainOutput::long.json' };
    const id = await begin('lending', deploy(configuration));
    expect((await untilStack('long', 'CREATE_IN_PROGRESS')).template).toBe(FILES['long.json']);
    aws.stacks.settle('long', 'CREATE_COMPLETE');
    await deployed('lending', id);
    const set = { ...configuration, ActionMode: 'CHANGE_SET_REPLACE', ChangeSetName: 'next' };
    const prepare = deploy(set, { name: 'Prepare', namespace: 'P' });
    const execute = deploy({ ...set, ActionMode: 'CHANGE_SET_EXECUTE' }, { name: 'Execute', runOrder: 2 });
    const planned = await begin('lending-again', prepare, execute);
    expect((await untilStack('long', 'UPDATE_IN_PROGRESS')).template).toBe(FILES['long.json']);
    aws.stacks.settle('long', 'UPDATE_COMPLETE');
    await deployed('lending-again', planned);
  });

  it('what cannot be deployed fails with the reason', async () => {
    const cases = [
      [
        'no-template',
        { ActionMode: 'CREATE_UPDATE', StackName: 's', TemplatePath: 'MainOutput::absent.json' },
        'no file absent.json',
      ],
      [
        'long-template',
        { ActionMode: 'CREATE_UPDATE', StackName: 's', TemplatePath: 'MainOutput::endless.json' },
        'longer than 1000000',
      ],
      [
        'no-overrides',
        { ActionMode: 'CREATE_UPDATE', StackName: 's', ...WITH_TEMPLATE, ParameterOverrides: '#{variables.Reason}' },
        'ParameterOverrides must be a JSON object',
      ],
      [
        'no-change-set',
        { ActionMode: 'CHANGE_SET_EXECUTE', StackName: 'absent', ChangeSetName: 'c' },
        'The stack absent is not there',
      ],
    ] as const;
    for (const [name, configuration, message] of cases) {
      const output = await deployed(name, await begin(name, deploy(configuration)), 'Failed');
      expect(output?.executionResult?.errorDetails?.message).toContain(message);
    }
  });

  it.each([
    ['an unknown mode', { ActionMode: 'MAGIC', StackName: 's' }, 'ActionMode must be one of'],
    ['no template', { ActionMode: 'CREATE_UPDATE', StackName: 's' }, 'TemplatePath is required'],
    [
      'a template of no artifact',
      { ActionMode: 'CREATE_UPDATE', StackName: 's', TemplatePath: 'Other::t' },
      'TemplatePath must be',
    ],
    [
      'overrides that are no JSON',
      { ActionMode: 'CREATE_UPDATE', StackName: 's', ...WITH_TEMPLATE, ParameterOverrides: '{' },
      'ParameterOverrides must be a JSON object',
    ],
    [
      'overrides in a list',
      { ActionMode: 'CREATE_UPDATE', StackName: 's', ...WITH_TEMPLATE, ParameterOverrides: '[]' },
      'ParameterOverrides must be a JSON object',
    ],
    ['no name of a change set', { ActionMode: 'CHANGE_SET_EXECUTE', StackName: 's' }, 'ChangeSetName is required'],
  ])('is refused with %s', async (_what, configuration, message) => {
    const main = await sourceOf(server.s3, 'Main', FILES);
    const declaration = pipeline('refused', [stage('Source', main), stage('Deploy', deploy(configuration))]);
    await expect(client().send(new CreatePipelineCommand({ pipeline: declaration }))).rejects.toMatchObject({
      name: 'InvalidActionDeclarationException',
      message: expect.stringContaining(message),
    });
  });
});

againstMoto();
