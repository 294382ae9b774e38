import { readFileSync } from 'node:fs';
import { type ExecutionMode, PutJobSuccessResultCommand } from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChaosServers, type Running } from '../harness/chaos.ts';
import { DIALECTS, makePlace, type Place } from '../harness/databases.ts';
import { createType, customAction, takeJob } from '../harness/jobs.ts';
import {
  action,
  create,
  MODES,
  pipeline,
  QUIET,
  source,
  stage,
  start,
  statusOf,
  untilStatus,
} from '../harness/pipelines.ts';
import { waitFor } from '../harness/wait.ts';

const KILLS = 50;
const OVER = ['Succeeded', 'Superseded'];

describe.each(DIALECTS)('a server that is killed with -9 on %s', (dialect) => {
  let place: Place;
  let servers: ChaosServers;
  const launch = () => servers.launch();
  const kill = (server: Running) => servers.end(server);

  beforeAll(async () => {
    place = await makePlace(dialect);
    servers = new ChaosServers(place);
  });
  afterAll(async () => {
    servers.killAll();
    await place.drop();
  });

  it(`loses nothing it acknowledged in ${KILLS} kills, ends every execution right and doubles no action`, {
    timeout: 240_000,
  }, async () => {
    const acknowledged: { readonly mode: ExecutionMode; readonly id: string }[] = [];
    let server = await launch();
    for (const mode of MODES) await create(server.client, declaration(mode));
    for (let round = 0; round < KILLS; round += 1) {
      if (round > 0) server = await launch();
      const { client } = server;
      const startSome = async (mode: ExecutionMode) => {
        // A start that the kill cut off was not acknowledged: whether it happened is not promised. So is one over the limit of 50.
        const id = await start(client, nameOf(mode)).catch(() => undefined);
        if (id !== undefined) acknowledged.push({ mode, id });
      };
      const starting = MODES.flatMap((mode) => [startSome(mode), startSome(mode)]);
      // Every other kill comes some time after an answer, the rest whenever they come: also before the first one.
      if (round % 2 === 0) await Promise.race(starting);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 150));
      await kill(server);
      await Promise.all(starting);
    }
    server = await launch();
    for (const { mode, id } of acknowledged) {
      const status = await waitFor(
        `${id} to end`,
        async () => {
          const now = await statusOf(server.client, nameOf(mode), id);
          return now === 'InProgress' ? undefined : now;
        },
        60,
      );
      expect(OVER).toContain(status);
      if (mode !== 'SUPERSEDED') expect(status).toBe('Succeeded');
    }
    await kill(server);
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS / 2);
    expectNoneDoubled(readFileSync(servers.effects, 'utf8'));
  });

  it('keeps the jobs that workers have, and every answer it took', { timeout: 120_000 }, async () => {
    let server = await launch();
    const restart = async () => {
      await kill(server);
      server = await launch();
    };
    await createType(server.client, 'Survivor');
    const build = stage('Build', customAction('Work', 'Survivor'));
    await create(server.client, pipeline('jobs-killed', [stage('Source', source()), build], QUIET));
    const id = await start(server.client, 'jobs-killed');
    const jobId = await takeJob(server.client, 'Survivor');
    await restart();
    const answer = () => server.client.send(new PutJobSuccessResultCommand({ jobId }));
    await answer();
    await restart();
    await expect(answer()).rejects.toMatchObject({ name: 'InvalidJobStateException' });
    await untilStatus(server.client, 'jobs-killed', id, 'Succeeded');
    await kill(server);
  });
});

function declaration(mode: ExecutionMode) {
  const takes = (milliseconds: number) => ({ configuration: { Milliseconds: String(milliseconds) } });
  return pipeline(
    nameOf(mode),
    [
      stage('Source', source('Fetch', takes(3))),
      stage(
        'Build',
        action('Compile', takes(20)),
        action('Lint', takes(5)),
        action('Test', { runOrder: 2, ...takes(10) }),
      ),
      stage('Deploy', action('Ship', takes(10))),
    ],
    { ...QUIET, executionMode: mode },
  );
}

function nameOf(mode: ExecutionMode): string {
  return `killed-${mode.toLowerCase()}`;
}

/** One attempt per action of an execution, and one effect per attempt. */
function expectNoneDoubled(effects: string): void {
  const lines = effects.trim().split('\n');
  const actions = lines.map((line) => line.split(' ').slice(0, 2).join(' '));
  expect(new Set(actions).size).toBe(actions.length);
}
