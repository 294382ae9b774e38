import { readFileSync } from 'node:fs';
import type { CodePipelineClient } from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { openPostgres } from '../../src/store/postgres/postgres.ts';
import { ChaosServers, type Running } from '../harness/chaos.ts';
import { makePlace, type Place } from '../harness/databases.ts';
import { action, create, pipeline, QUIET, source, stage, start, untilStatus } from '../harness/pipelines.ts';
import { waitFor } from '../harness/wait.ts';

const LEASE_MS = 2000;
const NAME = 'shared';

describe('servers that share a database', () => {
  let place: Place;
  let servers: ChaosServers;
  let one: Running;
  let other: Running;
  const effects = () => readFileSync(servers.effects, 'utf8').trim().split('\n');

  beforeAll(async () => {
    place = await makePlace('postgres');
    servers = new ChaosServers(place, LEASE_MS);
    // At the same time, on an empty database: one makes the schema, and the other waits for it.
    [one, other] = await Promise.all([servers.launch(), servers.launch()]);
    const takes = (milliseconds: number) => ({ configuration: { Milliseconds: String(milliseconds) } });
    const stages = [
      stage('Source', source('Fetch', takes(5))),
      stage('Build', action('Compile', takes(300)), action('Test', { runOrder: 2, ...takes(5) })),
    ];
    await create(one.client, pipeline(NAME, stages, { ...QUIET, executionMode: 'PARALLEL' }));
  });
  afterAll(async () => {
    servers.killAll();
    await place.drop();
  });

  it('share the work', async () => {
    const ids = await startMany(10, one.client, other.client);
    await allSucceed(other.client, ids);
    expect(new Set(effects().map((line) => line.split(' ').at(-1))).size).toBe(2);
    expectNoneDoubled();
  });

  it('carry on what one of them leaves when it is killed', async () => {
    const ids = await startMany(10, one.client);
    await waitFor('the work to be under way', async () => effects().some((line) => line.startsWith(ids[0] ?? '-')));
    await servers.end(one);
    await allSucceed(other.client, ids);
    expectNoneDoubled();
  });

  it('are replaced one after the other while pipelines run, and nobody waits for a lease', async () => {
    one = await servers.launch();
    const ids: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      ids.push(...(await startMany(4, one.client, other.client)));
      const [next] = await Promise.all([servers.launch(), servers.end(other, 'SIGTERM')]);
      other = one;
      one = next;
    }
    ids.push(...(await startMany(4, one.client, other.client)));
    await allSucceed(one.client, ids);
    expectNoneDoubled();
  });

  it('go on when a newer one adds to the schema beneath them', async () => {
    const database = await openPostgres(place.url ?? '', { connections: 1 });
    const statements = [
      'ALTER TABLE executions ADD COLUMN of_tomorrow TEXT',
      'CREATE TABLE tomorrow (id TEXT PRIMARY KEY)',
    ];
    await migrate(database, [...MIGRATIONS, { id: 9999, name: 'tomorrow', statements }]);
    await database.close();
    await allSucceed(one.client, await startMany(2, one.client, other.client));
    await servers.end(other);
    // And one of today that comes back to the database of tomorrow.
    other = await servers.launch();
    await allSucceed(other.client, await startMany(2, one.client, other.client));
    expectNoneDoubled();
  });

  function startMany(count: number, ...clients: readonly CodePipelineClient[]): Promise<string[]> {
    const turns = Array.from({ length: count }, (_, index) => clients[index % clients.length]);
    return Promise.all(turns.flatMap((client) => (client === undefined ? [] : [start(client, NAME)])));
  }

  async function allSucceed(client: CodePipelineClient, ids: readonly string[]): Promise<void> {
    for (const id of ids) await untilStatus(client, NAME, id, 'Succeeded');
  }

  /** One effect per action of an execution. */
  function expectNoneDoubled(): void {
    const actions = effects().map((line) => line.split(' ').slice(0, 2).join(' '));
    expect(new Set(actions).size).toBe(actions.length);
  }
});
