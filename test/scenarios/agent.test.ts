import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { type AgentProcess, startAgent } from '../agent/agent-process.ts';
import { type Child, runScript } from '../harness/child.ts';
import { DIALECTS, makePlace, type Place } from '../harness/databases.ts';
import { deploy, ended, type Fleet, hostArn, makeFleet, targetOf } from '../harness/deployment-room.ts';
import { ACCOUNT, type Clients, clientsOf } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

/** What the scripts of a revision do; each is run in the directory of its host. */
interface Scripts {
  readonly stop?: string;
  readonly start?: string;
  readonly validate?: string;
}

describe.each(DIALECTS)('two hosts with agents of their own, and a server on %s', (dialect) => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'velocius-agents-')));
  let place: Place;
  let server: Child;
  let endpoint = '';
  let clients: Clients;
  let fleet: Fleet;
  const agents = new Map<string, AgentProcess>();
  const hostOf = (instance: string): string => join(base, instance, 'host');
  const told = (instance: string): readonly string[] =>
    existsSync(join(hostOf(instance), 'told'))
      ? readFileSync(join(hostOf(instance), 'told'), 'utf8')
          .trim()
          .split('\n')
      : [];

  async function startServer(port: string): Promise<void> {
    const database = place.url === undefined ? [] : ['--database', place.url];
    const where = ['--port', port, '--data', place.directory, '--account', ACCOUNT, '--runner', 'process'];
    server = runScript('src/cli/velocius.ts', ['start', ...where, ...database]);
    const ready = await waitFor('the server', async () => {
      if (server.process.exitCode !== null) throw new Error(server.errors.join('\n'));
      return server.lines.find((line) => line.startsWith('velocius is ready at'));
    });
    endpoint = ready.split(' ').at(-1) ?? '';
  }

  async function start(instance: string): Promise<void> {
    const root = join(base, instance, 'agent');
    agents.set(
      instance,
      await startAgent({ endpoint, host: hostArn(instance), root, destinationRoot: hostOf(instance) }),
    );
  }

  beforeAll(async () => {
    place = await makePlace(dialect);
    await startServer('0');
    clients = clientsOf(endpoint);
    fleet = await makeFleet({ clients, endpoint }, 'web', 2);
    await clients.s3.send(new CreateBucketCommand({ Bucket: 'artifacts' }));
    await Promise.all(fleet.instances.map(start));
  });

  afterAll(async () => {
    await Promise.all([...agents.values()].map((agent) => agent.kill()));
    await server.kill();
    await place.drop();
    rmSync(base, { recursive: true, force: true });
  });

  async function release(version: string, scripts: Scripts = {}, timeout = 30): Promise<string> {
    const say = (what: string, more = ''): string => `#!/bin/bash\necho ${what} ${version} >> told\n${more}\n`;
    const zip = new ZipFile();
    const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(text), name, { mode: 0o100755 });
    const hook = (event: string, script: string): string =>
      `  ${event}: [{location: ${script}, timeout: ${timeout}}]\n`;
    const files = 'files: [{source: web, destination: /srv/www}]\n';
    const hooks = hook('ApplicationStop', 'stop.sh') + hook('ApplicationStart', 'start.sh');
    add('appspec.yml', `version: 0.0\nos: linux\n${files}hooks:\n${hooks}${hook('ValidateService', 'validate.sh')}`);
    add('web/index.html', version);
    add('stop.sh', say('stop', scripts.stop));
    add('start.sh', say('start', scripts.start));
    add('validate.sh', scripts.validate ?? `#!/bin/bash\ngrep -q ${version} srv/www/index.html\n`);
    zip.end();
    const Body = await buffer(Readable.from(zip.outputStream));
    const Key = `${version}.zip`;
    const { ETag } = await clients.s3.send(new PutObjectCommand({ Bucket: 'artifacts', Key, Body }));
    const s3Location = { bucket: 'artifacts', key: Key, bundleType: 'zip', eTag: ETag } as const;
    return deploy({ clients }, fleet, { revision: { revisionType: 'S3', s3Location } });
  }

  const page = (instance: string): string => readFileSync(join(hostOf(instance), 'srv/www/index.html'), 'utf8');

  test('install a revision, then the next, each stopped by its own script', async () => {
    expect(await ended({ clients }, await release('one'))).toMatchObject({ status: 'Succeeded' });
    expect(fleet.instances.map(page)).toEqual(['one', 'one']);
    expect(await ended({ clients }, await release('two'))).toMatchObject({
      status: 'Succeeded',
      deploymentOverview: { Succeeded: 2, Failed: 0 },
    });
    expect(fleet.instances.map(page)).toEqual(['two', 'two']);
    expect(fleet.instances.map(told)).toEqual(Array(2).fill(['start one', 'stop one', 'start two']));
  });

  test('report a script that fails, and one that takes too long', async () => {
    const failed = await release('failing', { start: 'echo going down >&2; exit 9' });
    expect(await ended({ clients }, failed)).toMatchObject({ status: 'Failed' });
    const { lifecycleEvents = [] } = await targetOf({ clients }, failed, 'web-1');
    expect(lifecycleEvents.at(-2)).toMatchObject({
      lifecycleEventName: 'ApplicationStart',
      status: 'Failed',
      diagnostics: {
        errorCode: 'ScriptFailed',
        scriptName: 'start.sh',
        message: 'Script at specified location: start.sh failed with exit code 9',
        logTail: 'LifecycleEvent - ApplicationStart\nScript - start.sh\n[stderr]going down\n',
      },
    });
    const late = await release('late', { start: 'sleep 300' }, 1);
    expect(await ended({ clients }, late)).toMatchObject({ status: 'Failed' });
    const { lifecycleEvents: lateEvents = [] } = await targetOf({ clients }, late, 'web-1');
    expect(lateEvents.at(-2)?.diagnostics).toMatchObject({ errorCode: 'ScriptTimedOut' });
  });

  test('lose the event an agent was killed in, and serve the next deployment after its restart', async () => {
    const id = await release('killed', { start: 'sleep 20' });
    const victim = await waitFor('the script', async () =>
      fleet.instances.find((instance) => told(instance).includes('start killed')),
    );
    await agents.get(victim)?.kill();
    await start(victim);
    await ended({ clients }, id);
    const target = await targetOf({ clients }, id, victim);
    expect(target.status).toBe('Failed');
    expect(target.lifecycleEvents?.at(-2)?.diagnostics).toMatchObject({
      errorCode: 'UnknownError',
      message: 'Failed: Failing in-progress lifecycle event after an agent restart.',
    });
    expect(await ended({ clients }, await release('healed'))).toMatchObject({ status: 'Succeeded' });
    expect(fleet.instances.map(page)).toEqual(['healed', 'healed']);
  });

  test('carry a deployment to its end though the server was killed in the middle, doing nothing twice', async () => {
    const id = await release('steady', { start: 'until [ -e go ]; do sleep 0.02; done' });
    const first = await waitFor('the script', async () =>
      fleet.instances.find((instance) => told(instance).includes('start steady')),
    );
    await server.kill();
    // The script ends while nobody can be told.
    for (const instance of fleet.instances) writeFileSync(join(hostOf(instance), 'go'), '');
    const log = agents.get(first);
    await waitFor('the end of the script', async () => log?.log().includes('PutHostCommandComplete failed'));
    await startServer(new URL(endpoint).port);
    expect(await ended({ clients }, id)).toMatchObject({ status: 'Succeeded' });
    for (const instance of fleet.instances) {
      expect(told(instance).filter((line) => line.endsWith(' steady'))).toEqual(['start steady']);
    }
  });
});
