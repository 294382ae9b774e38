import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { CreateProjectCommand, StopBuildCommand } from '@aws-sdk/client-codebuild';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { building, buildOf, logOf, phasesOf, project, startBuild, untilBuilt } from '../harness/builds.ts';
import { DIALECTS } from '../harness/databases.ts';
import { REGION, startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

/** Ids of processes started with the word among their arguments. */
function processesWith(word: string): string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').includes(word);
    } catch {
      return false;
    }
  });
}

describe.each(DIALECTS)('the end of a build on %s', (dialect) => {
  let server: TestServer;
  let later = 0;
  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { clock: { now: () => Date.now() + later } });
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  /** Moves the clock of the server and of its clients, whose signatures count for five minutes. */
  function pass(minutes: number): void {
    later += minutes * 60_000;
    for (const { config } of [server.codebuild, server.logs]) config.systemClockOffset = later;
  }

  async function start(name: string, command: string, settings = {}): Promise<string> {
    await server.codebuild.send(new CreateProjectCommand(project(name, building(command))));
    return startBuild(server, name, settings);
  }

  async function untilLogged(id: string, text: string): Promise<void> {
    await waitFor(`the log of ${id} to say ${text}`, async () => {
      const build = await buildOf(server, id);
      return build.logs?.streamName !== undefined && (await logOf(server, build)).includes(`\n${text}\n`);
    });
  }

  test('comes at once when it is stopped, and kills everything it started', async () => {
    const seconds = `300.${Math.floor(Math.random() * 1e9)}`;
    const id = await start(
      'stopped',
      `sleep ${seconds} &\n(setsid sleep ${seconds} &)\nnohup sleep ${seconds} &\necho ready\nsleep ${seconds}`,
    );
    await untilLogged(id, 'ready');
    await waitFor('all to sleep', async () => processesWith(seconds).length === 4);
    const { build } = await server.codebuild.send(new StopBuildCommand({ id }));
    expect(build).toMatchObject({ buildStatus: 'STOPPED', buildComplete: true, currentPhase: 'COMPLETED' });
    expect(phasesOf(build ?? {}).slice(-2)).toEqual(['BUILD STOPPED', 'COMPLETED']);
    expect(build?.phases?.at(-2)?.contexts).toBeUndefined();
    await waitFor('all to be killed', async () => processesWith(seconds).length === 0, 3);
    const again = await server.codebuild.send(new StopBuildCommand({ id }));
    expect(again.build).toEqual(build);
    await waitFor('its directory to be removed', async () =>
      readdirSync(join(server.directory, 'builds/work')).every((name) => !id.endsWith(name)),
    );
  });

  test('comes when its time is up', async () => {
    const seconds = `301.${Math.floor(Math.random() * 1e9)}`;
    const id = await start('late', `echo ready\nsleep ${seconds}`, { timeoutInMinutesOverride: 5 });
    await untilLogged(id, 'ready');
    pass(5);
    const build = await untilBuilt(server, id, 5);
    expect(build.buildStatus).toBe('FAILED');
    expect(phasesOf(build)).toContain('BUILD TIMED_OUT');
    expect(build.phases?.find(({ phaseType }) => phaseType === 'BUILD')?.contexts).toEqual([
      { statusCode: 'BUILD_TIMED_OUT', message: 'Build has timed out. ' },
    ]);
    expect(processesWith(seconds)).toEqual([]);
  });

  test('comes in the queue when there is no room in time', async () => {
    await server.codebuild.send(new CreateProjectCommand(project('crowd', building('sleep 302'))));
    const crowd: string[] = [];
    for (let count = Math.max(4, 2 * availableParallelism()); count > 0; count -= 1)
      crowd.push(await startBuild(server, 'crowd'));
    await waitFor('all to be begun', async () =>
      (await Promise.all(crowd.map((id) => buildOf(server, id)))).every(({ currentPhase }) => currentPhase === 'BUILD'),
    );
    const patient = await startBuild(server, 'crowd');
    const hasty = await startBuild(server, 'crowd', { queuedTimeoutInMinutesOverride: 5 });
    expect((await buildOf(server, hasty)).currentPhase).toBe('QUEUED');
    pass(5);
    const build = await untilBuilt(server, hasty, 5);
    expect(build.buildStatus).toBe('FAILED');
    expect(phasesOf(build)).toEqual(['SUBMITTED SUCCEEDED', 'QUEUED TIMED_OUT', 'COMPLETED']);
    for (const id of crowd) await server.codebuild.send(new StopBuildCommand({ id }));
    await waitFor(
      'the patient one to have its turn',
      async () => (await buildOf(server, patient)).currentPhase === 'BUILD',
    );
    await server.codebuild.send(new StopBuildCommand({ id: patient }));
  });

  test('comes in the queue when it is stopped there', async () => {
    await server.codebuild.send(new CreateProjectCommand(project('never', building('echo never'))));
    const id = await startBuild(server, 'never');
    const { build } = await server.codebuild.send(new StopBuildCommand({ id }));
    expect(build?.buildStatus).toMatch(/STOPPED|SUCCEEDED/);
    expect((await untilBuilt(server, id)).buildStatus).toBe(build?.buildStatus);
  });

  test('ends the power of its keys', async () => {
    const place = join(server.directory, randomUUID());
    const id = await start('keys', `env > ${place}\nwhile [ ! -e ${place}.go ]; do sleep 0.05; done`);
    await waitFor(
      'the keys',
      async () => existsSync(place) && readFileSync(place, 'utf8').includes('AWS_SESSION_TOKEN'),
    );
    const given = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(readFileSync(place, 'utf8'))?.[1] ?? '';
    const sts = new STSClient({
      endpoint: given('AWS_ENDPOINT_URL'),
      region: REGION,
      maxAttempts: 1,
      systemClockOffset: later,
      credentials: {
        accessKeyId: given('AWS_ACCESS_KEY_ID'),
        secretAccessKey: given('AWS_SECRET_ACCESS_KEY'),
        sessionToken: given('AWS_SESSION_TOKEN'),
      },
    });
    const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
    expect(Arn).toBe(`arn:aws:sts::123456789012:assumed-role/build/AWSCodeBuild-${id.split(':')[1]}`);
    writeFileSync(`${place}.go`, '');
    await untilBuilt(server, id);
    await waitFor('the keys to be refused', async () =>
      sts.send(new GetCallerIdentityCommand({})).then(
        () => false,
        () => true,
      ),
    );
    sts.destroy();
  });
});
