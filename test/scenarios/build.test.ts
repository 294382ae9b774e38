import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { building, phasesOf, runBuildspec, textOf } from '../harness/builds.ts';
import { DIALECTS } from '../harness/databases.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';

const ALL_PHASES = [
  'SUBMITTED SUCCEEDED',
  'QUEUED SUCCEEDED',
  'PROVISIONING SUCCEEDED',
  'DOWNLOAD_SOURCE SUCCEEDED',
  'INSTALL SUCCEEDED',
  'PRE_BUILD SUCCEEDED',
  'BUILD SUCCEEDED',
  'POST_BUILD SUCCEEDED',
  'UPLOAD_ARTIFACTS SUCCEEDED',
  'FINALIZING SUCCEEDED',
  'COMPLETED',
];

describe.each(DIALECTS)('a build on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  test('runs its commands phase by phase, and its log tells', async () => {
    const { build, log } = await runBuildspec(server, 'simple', building('echo hello from $CODEBUILD_BUILD_ID'));
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(phasesOf(build)).toEqual(ALL_PHASES);
    expect(log).toContain('Running command echo hello from $CODEBUILD_BUILD_ID\n');
    expect(log).toContain(`\nhello from ${build.id}\n\n`);
    expect(log).toMatch(
      /\[Container\] \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{6} Phase complete: BUILD State: SUCCEEDED\n/,
    );
  });

  test('carries variables and the directory from command to command and from phase to phase', async () => {
    const { build, log } = await runBuildspec(server, 'state', {
      version: '0.2',
      phases: {
        pre_build: {
          commands: ['PLAIN="two  words \'quoted\'"', 'mkdir sub && cd sub', 'unset GONE', 'f() { echo kept; }'],
        },
        build: { commands: ['echo "[$PLAIN] in $(basename "$PWD"), gone: [$GONE]"', 'f || echo functions are lost'] },
        post_build: {
          commands: [
            'MULTI="one\ntwo"',
            'printf "%s|\\n" "$MULTI"',
            'cd "$OLDPWD" && echo "back in $(basename "$PWD")"',
          ],
        },
      },
      env: { variables: { GONE: 'still here' } },
    });
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(log).toContain("\n[two  words 'quoted'] in sub, gone: []\n");
    expect(log).toContain('\nfunctions are lost\n');
    expect(log).toContain('\none\ntwo|\n');
    expect(log).toContain('\nback in src\n');
  });

  test('starts every command afresh with a buildspec of version 0.1', async () => {
    const { build, log } = await runBuildspec(server, 'fresh', {
      version: '0.1',
      environment_variables: { plaintext: { GIVEN: 'yes' } },
      phases: { build: { commands: ['cd / && export LOST=1', 'echo "$GIVEN [$LOST] $(basename "$PWD")"'] } },
    });
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(log).toContain('\nyes [] src\n');
  });

  test('uses sh, or bash where it is asked to', async () => {
    const bash = {
      version: '0.2',
      env: { shell: 'bash' },
      phases: {
        build: {
          commands: ['[[ a == a ]] && echo "bash: $BASH_VERSION"', 'set -a; A=(1 2); set -e; true', 'echo done'],
        },
      },
    };
    const { build, log } = await runBuildspec(server, 'bash', bash);
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(log).toMatch(/\nbash: \d/);
    expect(log).not.toContain('readonly variable');
    const { log: plain } = await runBuildspec(server, 'sh', building('echo "[$BASH_VERSION]"'));
    expect(plain).toContain('\n[]\n');
  });

  test('runs a command of many lines to its last, and names lines as AWS does', async () => {
    const { build, log } = await runBuildspec(server, 'lines', building('false\nno-such-program\necho "status $?"'));
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(log).toMatch(/script\.sh: (line )?5: .*no-such-program/);
    expect(log).toContain('\nstatus 127\n');
  });

  test('gives the values of StartBuild precedence over the project, and those over the buildspec', async () => {
    const buildspec = textOf({
      ...building('echo "$A $B $C"'),
      env: { variables: { A: 'spec', B: 'spec', C: 3.1 } },
    }).replace('3.1', '3.10');
    const { build, log } = await runBuildspec(server, 'precedence', buildspec, {
      environmentVariablesOverride: [{ name: 'A', value: 'start' }],
    });
    expect(build.environment?.environmentVariables).toContainEqual({ name: 'A', value: 'start', type: 'PLAINTEXT' });
    expect(log).toContain('\nstart spec 3.10\n');
  });

  test('tells commands about the build', async () => {
    const { build, log } = await runBuildspec(server, 'facts', building('env | sort'));
    const variables = Object.fromEntries(log.split('\n').map((line) => line.split(/=(.*)/s).slice(0, 2)));
    expect(variables).toMatchObject({
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_ENDPOINT_URL: server.endpoint,
      AWS_ACCESS_KEY_ID: '***',
      AWS_SECRET_ACCESS_KEY: '***',
      AWS_SESSION_TOKEN: '***',
      CODEBUILD_BUILD_ARN: build.arn,
      CODEBUILD_BUILD_ID: build.id,
      CODEBUILD_BUILD_IMAGE: 'aws/codebuild/standard:7.0',
      CODEBUILD_BUILD_NUMBER: '1',
      CODEBUILD_BUILD_SUCCEEDING: '1',
      CODEBUILD_INITIATOR: 'root',
      CODEBUILD_LOG_PATH: build.logs?.streamName,
      CODEBUILD_PROJECT_ARN: 'arn:aws:codebuild:eu-west-1:123456789012:project/facts',
      CODEBUILD_START_TIME: String(build.startTime?.getTime()),
    });
    expect(variables.CODEBUILD_SRC_DIR).toMatch(/\/src$/);
  });

  test('reports exported variables as they are after POST_BUILD', async () => {
    const { build } = await runBuildspec(server, 'exported', {
      version: '0.2',
      env: { variables: { EMPTY: '' }, 'exported-variables': ['TAG', 'EMPTY', 'ABSENT'] },
      phases: { build: { commands: ['TAG=early'] }, post_build: { commands: ['TAG="late \\"one\\"\nof two lines"'] } },
    });
    expect(build.exportedEnvironmentVariables).toEqual([
      { name: 'TAG', value: 'late "one"\nof two lines' },
      { name: 'EMPTY', value: '' },
    ]);
  });

  test('goes on to POST_BUILD and the artifacts after a failure in BUILD, and fails', async () => {
    const { build, log } = await runBuildspec(server, 'failing-build', {
      version: '0.2',
      phases: {
        build: {
          commands: ['echo before', 'exit 3', 'echo never'],
          finally: ['echo "finally $CODEBUILD_BUILD_SUCCEEDING"'],
        },
        post_build: { commands: ['echo "post $CODEBUILD_BUILD_SUCCEEDING"'] },
      },
    });
    expect(build.buildStatus).toBe('FAILED');
    expect(phasesOf(build)).toEqual(ALL_PHASES.map((phase) => phase.replace(/^BUILD SUCCEEDED/, 'BUILD FAILED')));
    expect(build.phases?.find(({ phaseType }) => phaseType === 'BUILD')?.contexts).toEqual([
      {
        statusCode: 'COMMAND_EXECUTION_ERROR',
        message: 'Error while executing command: exit 3. Reason: exit status 3',
      },
    ]);
    expect(log).not.toContain('\nnever\n');
    expect(log).toContain('Command did not exit successfully exit 3 exit status 3\n');
    expect(log).toContain('\nfinally 0\n');
    expect(log).toContain('\npost 0\n');
  });

  test.each(['install', 'pre_build'])('ends after a failure in %s', async (phase) => {
    const { build } = await runBuildspec(server, `failing-${phase}`, {
      version: '0.2',
      phases: { [phase]: { commands: ['false'] }, build: { commands: ['echo never'] } },
    });
    expect(build.buildStatus).toBe('FAILED');
    expect(phasesOf(build).slice(-3)).toEqual([`${phase.toUpperCase()} FAILED`, 'FINALIZING SUCCEEDED', 'COMPLETED']);
  });

  test('fails a phase whose finally fails', async () => {
    const { build } = await runBuildspec(server, 'failing-finally', {
      version: '0.2',
      phases: { pre_build: { commands: ['true'], finally: ['exit 7'] } },
    });
    expect(build.buildStatus).toBe('FAILED');
    expect(phasesOf(build)).toContain('PRE_BUILD FAILED');
    expect(phasesOf(build)).not.toContain('BUILD SUCCEEDED');
  });

  test('goes on with on-failure CONTINUE and ends with ABORT, and is FAILED either way', async () => {
    const { build: continued, log } = await runBuildspec(server, 'continue', {
      version: '0.2',
      phases: {
        install: { 'on-failure': 'CONTINUE', commands: ['false'] },
        build: { commands: ['echo "succeeding $CODEBUILD_BUILD_SUCCEEDING"'] },
      },
    });
    expect(continued.buildStatus).toBe('FAILED');
    expect(phasesOf(continued).slice(4, 7)).toEqual(['INSTALL FAILED', 'PRE_BUILD SUCCEEDED', 'BUILD SUCCEEDED']);
    expect(log).toContain('\nsucceeding 0\n');
    const { build: aborted } = await runBuildspec(server, 'abort', {
      version: '0.2',
      phases: { build: { 'on-failure': 'ABORT', commands: ['false'] }, post_build: { commands: ['echo never'] } },
    });
    expect(phasesOf(aborted).slice(-3)).toEqual(['BUILD FAILED', 'FINALIZING SUCCEEDED', 'COMPLETED']);
  });

  test.each([
    ['is no YAML', 'version: 0.2\nphases: [', /line 2/],
    [
      'has a map for a command',
      'version: 0.2\nphases:\n  build:\n    commands:\n      - echo one\n      - echo key: value\n',
      /^Expected Commands\[1\] to be of string type: found subkeys instead at line 6/,
    ],
    ['has no version', 'phases:\n  build:\n    commands:\n      - echo\n', /no version/],
    ['wants another user', { ...building('true'), 'run-as': 'nobody' }, /run-as: nobody .*not implemented/],
    [
      'wants a retry',
      { version: '0.2', phases: { build: { commands: ['true'], 'on-failure': 'RETRY-2' } } },
      /RETRY .*not implemented/,
    ],
  ])('fails in DOWNLOAD_SOURCE when its buildspec %s', async (title, buildspec, message) => {
    const { build } = await runBuildspec(server, `bad-${title.replaceAll(' ', '-')}`, buildspec);
    expect(build.buildStatus).toBe('FAILED');
    expect(phasesOf(build).slice(-3)).toEqual(['DOWNLOAD_SOURCE FAILED', 'FINALIZING SUCCEEDED', 'COMPLETED']);
    const [context] = build.phases?.find(({ phaseType }) => phaseType === 'DOWNLOAD_SOURCE')?.contexts ?? [];
    expect(context?.statusCode).toBe('YAML_FILE_ERROR');
    expect(context?.message).toMatch(message);
  });

  test('warns of keys it does not know, and says what has no effect', async () => {
    const { build, log } = await runBuildspec(
      server,
      'odd-keys',
      {
        ...building('true'),
        cache: { paths: ['/root/.m2/**/*'] },
        env: { variabels: { A: 'b' } },
      },
      {
        certificateOverride: 'certificates/own.pem',
        environmentTypeOverride: 'LINUX_LAMBDA_CONTAINER',
        computeTypeOverride: 'BUILD_LAMBDA_2GB',
      },
    );
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(log).toContain(
      'The environment type LINUX_LAMBDA_CONTAINER is a Linux container on this server, not Lambda',
    );
    expect(log).toContain('environment.certificate of the project is accepted, and has no effect on this server');
    expect(log).toContain('Found possible syntax errors in buildspec:');
    expect(log).toContain('In the section env\n');
    expect(log).toContain('\tvariabels\n');
    expect(log).toContain('cache in the buildspec is accepted, and has no effect on this server');
  });

  test('looks for its engine where the settings say it is', async () => {
    const settings = { dockerHost: 'unix:///nowhere/engine.sock' };
    const elsewhere = await startTestServer(dialect, { runner: 'docker', runnerOptions: settings });
    const { build } = await runBuildspec(elsewhere, 'elsewhere', building('true'));
    expect(build.phases?.find(({ phaseType }) => phaseType === 'PROVISIONING')?.contexts?.[0]?.message).toContain(
      'nowhere/engine.sock',
    );
    await elsewhere.close();
  });

  test('says that it cannot give an image or rights that its runner has not', async () => {
    const { build } = await runBuildspec(server, 'image', building('true'), { imageOverride: 'node:24' });
    expect(phasesOf(build).slice(-3)).toEqual(['PROVISIONING FAILED', 'FINALIZING SUCCEEDED', 'COMPLETED']);
    expect(build.phases?.find(({ phaseType }) => phaseType === 'PROVISIONING')?.contexts?.[0]?.statusCode).toBe(
      'BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE',
    );
    const { build: windows } = await runBuildspec(server, 'windows', building('true'), {
      environmentTypeOverride: 'WINDOWS_SERVER_2022_CONTAINER',
    });
    expect(phasesOf(windows)).toContain('PROVISIONING FAILED');
  });

  test('writes its log while it runs', async () => {
    const { build, log } = await runBuildspec(
      server,
      'noise',
      building('i=0; while [ $i -lt 3000 ]; do echo "line $i"; i=$((i+1)); done; printf "no newline"'),
    );
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(log.match(/^line \d+$/gm)).toHaveLength(3000);
    expect(log).toContain('\nno newline\n');
  });

  test('is no faster than its log: every line is kept', async () => {
    const { log } = await runBuildspec(server, 'flood', building('seq -f "line %.0f" 1 30000'));
    expect(log.match(/^line \d+$/gm)).toHaveLength(30_000);
    expect(log).not.toContain('left out');
  });
});
