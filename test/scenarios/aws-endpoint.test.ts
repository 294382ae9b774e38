import {
  type ActionDeclaration,
  CreatePipelineCommand,
  ListRuleExecutionsCommand,
  OverrideStageConditionCommand,
  PutJobFailureResultCommand,
  PutJobSuccessResultCommand,
  type RuleDeclaration,
  UpdateActionTypeCommand,
} from '@aws-sdk/client-codepipeline';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type AwsStandIn, type LambdaEvent, startAwsStandIn } from '../harness/aws-stand-in.ts';
import { DIALECTS } from '../harness/databases.ts';
import { partnerType, partnerTypeId } from '../harness/jobs.ts';
import {
  action,
  actionsOf,
  approval,
  approvalToken,
  create,
  pipeline,
  QUIET,
  stage,
  stageState,
  start,
  statusOf,
  untilStatus,
} from '../harness/pipelines.ts';
import { ACCOUNT, clientsOf, REGION, startTestServer, type TestServer } from '../harness/server.ts';
import { makeBuckets, sourceOf } from '../harness/sources.ts';
import { waitFor } from '../harness/wait.ts';
import { unzipped, zipOf } from '../harness/zips.ts';

const MACHINE = `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:deploy`;

const act = (
  type: 'Invoke Lambda' | 'Invoke StepFunctions' | 'Deploy ECS' | 'Deploy CloudFormation',
  configuration: Record<string, string>,
  settings: Partial<ActionDeclaration> = {},
): ActionDeclaration => {
  const [category = '', provider = ''] = type.split(' ');
  return action('Act', {
    actionTypeId: { category: category as 'Invoke', owner: 'AWS', provider, version: '1' },
    configuration,
    ...settings,
  });
};
const invoke = (FunctionName: string, settings: Partial<ActionDeclaration> = {}) =>
  act('Invoke Lambda', { FunctionName, UserParameters: 'for #{variables.Reason}' }, settings);
const inputs = { inputArtifacts: [{ name: 'MainOutput' }] };

