import { GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  BatchGetBuildsCommand,
  type Build,
  CreateProjectCommand,
  type EnvironmentVariable,
  StartBuildCommand,
} from '@aws-sdk/client-codebuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AwsStandIn, startAwsStandIn } from '../harness/aws-stand-in.ts';
import { DIALECTS } from '../harness/databases.ts';
import { action, actionsOf, create, pipeline, QUIET, stage, start, untilStatus } from '../harness/pipelines.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../harness/server.ts';
import { makeBuckets, sourceOf } from '../harness/sources.ts';
import { waitFor } from '../harness/wait.ts';

const ARN = `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:login-AbCdEf`;
const KEY = '-----BEGIN KEY-----\nline-of-the-key\n-----END KEY-----';

describe.each(DIALECTS)('variables whose values are kept elsewhere on %s', (dialect) => {
  let server: TestServer;
  let aws: AwsStandIn;

  beforeAll(async () => {
    aws = await startAwsStandIn();
    const credentials = { accessKeyId: 'elsewhere', secretAccessKey: 'secret' };
    server = await startTestServer(dialect, { aws: { endpoint: aws.url, region: undefined, credentials } });
    await makeBuckets(server.s3, 'artifacts');
    aws.secrets.set('token', 'tok-123456');
    aws.secrets.set('token@AWSPREVIOUS', 'tok-before');
    aws.secrets.set('key', KEY);
    aws.secrets.set(ARN, '{"user":"ada","port":5432}');
    aws.parameters.set('/app/url', 'https://db.example.com');
  });
  afterAll(async () => {
    await server.close();
    await aws.close();
    expect(server.errors).toEqual([]);
  });

  async function logOf(logGroupName: string, logStreamName: string | undefined): Promise<string> {
    const { events = [] } = await server.logs.send(
      new GetLogEventsCommand({ logGroupName, logStreamName, startFromHead: true }),
    );
    return events.map(({ message }) => message).join('');
  }

  async function command(name: string, commands: string[], variables: Record<string, string>) {
    const main = await sourceOf(server.s3, 'Main', { 'a.txt': 'a' });
    const run = action('Run', {
      actionTypeId: { category: 'Compute', owner: 'AWS', provider: 'Commands', version: '1' },
      inputArtifacts: [{ name: 'MainOutput' }],
      commands,
      environmentVariables: Object.entries(variables).map(([key, value]) => ({
        name: key,
        value,
        type: 'SECRETS_MANAGER' as const,
      })),
    });
    await create(server.codepipeline, pipeline(name, [stage('Source', main), stage('Run', run)], QUIET));
    return start(server.codepipeline, name);
  }

  it('commands get the secrets that are named, whole or a key of them, and their log shows none', async () => {
    const checks = [
      'test "$(echo "$TOKEN" | cut -c5-)" = 123456 && echo "token is $TOKEN"',
      'test "$BEFORE" = tok-before',
      'test "$LOGIN_USER" = ada && test "$PORT" = 5432',
      'echo "$KEY"',
    ];
    const id = await command('secretive', checks, {
      TOKEN: 'token',
      BEFORE: 'token::AWSPREVIOUS:',
      LOGIN_USER: `${ARN}:user`,
      PORT: `${ARN}:port::`,
      KEY: 'key',
    });
    await untilStatus(server.codepipeline, 'secretive', id, 'Succeeded');
    const [, ran] = await actionsOf(server.codepipeline, 'secretive', id);
    const log = await logOf('/aws/codepipeline/secretive', ran?.actionExecutionId);
    expect(log).toContain('token is ***');
    expect(log).not.toContain('line-of-the-key');
    expect(await server.stored()).not.toMatch(/tok-123456|line-of-the-key/);
  });

  it.each([
    ['nowhere', 'Secrets Manager Error: ResourceNotFoundException: Secrets Manager can'],
    [`${ARN}:password`, `ConfigurationError: S: The secret ${ARN} has no key password`],
    ['token:user', 'ConfigurationError: S: The secret token is not a JSON object'],
  ])('commands fail where the secret %s cannot be had, and nothing runs', async (reference, message) => {
    const name = `without-${reference.replaceAll(/\W/g, '-').slice(-20)}`;
    const id = await command(name, ['echo too far'], { S: reference });
    await untilStatus(server.codepipeline, name, id, 'Failed');
    const [, failed] = await actionsOf(server.codepipeline, name, id);
    expect(failed?.output?.executionResult?.errorDetails?.message).toContain(message);
    expect(await logOf(`/aws/codepipeline/${name}`, failed?.actionExecutionId)).not.toContain('too far');
  });

  const showUrl = {
    version: 0.2,
    phases: { build: { commands: ['test "$URL" = https://db.example.com; echo "at $URL"'] } },
  };

  async function build(
    name: string,
    environmentVariables: EnvironmentVariable[],
    buildspec: object = showUrl,
  ): Promise<Build> {
    await server.codebuild.send(
      new CreateProjectCommand({
        name,
        source: { type: 'NO_SOURCE', buildspec: JSON.stringify(buildspec) },
        artifacts: { type: 'NO_ARTIFACTS' },
        environment: {
          type: 'LINUX_CONTAINER',
          image: 'aws/codebuild/standard:7.0',
          computeType: 'BUILD_GENERAL1_SMALL',
          environmentVariables,
        },
        serviceRole: `arn:aws:iam::${ACCOUNT}:role/build`,
      }),
    );
    const { build: begun } = await server.codebuild.send(new StartBuildCommand({ projectName: name }));
    return waitFor('the build to end', async () => {
      const { builds } = await server.codebuild.send(new BatchGetBuildsCommand({ ids: [begun?.id ?? ''] }));
      return builds?.[0]?.buildStatus === 'IN_PROGRESS' ? undefined : builds?.[0];
    });
  }

  it('builds get parameters, and their log does not show them', async () => {
    const { buildStatus, logs } = await build('parameters', [
      { name: 'URL', value: '/app/url', type: 'PARAMETER_STORE' },
    ]);
    expect(buildStatus).toBe('SUCCEEDED');
    expect(await logOf(logs?.groupName ?? '', logs?.streamName)).toContain('at ***');
  });

  it('a build whose parameter is not there fails before its commands', async () => {
    const { buildStatus, phases } = await build('no-parameter', [
      { name: 'URL', value: '/app/absent', type: 'PARAMETER_STORE' },
    ]);
    expect(buildStatus).toBe('FAILED');
    expect(phases?.find(({ phaseType }) => phaseType === 'DOWNLOAD_SOURCE')?.contexts).toEqual([
      { statusCode: 'Decrypted Variables Error', message: 'parameter does not exist: /app/absent' },
    ]);
  });

  it('builds get what their buildspec names, but for what the project has of that name, and their log does not show it', async () => {
    const { buildStatus, logs } = await build('of-the-buildspec', [{ name: 'PLAIN', value: 'of the project' }], {
      version: 0.2,
      env: {
        'parameter-store': { URL: '/app/url', PLAIN: '/app/absent' },
        'secrets-manager': { LOGIN_USER: `${ARN}:user`, TOKEN: 'token' },
      },
      phases: {
        build: {
          commands: [
            'test "$URL" = https://db.example.com && test "$LOGIN_USER" = ada && test "$PLAIN" = "of the project"',
            'test "$(echo "$TOKEN" | cut -c5-)" = 123456 && echo "token is $TOKEN at $URL"',
          ],
        },
      },
    });
    const log = await logOf(logs?.groupName ?? '', logs?.streamName);
    expect(log).toContain('token is *** at ***');
    expect(buildStatus).toBe('SUCCEEDED');
    expect(await server.stored()).not.toContain('tok-123456');
  });

  it('a build whose buildspec names a secret that is not there fails before its commands', async () => {
    const buildspec = { ...showUrl, env: { 'secrets-manager': { URL: 'nowhere' } } };
    const { buildStatus, phases } = await build('no-secret', [], buildspec);
    expect(buildStatus).toBe('FAILED');
    expect(phases?.find(({ phaseType }) => phaseType === 'DOWNLOAD_SOURCE')?.contexts).toEqual([
      { statusCode: 'Secrets Manager Error', message: expect.stringContaining('ResourceNotFoundException') },
    ]);
  });
});
