import {
  type EventBridgeClient,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../src/kernel/log.ts';
import { startVelocius, type Velocius } from '../../src/main.ts';
import { DIALECTS, type Dialect, makePlace, type Place } from '../harness/databases.ts';
import { recordingTarget } from '../harness/recording-target.ts';
import { ACCOUNT, clientsOf, REGION } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

const TAPE = `arn:aws:recorder:${REGION}:${ACCOUNT}:tape`;

/** Servers on one place, ended with the tests. */
function servers(dialect: Dialect) {
  let place: Place;
  const running = new Set<Velocius>();
  beforeAll(async () => {
    place = await makePlace(dialect);
  });
  afterAll(async () => {
    for (const velocius of running) await velocius.close();
    await place.drop();
  });
  return {
    start: async (recorder = recordingTarget()) => {
      const config = {
        host: '127.0.0.1',
        port: 0,
        data: place.directory,
        database: place.url,
        account: ACCOUNT,
        runner: 'process' as const,
        rootKey: undefined,
        strict: true,
      };
      const velocius = await startVelocius(config, { log: silentLog, ruleTargets: [recorder.kind] });
      running.add(velocius);
      return { recorder, velocius, events: clientsOf(velocius.endpoint).events };
    },
    stop: async (velocius: Velocius) => {
      running.delete(velocius);
      await velocius.close();
    },
  };
}

async function listen(events: EventBridgeClient, Name: string): Promise<void> {
  await events.send(new PutRuleCommand({ Name, EventPattern: JSON.stringify({ source: [Name] }) }));
  await events.send(new PutTargetsCommand({ Rule: Name, Targets: [{ Id: '1', Arn: TAPE }] }));
}

function put(events: EventBridgeClient, Source: string) {
  return events.send(new PutEventsCommand({ Entries: [{ Source, DetailType: 'd', Detail: '{}' }] }));
}

describe.each(DIALECTS)('events of a server that ends on %s', (dialect) => {
  const use = servers(dialect);

  it('are delivered by the next one, under the same id', async () => {
    const first = await use.start();
    await listen(first.events, 'restart');
    first.recorder.fail(1000, 'break');
    await put(first.events, 'restart');
    await waitFor('a first attempt', async () => first.recorder.attempts.length > 0);
    await use.stop(first.velocius);
    const second = await use.start();
    await waitFor('the delivery', async () => second.recorder.deliveries.length > 0);
    expect(second.recorder.deliveries.map(({ id }) => id)).toEqual([first.recorder.attempts[0]?.id]);
  });
});

describe('events of two servers on one database', () => {
  const use = servers('postgres');

  it('follow at once what another server changed in the rules', async () => {
    const recorder = recordingTarget();
    const one = await use.start(recorder);
    const other = await use.start(recorder);
    await listen(one.events, 'shared');
    await put(other.events, 'shared');
    await waitFor('the delivery', async () => recorder.deliveries.length > 0);
    await one.events.send(new PutRuleCommand({ Name: 'shared', EventPattern: '{"source":["renamed"]}' }));
    await put(other.events, 'shared');
    await put(other.events, 'renamed');
    await waitFor('the second delivery', async () => recorder.deliveries.length > 1);
    expect(recorder.deliveries.map(({ payload }) => JSON.parse(payload).source)).toEqual(['shared', 'renamed']);
  });
});