describe.each(DIALECTS)('actions of services elsewhere on %s', (dialect) => {
  let server: TestServer;
  let aws: AwsStandIn;
  let ahead = 0;
  const client = () => server.codepipeline;

  beforeAll(async () => {
    aws = await startAwsStandIn();
    const credentials = { accessKeyId: 'elsewhere', secretAccessKey: 'secret' };
    const clock = { now: () => Date.now() + ahead };
    server = await startTestServer(dialect, { aws: { endpoint: aws.url, region: undefined, credentials } }, { clock });
    await makeBuckets(server.s3);
  });
  afterAll(async () => {
    await server.close();
    await aws.close();
    expect(server.errors).toEqual([]);
  });

  async function begin(name: string, declared: ActionDeclaration): Promise<string> {
    const main = await sourceOf(server.s3, 'Main', {
      'input.json': '{"from":"file"}',
      'imagedefinitions.json': '[{"name":"app","imageUri":"app:2"}]',
      'strangers.json': '[{"name":"stranger","imageUri":"app:2"}]',
      'broken.json': '{',
      'long.json': 'x'.repeat(51_201),
      'many.json': JSON.stringify(Array(4000).fill({ name: 'app', imageUri: 'app:2' })),
    });
    await create(client(), pipeline(name, [stage('Source', main), stage('Act', declared)], QUIET));
    return start(client(), name);
  }

  async function acted(name: string, id: string, status: 'Succeeded' | 'Failed') {
    await untilStatus(client(), name, id, status);
    const [, found] = await actionsOf(client(), name, id);
    return found;
  }
  const errorOf = async (name: string, id: string) =>
    (await acted(name, id, 'Failed'))?.output?.executionResult?.errorDetails;

  describe('Lambda', () => {
    const job = (event: LambdaEvent) => event['CodePipeline.job'];

    it('a function gets the job, reads and writes its artifacts with the credentials in it, and its answer is the end', async () => {
      const name = 'invoking';
      aws.defineFunction('worker', async (event) => {
        const { id, data } = job(event);
        const s3 = new S3Client({
          endpoint: server.endpoint,
          region: REGION,
          credentials: data.artifactCredentials,
          forcePathStyle: true,
        });
        const at = data.inputArtifacts[0]?.location.s3Location;
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: at?.bucketName, Key: at?.objectKey }));
        const files = await unzipped((await Body?.transformToByteArray()) ?? new Uint8Array());
        const to = data.outputArtifacts[0]?.location.s3Location;
        const made = await zipOf({ 'copy.json': files['input.json'] ?? '' });
        await s3.send(new PutObjectCommand({ Bucket: to?.bucketName, Key: to?.objectKey, Body: made }));
        await client().send(
          new PutJobSuccessResultCommand({
            jobId: id,
            outputVariables: { Said: data.actionConfiguration.configuration.UserParameters ?? '' },
            executionDetails: { summary: 'Well done', externalExecutionId: 'invocation-1', percentComplete: 100 },
          }),
        );
      });
      const id = await begin(
        name,
        invoke('worker', { ...inputs, outputArtifacts: [{ name: 'Made' }], namespace: 'L' }),
      );
      const found = await acted(name, id, 'Succeeded');
      expect(found?.output).toMatchObject({
        outputVariables: { Said: 'for a test' },
        executionResult: { externalExecutionSummary: 'Well done', externalExecutionId: 'invocation-1' },
      });
      const { bucket: Bucket, key: Key } = found?.output?.outputArtifacts?.[0]?.s3location ?? {};
      const { Body } = await server.s3.send(new GetObjectCommand({ Bucket, Key }));
      expect(await unzipped((await Body?.transformToByteArray()) ?? new Uint8Array())).toEqual({
        'copy.json': '{"from":"file"}',
      });
      const { event } = aws.invocations.findLast((invocation) => invocation.name === 'worker') ?? {};
      expect(event && job(event)).toMatchObject({
        accountId: ACCOUNT,
        data: {
          actionConfiguration: { configuration: { FunctionName: 'worker', UserParameters: 'for a test' } },
          inputArtifacts: [{ revision: expect.any(String) }],
          outputArtifacts: [{ name: 'Made', revision: null }],
          artifactCredentials: { expirationTime: expect.any(Number) },
        },
      });
    });

    it('a function that fails the job fails the action, in its words', async () => {
      aws.defineFunction('sad', async (event) => {
        await client().send(
          new PutJobFailureResultCommand({
            jobId: job(event).id,
            failureDetails: { type: 'JobFailed', message: 'No luck' },
          }),
        );
      });
      const id = await begin('failing', invoke('sad'));
      expect(await errorOf('failing', id)).toEqual({ code: 'JobFailed', message: 'No luck' });
    });

    it('a continued job invokes the function again with its token, and not at once', async () => {
      const seen: (string | undefined)[] = [];
      const times: number[] = [];
      aws.defineFunction('slow', async (event) => {
        const { id: jobId, data } = job(event);
        seen.push(data.continuationToken);
        times.push(Date.now());
        const continuationToken = data.continuationToken === undefined ? 'half-way' : undefined;
        await client().send(new PutJobSuccessResultCommand({ jobId, continuationToken }));
      });
      await acted('continuing', await begin('continuing', invoke('slow')), 'Succeeded');
      expect(seen).toEqual([undefined, 'half-way']);
      const [first = 0, second = 0] = times;
      expect(second - first).toBeGreaterThanOrEqual(250);
    });

    it('a function that is not there fails the action with its own error', async () => {
      const id = await begin('functionless', invoke('absent'));
      expect(await errorOf('functionless', id)).toEqual({
        code: 'ResourceNotFoundException',
        message: 'Function not found: absent',
      });
    });

    it('a function that does not answer fails the action after 20 minutes', async () => {
      aws.defineFunction('silent', async () => {});
      const id = await begin('silence', invoke('silent'));
      await waitFor('the invocation', async () => aws.invocations.some((invocation) => invocation.name === 'silent'));
      setAhead(20 * 60_000 + 1000);
      expect(await errorOf('silence', id)).toEqual({
        code: 'JobFailed',
        message: expect.stringContaining('The AWS Lambda function silent failed to return a result.'),
      });
      setAhead(0);
    });

    it('each invocation of a job that is continued has 20 minutes of its own, and the next comes the later the longer it takes', async () => {
      let invoked = 0;
      const jobs: string[] = [];
      aws.defineFunction('patient', async (event) => {
        jobs.push(job(event).id);
        invoked += 1;
      });
      const id = await begin('patience', invoke('patient'));
      await waitFor('the first invocation', async () => invoked === 1);
      setAhead(15 * 60_000);
      await client().send(new PutJobSuccessResultCommand({ jobId: jobs[0], continuationToken: 'more' }));
      expect(invoked).toBe(1);
      setAhead(16 * 60_000);
      await waitFor('the second invocation', async () => invoked === 2);
      setAhead(34 * 60_000);
      expect(await statusOf(client(), 'patience', id)).toBe('InProgress');
      setAhead(36 * 60_000);
      expect(await errorOf('patience', id)).toMatchObject({ code: 'JobFailed' });
      setAhead(0);
    });
  });

  describe("a partner's type with a function", () => {
    it('has the function do its jobs, one after the other while it continues them', async () => {
      const lambdaFunctionArn = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:review`;
      const executor = {
        type: 'Lambda',
        configuration: { lambdaExecutorConfiguration: { lambdaFunctionArn } },
        policyStatementsTemplate: '{"Effect":"Allow","Action":"codepipeline:Put*","Resource":"*"}',
      } as const;
      await client().send(new UpdateActionTypeCommand({ actionType: partnerType('Reviewer', { executor }) }));
      const tokens: (string | undefined)[] = [];
      aws.defineFunction(lambdaFunctionArn, async ({ 'CodePipeline.job': { id: jobId, data } }) => {
        tokens.push(data.continuationToken);
        const more = data.continuationToken === undefined ? { continuationToken: 'again' } : {};
        const { codepipeline } = clientsOf(server.endpoint, data.artifactCredentials);
        await codepipeline.send(new PutJobSuccessResultCommand({ jobId, ...more }));
      });
      const id = await begin('reviewed', action('Act', { actionTypeId: partnerTypeId('Reviewer') }));
      await acted('reviewed', id, 'Succeeded');
      expect(tokens).toEqual([undefined, 'again']);
    });
  });

  describe('Step Functions', () => {
    const execution = () =>
      waitFor('an execution', async () => [...aws.executions].findLast(([, { status }]) => status === 'RUNNING'));

    it('an execution is started with literal input, and its output and ARN go on', async () => {
      const name = 'stepping';
      const configuration = {
        StateMachineArn: MACHINE,
        Input: '{"why":"#{variables.Reason}"}',
        ExecutionNamePrefix: 'run',
      };
      const declared = act('Invoke StepFunctions', configuration, { outputArtifacts: [{ name: 'Result' }] });
      const id = await begin(name, declared);
      const [executionName, { input }] = await execution();
      expect(input).toBe('{"why":"a test"}');
      aws.endExecution(executionName, { status: 'SUCCEEDED', output: '{"answer":42}' });
      const found = await acted(name, id, 'Succeeded');
      expect(executionName).toBe(`run-${found?.actionExecutionId}`);
      expect(found?.output?.outputVariables).toEqual({
        StateMachineArn: MACHINE,
        ExecutionArn: `${MACHINE.replace('stateMachine', 'execution')}:${executionName}`,
      });
      const { bucket: Bucket, key: Key } = found?.output?.outputArtifacts?.[0]?.s3location ?? {};
      const { Body } = await server.s3.send(new GetObjectCommand({ Bucket, Key }));
      expect(await unzipped((await Body?.transformToByteArray()) ?? new Uint8Array())).toEqual({
        'output.json': '{"answer":42}',
      });
    });

    it('input may be a file of the input artifact, and a failed execution fails the action', async () => {
      const configuration = { StateMachineArn: MACHINE, InputType: 'FilePath', Input: 'input.json' };
      const id = await begin('stepping-badly', act('Invoke StepFunctions', configuration, inputs));
      const [executionName, { input }] = await execution();
      expect(input).toBe('{"from":"file"}');
      aws.endExecution(executionName, { status: 'FAILED', error: 'Boom', cause: 'a bug' });
      expect(await errorOf('stepping-badly', id)).toEqual({
        code: 'JobFailed',
        message: 'The execution of the state machine ended as FAILED: Boom: a bug',
      });
    });

    it('an express execution is started and not waited for: the action has succeeded', async () => {
      const express = MACHINE.replace('deploy', 'express');
      const id = await begin('in-passing', act('Invoke StepFunctions', { StateMachineArn: express, Input: '{"a":1}' }));
      const found = await acted('in-passing', id, 'Succeeded');
      expect(aws.executions.get(found?.actionExecutionId ?? '')).toEqual({ input: '{"a":1}', status: 'RUNNING' });
      expect(found?.output?.outputVariables).toEqual({ StateMachineArn: express });
      aws.endExecution(found?.actionExecutionId ?? '', { status: 'FAILED' });
    });

    it('what is started goes on when the time of the action is up', async () => {
      const machine = act('Invoke StepFunctions', { StateMachineArn: MACHINE });
      const id = await begin('impatient', machine);
      const [executionName] = await execution();
      setAhead(7 * 24 * 60 * 60_000 + 1000);
      expect(await errorOf('impatient', id)).toMatchObject({ code: 'TimeoutError' });
      setAhead(0);
      expect(aws.executions.get(executionName)?.status).toBe('RUNNING');
      aws.endExecution(executionName, { status: 'FAILED' });
    });

    it('what cannot be started fails with the reason', async () => {
      const cases: [string, Record<string, string>, Partial<ActionDeclaration>, string][] = [
        ['no-machine', { StateMachineArn: MACHINE.replace('deploy', 'absent') }, {}, 'StateMachineDoesNotExist'],
        [
          'no-output',
          { StateMachineArn: MACHINE.replace('deploy', 'express') },
          { outputArtifacts: [{ name: 'Result' }] },
          'ConfigurationError',
        ],
        ['no-file', { StateMachineArn: MACHINE, InputType: 'FilePath', Input: 'absent' }, inputs, 'ConfigurationError'],
        [
          'no-json',
          { StateMachineArn: MACHINE, InputType: 'FilePath', Input: 'broken.json' },
          inputs,
          'ConfigurationError',
        ],
      ];
      for (const [name, configuration, settings, code] of cases) {
        const id = await begin(name, act('Invoke StepFunctions', configuration, settings));
        expect((await errorOf(name, id))?.code).toBe(code);
      }
    });
  });

  describe('ECS', () => {
    const service = { ClusterName: 'main', ServiceName: 'web' };

    it('the service gets a new revision with the new images, and is waited for', async () => {
      const id = await begin('shipping', act('Deploy ECS', service, inputs));
      await waitFor('the deployment', async () => aws.ecs.isRolling());
      expect(aws.ecs.revisions.at(-1)).toEqual({ app: 'app:2', proxy: 'proxy:1' });
      aws.ecs.settle('stable');
      const found = await acted('shipping', id, 'Succeeded');
      expect(found?.output?.executionResult?.externalExecutionId).toMatch(/^ecs-svc\//);
    });

    it('a deployment that fails fails the action', async () => {
      const id = await begin('sinking', act('Deploy ECS', service, inputs));
      await waitFor('the deployment', async () => aws.ecs.isRolling());
      aws.ecs.settle('failed');
      expect((await errorOf('sinking', id))?.message).toContain('tasks failed to start');
      aws.ecs.settle('stable');
    });

    it('a deployment that takes longer than it was given fails the action, and goes on by itself', async () => {
      const id = await begin('dragging', act('Deploy ECS', { ...service, DeploymentTimeout: '2' }, inputs));
      await waitFor('the deployment', async () => aws.ecs.isRolling());
      setAhead(2 * 60_000 + 1000);
      expect(await errorOf('dragging', id)).toEqual({
        code: 'JobFailed',
        message: 'The service did not come to run the new task definition within 2 minutes',
      });
      setAhead(0);
      expect(aws.ecs.isRolling()).toBe(true);
      aws.ecs.settle('stable');
    });

    it('what cannot be deployed fails with the reason', async () => {
      const cases = [
        ['long-definitions', { ...service, FileName: 'many.json' }, 'ConfigurationError'],
        ['no-service', { ...service, ServiceName: 'absent' }, 'ServiceNotFoundException'],
        ['no-definitions', { ...service, FileName: 'absent.json' }, 'ConfigurationError'],
        ['broken-definitions', { ...service, FileName: 'broken.json' }, 'ConfigurationError'],
        ['strange-container', { ...service, FileName: 'strangers.json' }, 'ConfigurationError'],
      ] as const;
      for (const [name, configuration, code] of cases) {
        const id = await begin(name, act('Deploy ECS', configuration, inputs));
        expect((await errorOf(name, id))?.code).toBe(code);
      }
    });
  });

  it('an endpoint that cannot be reached for a while is asked again, whoever waits sees why, and the action goes on', async () => {
    aws.defineFunction('patient', async (event) => {
      await client().send(new PutJobSuccessResultCommand({ jobId: event['CodePipeline.job'].id }));
    });
    aws.failNext(Number.POSITIVE_INFINITY);
    const id = await begin('outage', invoke('patient'));
    await waitFor('the reason to be shown', async () => {
      const { latestExecution } = (await stageState(client(), 'outage', 'Act')).actionStates?.[0] ?? {};
      return latestExecution?.summary?.startsWith('Will be tried again: The AWS endpoint cannot be asked: ');
    });
    aws.failNext(0);
    const ended = await acted('outage', id, 'Succeeded');
    expect(ended?.output?.executionResult?.externalExecutionSummary).toBeUndefined();
    const failed = server.errors.splice(0);
    expect(failed.length).toBeGreaterThan(0);
  });

  it('a stack goes its own way when the time of the action is up', async () => {
    const configuration = {
      ActionMode: 'CREATE_UPDATE',
      StackName: 'slow',
      TemplatePath: 'MainOutput::input.json',
      RoleArn: `arn:aws:iam::${ACCOUNT}:role/stacks`,
    };
    const id = await begin('stacking', act('Deploy CloudFormation', configuration, inputs));
    await waitFor('the stack', async () => aws.stacks.find('slow'));
    setAhead(3 * 24 * 60 * 60_000 + 1000);
    expect(await errorOf('stacking', id)).toMatchObject({ code: 'TimeoutError' });
    setAhead(0);
    expect(aws.stacks.requests.filter((request) => request.endsWith(' slow'))).toEqual(['CreateStack slow']);
  });

  it('a long template needs a bucket that CloudFormation can read, and the action says which setting names it', async () => {
    const configuration = {
      ActionMode: 'CREATE_UPDATE',
      StackName: 's',
      TemplatePath: 'MainOutput::long.json',
      RoleArn: `arn:aws:iam::${ACCOUNT}:role/stacks`,
    };
    const id = await begin('bucketless', act('Deploy CloudFormation', configuration, inputs));
    expect(await errorOf('bucketless', id)).toEqual({
      code: 'ConfigurationError',
      message: expect.stringContaining('VELOCIUS_AWS_BUCKET'),
    });
  });

  describe('rules', () => {
    const rule = (provider: string, configuration: Record<string, string>): RuleDeclaration => ({
      name: 'Check',
      ruleTypeId: { category: 'Rule', owner: 'AWS', provider, version: '1' },
      configuration,
    });

    /** A pipeline whose second stage is entered, or left, when the rule passes. */
    async function guarded(
      name: string,
      check: RuleDeclaration,
      hook: 'beforeEntry' | 'onSuccess' = 'beforeEntry',
    ): Promise<string> {
      const main = await sourceOf(server.s3, 'Main', { 'a.txt': '' });
      const entered = stage('Act', act('Invoke Lambda', { FunctionName: 'agreeable' }));
      const condition = { conditions: [{ result: 'FAIL' as const, rules: [check] }] };
      await create(client(), pipeline(name, [stage('Source', main), { ...entered, [hook]: condition }], QUIET));
      return start(client(), name);
    }

    async function verdict(name: string, id: string) {
      const { ruleExecutionDetails = [] } = await client().send(
        new ListRuleExecutionsCommand({ pipelineName: name, filter: { pipelineExecutionId: id } }),
      );
      const [evaluated] = ruleExecutionDetails;
      return { status: evaluated?.status, ...evaluated?.output?.executionResult?.errorDetails };
    }

    beforeAll(() => {
      aws.defineFunction('agreeable', async (event) => {
        await client().send(new PutJobSuccessResultCommand({ jobId: event['CodePipeline.job'].id }));
      });
      aws.defineFunction('disagreeable', async (event) => {
        await client().send(
          new PutJobFailureResultCommand({
            jobId: event['CodePipeline.job'].id,
            failureDetails: { type: 'JobFailed', message: 'Not today' },
          }),
        );
      });
    });

    it('LambdaInvoke passes or not as the function answers', async () => {
      const passing = await guarded('agreed', rule('LambdaInvoke', { FunctionName: 'agreeable' }));
      await untilStatus(client(), 'agreed', passing, 'Succeeded');
      const failing = await guarded('disagreed', rule('LambdaInvoke', { FunctionName: 'disagreeable' }));
      await untilStatus(client(), 'disagreed', failing, 'Failed');
      expect(await verdict('disagreed', failing)).toMatchObject({ status: 'Failed', message: 'Not today' });
    });

    it('CloudWatchAlarm passes when the alarm is quiet, for as long as it is watched', async () => {
      aws.alarms.set('errors', 'OK');
      const quiet = await guarded('quiet', rule('CloudWatchAlarm', { AlarmName: 'errors' }));
      await untilStatus(client(), 'quiet', quiet, 'Succeeded');
      const watch = rule('CloudWatchAlarm', { AlarmName: 'errors', WaitTime: '1' });
      const watched = await guarded('watched', watch, 'onSuccess');
      await waitFor('the watch', async () => (await verdict('watched', watched)).status === 'InProgress');
      aws.alarms.set('errors', 'ALARM');
      await untilStatus(client(), 'watched', watched, 'Failed');
      expect((await verdict('watched', watched)).message).toBe('The alarm errors is in state ALARM');
      const states = { AlarmName: 'errors', AlarmStates: 'INSUFFICIENT_DATA' };
      const tolerant = await guarded('tolerant', rule('CloudWatchAlarm', states));
      await untilStatus(client(), 'tolerant', tolerant, 'Succeeded');
      const absent = await guarded('alarmless', rule('CloudWatchAlarm', { AlarmName: 'absent' }));
      await untilStatus(client(), 'alarmless', absent, 'Failed');
      expect((await verdict('alarmless', absent)).message).toBe('There is no alarm absent');
    });

    describe('whose endpoint does not answer', () => {
      const PROMISE = 'Will be tried again: The AWS endpoint cannot be asked: ';
      const alarm = rule('CloudWatchAlarm', { AlarmName: 'errors' });

      /** What a running rule says: in the state of the pipeline and in the history the same. */
      async function said(name: string, id: string): Promise<string | undefined> {
        const { beforeEntryConditionState } = await stageState(client(), name, 'Act');
        const { latestExecution } = beforeEntryConditionState?.conditionStates?.[0]?.ruleStates?.[0] ?? {};
        const { ruleExecutionDetails = [] } = await client().send(
          new ListRuleExecutionsCommand({ pipelineName: name, filter: { pipelineExecutionId: id } }),
        );
        const told = ruleExecutionDetails[0]?.output?.executionResult?.externalExecutionSummary;
        return told === latestExecution?.summary ? told : undefined;
      }

      async function hindered(name: string, check: RuleDeclaration): Promise<string> {
        aws.failNext(Number.POSITIVE_INFINITY);
        const id = await guarded(name, check);
        await waitFor('the reason to be shown', async () => (await said(name, id))?.startsWith(PROMISE));
        return id;
      }

      afterEach(() => {
        aws.failNext(0);
        expect(server.errors.splice(0).length).toBeGreaterThan(0);
      });

      it.each([
        ['CloudWatchAlarm', alarm, 'The alarm errors is in state OK'],
        ['LambdaInvoke', rule('LambdaInvoke', { FunctionName: 'agreeable' }), undefined],
      ])('%s says so while it is tried again, and forgets it once it does', async (provider, check, summary) => {
        aws.alarms.set('errors', 'OK');
        const name = `hindered-${provider}`;
        const id = await hindered(name, check);
        aws.failNext(0);
        await untilStatus(client(), name, id, 'Succeeded');
        expect(await said(name, id)).toBe(summary);
      });

      it('say why when their time is up, and promise nothing', async () => {
        const id = await hindered('hindered-long', { ...alarm, timeoutInMinutes: 5 });
        setAhead(6 * 60_000);
        await untilStatus(client(), 'hindered-long', id, 'Failed');
        setAhead(0);
        const why = expect.stringMatching(/^The rule timed out after 5 minutes: The AWS endpoint cannot be asked: /);
        expect(await verdict('hindered-long', id)).toEqual({ status: 'Failed', code: 'TimeoutError', message: why });
        expect(await said('hindered-long', id)).toEqual(why);
      });

      it('are overridden, and promise nothing', async () => {
        const id = await hindered('hindered-overridden', alarm);
        const place = { pipelineName: 'hindered-overridden', stageName: 'Act', pipelineExecutionId: id };
        await client().send(new OverrideStageConditionCommand({ ...place, conditionType: 'BEFORE_ENTRY' }));
        aws.failNext(0);
        await untilStatus(client(), 'hindered-overridden', id, 'Succeeded');
        expect(await said('hindered-overridden', id)).toMatch(/^The AWS endpoint cannot be asked: /);
      });
    });

    it('CloudWatchAlarm keeps a stage from being entered until the alarm is over, for as long as it waits', async () => {
      aws.alarms.set('errors', 'ALARM');
      const hasty = await guarded('hasty', rule('CloudWatchAlarm', { AlarmName: 'errors' }));
      await untilStatus(client(), 'hasty', hasty, 'Failed');
      const wait = rule('CloudWatchAlarm', { AlarmName: 'errors', WaitTime: '1' });
      const patient = await guarded('patient', wait);
      await waitFor('the wait', async () => (await verdict('patient', patient)).status === 'InProgress');
      aws.alarms.set('errors', 'OK');
      await untilStatus(client(), 'patient', patient, 'Succeeded');
      await untilStatus(client(), 'calm', await guarded('calm', wait), 'Succeeded');
    });
  });

  it.each([
    ['a function that is none', invoke('no function')],
    ['a state machine that is none', act('Invoke StepFunctions', { StateMachineArn: 'deploy' })],
    ['input that is no JSON', act('Invoke StepFunctions', { StateMachineArn: MACHINE, Input: '{' })],
    [
      'a file of no artifact',
      act('Invoke StepFunctions', { StateMachineArn: MACHINE, Input: 'a', InputType: 'FilePath' }),
    ],
    [
      'a time-out beyond an hour',
      act('Deploy ECS', { ClusterName: 'c', ServiceName: 's', DeploymentTimeout: '61' }, inputs),
    ],
  ])('are refused with %s', async (_what, declared) => {
    const main = await sourceOf(server.s3, 'Main', { 'a.txt': '' });
    const declaration = pipeline('refused', [stage('Source', main), stage('Act', declared)]);
    await expect(client().send(new CreatePipelineCommand({ pipeline: declaration }))).rejects.toMatchObject({
      name: 'InvalidActionDeclarationException',
    });
  });

  function setAhead(milliseconds: number): void {
    ahead = milliseconds;
    for (const { config } of [server.codepipeline, server.s3]) config.systemClockOffset = milliseconds;
  }
});

describe.each(DIALECTS)('an endpoint that takes what it is asked and never answers, on %s', (dialect) => {
  it('is given up and asked again: whoever waits sees why, and goes on once it answers', async () => {
    const aws = await startAwsStandIn();
    const credentials = { accessKeyId: 'elsewhere', secretAccessKey: 'secret' };
    const server = await startTestServer(dialect, {
      aws: { endpoint: aws.url, region: undefined, credentials, patienceMs: 100 },
    });
    await makeBuckets(server.s3);
    aws.alarms.set('errors', 'OK');
    aws.fallSilent(true);
    const check: RuleDeclaration = {
      name: 'Check',
      ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'CloudWatchAlarm', version: '1' },
      configuration: { AlarmName: 'errors' },
    };
    const entered = {
      ...stage('Wait', approval()),
      beforeEntry: { conditions: [{ result: 'FAIL' as const, rules: [check] }] },
    };
    const main = await sourceOf(server.s3, 'Main', { 'a.txt': '' });
    await create(server.codepipeline, pipeline('silence', [stage('Source', main), entered], QUIET));
    await start(server.codepipeline, 'silence');
    await waitFor('the reason to be shown', async () => {
      const { beforeEntryConditionState } = await stageState(server.codepipeline, 'silence', 'Wait');
      const { latestExecution } = beforeEntryConditionState?.conditionStates?.[0]?.ruleStates?.[0] ?? {};
      return latestExecution?.summary === 'Will be tried again: The AWS endpoint cannot be asked: it does not answer';
    });
    aws.fallSilent(false);
    expect(await approvalToken(server.codepipeline, 'silence', 'Wait')).toBeDefined();
    await server.close();
    await aws.close();
  });
});

describe('without an endpoint', () => {
  it('such an action fails and names the setting', async () => {
    const server = await startTestServer();
    await makeBuckets(server.s3);
    const main = await sourceOf(server.s3, 'Main', { 'imagedefinitions.json': '[]' });
    const declared = [
      invoke('worker'),
      act('Invoke StepFunctions', { StateMachineArn: MACHINE }),
      act('Deploy ECS', { ClusterName: 'c', ServiceName: 's' }, inputs),
    ];
    for (const [index, one] of declared.entries()) {
      const name = `endpointless-${index}`;
      await create(server.codepipeline, pipeline(name, [stage('Source', main), stage('Act', one)], QUIET));
      const id = await start(server.codepipeline, name);
      await untilStatus(server.codepipeline, name, id, 'Failed');
      const [, failed] = await actionsOf(server.codepipeline, name, id);
      expect(failed?.output?.executionResult?.errorDetails).toEqual({
        code: 'ConfigurationError',
        message: expect.stringContaining('VELOCIUS_AWS_ENDPOINT'),
      });
    }
    await server.close();
    expect(server.errors).toEqual([]);
  });
});
