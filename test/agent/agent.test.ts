import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { expectedSignature, readClaim } from '../../src/gateway/signature/sigv4.ts';
import { waitFor } from '../harness/wait.ts';
import { type AgentProcess, startAgent } from './agent-process.ts';
import { type End, type StandIn, startStandIn } from './command-service-stand-in.ts';

const HOST = 'arn:aws:iam::123456789012:user/AWS/CodeDeploy/one';
const KEYS = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'hidden', AWS_SESSION_TOKEN: 'token' };

const base = realpathSync(mkdtempSync(join(tmpdir(), 'velocius-agent-')));
const root = join(base, 'agent');
const host = join(base, 'host');
let world: StandIn;
let agent: AgentProcess;
let deployments = 0;

const launch = (): Promise<AgentProcess> =>
  startAgent({
    endpoint: world.endpoint,
    host: HOST,
    root,
    destinationRoot: host,
    more: ['--max-revisions', '3'],
    environment: KEYS,
  });

beforeAll(async () => {
  world = await startStandIn(HOST);
  agent = await launch();
});

afterEach(() => {
  world.acknowledge = 'InProgress';
});

afterAll(async () => {
  await agent.kill();
  await world.stop();
  rmSync(base, { recursive: true, force: true });
});

type Files = Readonly<Record<string, string>>;
type Revision = Readonly<Record<string, unknown>>;

/** A deployment to a group, its revision in S3 unless told otherwise. */
class Deployment {
  readonly id: string;
  readonly group: string;
  readonly specification: object;

  constructor(group: string, revision: Revision, more: object = {}) {
    deployments += 1;
    this.id = `d-${deployments}`;
    this.group = group;
    this.specification = {
      DeploymentId: this.id,
      DeploymentGroupId: group,
      DeploymentGroupName: `name-of-${group}`,
      ApplicationName: 'app',
      Revision: revision,
      ...more,
    };
  }

  get directory(): string {
    return join(root, this.group, this.id);
  }

  async run(...events: string[]): Promise<End> {
    let end: End | undefined;
    for (const name of events) {
      const id = world.offer({ name, specification: this.specification });
      end = await world.ended(id);
      if (end.status === 'Failed') return end;
    }
    if (end === undefined) throw new Error('no events');
    return end;
  }
}

async function zipped(files: Files): Promise<Revision> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) {
    const link = text.startsWith('->');
    const mode = link ? 0o120777 : name.endsWith('.sh') ? 0o100755 : 0o100644;
    zip.addBuffer(Buffer.from(link ? text.slice(2) : text), name, { mode });
  }
  zip.end();
  return inS3(await buffer(Readable.from(zip.outputStream)), 'zip');
}

function inS3(content: Buffer, BundleType: string, more: object = {}): Revision {
  const Key = `bundles/a b+${world.objects.size}.${BundleType}`;
  world.objects.set(`artifacts/${Key}`, content);
  return { RevisionType: 'S3', S3Revision: { Bucket: 'artifacts', Key, BundleType, ...more } };
}

function appspec(hooks: Readonly<Record<string, string>>, destination = '/srv/app'): string {
  const lines = Object.entries(hooks).map(([event, script]) => `  ${event}:\n    - ${script}\n`);
  return `version: 0.0\nos: linux\nfiles:\n  - source: /web\n    destination: ${destination}\nhooks:\n${lines.join('')}`;
}

/** A revision with one script, for the event BeforeInstall. */
async function withScript(script: string, settings = ''): Promise<Revision> {
  return zipped({
    'appspec.yml': appspec({ BeforeInstall: `{location: run.sh${settings}}` }),
    'run.sh': `#!/bin/bash\n${script}\n`,
    'web/index.html': 'x',
  });
}

/** Until then a command that is handed out again is left alone, as it is in hand. */
async function booked(id: string): Promise<void> {
  const file = join(root, 'command-results', `${createHash('sha256').update(id).digest('hex')}.json`);
  await waitFor('the result in the books', async () => readFileSync(file, 'utf8').includes('"reported":true'));
}

const ALL = [
  'ApplicationStop',
  'DownloadBundle',
  'BeforeInstall',
  'Install',
  'AfterInstall',
  'ApplicationStart',
  'ValidateService',
];

const SUCCESS = { error_code: 0, script_name: '', message: 'Succeeded: ', log: '' };

describe('a deployment', () => {
  const tell = `#!/bin/bash
echo "$LIFECYCLE_EVENT $DEPLOYMENT_ID $APPLICATION_NAME $DEPLOYMENT_GROUP_NAME $DEPLOYMENT_GROUP_ID $BUNDLE_BUCKET $BUNDLE_VERSION" >> told
`;

  test('goes through all its events, then a second one stops the first by its own script', async () => {
    const files = (version: string): Files => ({
      'appspec.yml': appspec({
        ApplicationStop: '{location: stop.sh}',
        ApplicationStart: '{location: tell.sh}',
        ValidateService: '{location: tell.sh}',
      }),
      'stop.sh': `#!/bin/bash\necho stopped ${version} for $DEPLOYMENT_ID >> told\n`,
      'tell.sh': tell,
      'web/index.html': version,
    });
    const first = new Deployment('whole', await zipped(files('one')));
    const asked = world.asked.length;
    expect(await first.run(...ALL)).toMatchObject({ status: 'Succeeded', diagnostics: SUCCESS });
    expect(
      world.asked
        .slice(asked)
        .filter((name) => name !== 'PollHostCommand')
        .slice(0, 6),
    ).toEqual([
      'GetDeploymentSpecification',
      'PutHostCommandAcknowledgement',
      'PutHostCommandComplete',
      'GetDeploymentSpecification',
      'PutHostCommandAcknowledgement',
      expect.stringMatching(/^artifacts\/bundles/),
    ]);
    expect(readFileSync(join(host, 'srv/app/index.html'), 'utf8')).toBe('one');
    expect(readFileSync(join(first.directory, 'logs/scripts.log'), 'utf8')).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d LifecycleEvent - ApplicationStart\n.* Script - tell.sh\n/,
    );
    expect(readdirSync(first.directory).sort()).toEqual(['bundle.tar', 'deployment-archive', 'logs']);

    const second = new Deployment('whole', await zipped(files('two')));
    expect(await second.run(...ALL)).toMatchObject({ status: 'Succeeded' });
    expect(readFileSync(join(host, 'srv/app/index.html'), 'utf8')).toBe('two');
    expect(readFileSync(join(host, 'told'), 'utf8').split('\n')).toEqual([
      `ApplicationStart ${first.id} app name-of-whole whole artifacts `,
      `ValidateService ${first.id} app name-of-whole whole artifacts `,
      `stopped one for ${second.id}`,
      `ApplicationStart ${second.id} app name-of-whole whole artifacts `,
      `ValidateService ${second.id} app name-of-whole whole artifacts `,
      '',
    ]);
    const instructions = join(root, 'deployment-instructions');
    expect(
      readdirSync(instructions)
        .filter((name) => name.startsWith('whole'))
        .sort(),
    ).toEqual(['whole-cleanup', 'whole-install.json', 'whole_last_successful_install', 'whole_most_recent_install']);
    expect(readFileSync(join(instructions, 'whole_last_successful_install'), 'utf8')).toBe(second.directory);
    expect(agent.log()).not.toContain('"level":"error"');
  });

  test('is asked for with signatures that AWS would accept', () => {
    for (const request of world.requests) {
      const [path = '', query = ''] = (request.url ?? '').split('?');
      const { method = '', headers } = request;
      const read = { id: '', method, path, query, headers, body: Readable.from([]), remoteAddress: '', endpoint: '' };
      const http = { ...read, signal: new AbortController().signal };
      const claim = readClaim(http);
      if (claim === undefined || claim === null) throw new Error('a request without signature');
      expect(claim.service).toBe(headers['x-amz-target'] === undefined ? 's3' : 'codedeploy-commands');
      expect(claim.sessionToken).toBe('token');
      expect(claim.signature).toBe(
        expectedSignature(http, claim, KEYS.AWS_SECRET_ACCESS_KEY, String(headers['x-amz-content-sha256'])),
      );
    }
    expect(world.requests.length).toBeGreaterThan(20);
  });

  test.each(['tar', 'tgz'])('takes a %s with one directory in it', async (type) => {
    const source = join(base, `source-${type}`, 'my-app-1.0');
    mkdirSync(join(source, 'web'), { recursive: true });
    writeFileSync(join(source, 'appspec.yml'), appspec({}, `/srv/${type}`));
    writeFileSync(join(source, 'web/page'), 'x');
    const tar = execFileSync('tar', [type === 'tar' ? '-cf' : '-czf', '-', '-C', dirname(source), 'my-app-1.0']);
    await new Deployment(type, inS3(tar, type)).run('DownloadBundle', 'Install');
    expect(existsSync(join(host, 'srv', type, 'page'))).toBe(true);
  });

  test('takes a directory of the host as it is', async () => {
    const Location = join(base, 'local');
    mkdirSync(join(Location, 'web'), { recursive: true });
    writeFileSync(join(Location, 'appspec.yml'), appspec({}, '/srv/local'));
    symlinkSync('../appspec.yml', join(Location, 'web/link'));
    const revision = { RevisionType: 'Local Directory', LocalRevision: { Location, BundleType: 'directory' } };
    expect(await new Deployment('local', revision).run('DownloadBundle', 'Install')).toMatchObject({
      status: 'Succeeded',
    });
    expect(readdirSync(join(host, 'srv/local'))).toEqual(['link']);
  });

  test('keeps no more revisions than told, but always the one installed last', async () => {
    const good = await zipped({ 'appspec.yml': appspec({}, '/srv/kept'), 'web/a': '' });
    const installed = new Deployment('kept', good);
    await installed.run('DownloadBundle', 'Install');
    const others = Array.from({ length: 4 }, () => new Deployment('kept', good));
    for (const other of others) await other.run('DownloadBundle');
    expect(readdirSync(join(root, 'kept')).sort()).toEqual(
      [installed.id, ...others.slice(-2).map(({ id }) => id)].sort(),
    );
  });
});

describe('the bundle', () => {
  test.each([
    [
      'is not there',
      async () => ({ RevisionType: 'S3', S3Revision: { Bucket: 'b', Key: 'none', BundleType: 'zip' } }),
      /NoSuchKey: The key is not there/,
    ],
    [
      'has another ETag',
      async () => inS3(Buffer.from('x'), 'zip', { ETag: '"other"' }),
      /Expected deployment artifact bundle etag "other" but was actually "abc"/,
    ],
    ['is no archive', async () => inS3(Buffer.from('no archive'), 'tar'), /archive/],
    ['has no appspec', async () => zipped({ 'a.txt': '' }), /appspec file is not found/],
    [
      'has a link that leads out',
      async () => zipped({ 'appspec.yml': '', l: '->../../x' }),
      /points out of the directory/,
    ],
  ])('that %s fails the event and leaves nothing unpacked', async (_name, revision, message) => {
    const deployment = new Deployment('broken', await revision());
    const end = await deployment.run('DownloadBundle');
    expect(end).toMatchObject({ status: 'Failed', diagnostics: { error_code: 5, script_name: '', log: '' } });
    expect(end.diagnostics.message).toMatch(message);
    expect(existsSync(join(deployment.directory, 'deployment-archive'))).toBe(false);
  });
});

describe('a script', () => {
  const run = async (revision: Revision): Promise<End> =>
    new Deployment('scripts', revision).run('DownloadBundle', 'BeforeInstall');

  test('that fails is reported with its exit code and the end of what it wrote', async () => {
    const end = await run(await withScript('echo begin; seq 1 1000; printf "last line" >&2; exit 3'));
    expect(end).toMatchObject({
      status: 'Failed',
      diagnostics: {
        error_code: 4,
        script_name: 'run.sh',
        message: 'Script at specified location: run.sh failed with exit code 3',
      },
    });
    const { log } = end.diagnostics;
    expect(log.length).toBeLessThanOrEqual(2048);
    expect(log).toMatch(/^\[stdout\]\d+\n/);
    expect(log).toContain('[stdout]1000\n');
    expect(log).toContain('[stderr]last line\n');
  });

  test('writes a log that names the event and the script', async () => {
    const { diagnostics } = await run(await withScript('echo hello; exit 1'));
    expect(diagnostics.log).toBe('LifecycleEvent - BeforeInstall\nScript - run.sh\n[stdout]hello\n');
  });

  test('that is ended by a signal counts as failed', async () => {
    expect((await run(await withScript('kill -9 $$'))).diagnostics).toMatchObject({
      error_code: 4,
      message: 'Script at specified location: run.sh failed with exit code 137',
    });
  });

  test('that takes too long is ended with all it started', async () => {
    const { diagnostics } = await run(
      await withScript('trap "" TERM; sleep 300 & echo $! > pid; sleep 301', ', timeout: 1'),
    );
    expect(diagnostics).toMatchObject({
      error_code: 3,
      script_name: 'run.sh',
      message: 'Script at specified location: run.sh failed to complete in 1 seconds',
    });
    const pid = readFileSync(join(host, 'pid'), 'utf8').trim();
    await waitFor('the end of the background process', async () => !existsSync(`/proc/${pid}/cwd`) || isZombie(pid));
  });

  test('that leaves its output open to a background process fails when its time is over', async () => {
    const { diagnostics } = await run(await withScript('sleep 4 & exit 0', ', timeout: 1'));
    expect(diagnostics).toMatchObject({
      error_code: 6,
      message: 'Script at specified location: run.sh failed to close STDOUT',
    });
  });

  test('may leave a process behind that has closed its outputs', async () => {
    const end = await run(await withScript('sleep 2 >/dev/null 2>&1 </dev/null & exit 0'));
    expect(end.status).toBe('Succeeded');
  });

  test('sees nothing of the keys of the agent', async () => {
    const { diagnostics } = await run(await withScript('env; exit 1'));
    expect(diagnostics.log).toContain('[stdout]PATH=');
    expect(diagnostics.log).toContain(`[stdout]VELOCIUS_DESTINATION_ROOT=${host}\n`);
    expect(diagnostics.log).not.toMatch(/hidden|AKIDEXAMPLE|AWS_(ACCESS|SECRET|SESSION)/);
  });

  test('that is not executable is made so; without a first line it is run by sh', async () => {
    const end = await run(
      await zipped({ 'appspec.yml': appspec({ BeforeInstall: '{location: plain}' }), plain: 'echo plain; exit 7' }),
    );
    expect(end.diagnostics).toMatchObject({ error_code: 4, message: expect.stringMatching(/exit code 7$/) });
  });

  test.each([
    ['is missing', 'location: scripts/none.sh'],
    ['is a path of the host', 'location: /bin/sh'],
    ['is a directory', 'location: web'],
  ])('that %s is reported as missing', async (_name, script) => {
    const end = await run(await zipped({ 'appspec.yml': appspec({ BeforeInstall: `{${script}}` }), 'web/a': '' }));
    expect(end.diagnostics).toMatchObject({ error_code: 1, script_name: script.replace(/location: \/?/, '') });
  });

  test('outside the revision is refused', async () => {
    const end = await run(await zipped({ 'appspec.yml': appspec({ BeforeInstall: '{location: ../../x.sh}' }) }));
    expect(end.diagnostics).toMatchObject({ error_code: 5, message: expect.stringMatching(/outside the revision/) });
  });

  test.skipIf(process.getuid?.() !== 0)(
    'runs as another user when the agent is root, and is ended as such',
    async () => {
      chmodSync(base, 0o755);
      const end = await run(await withScript('id -un; exit 5', ', runas: nobody'));
      expect(end.diagnostics).toMatchObject({
        error_code: 4,
        message: 'Script at specified location: run.sh run as user nobody failed with exit code 5',
        log: expect.stringContaining('[stdout]nobody\n'),
      });
      const late = await run(await withScript('echo $$; sleep 300', ', runas: nobody, timeout: 1'));
      expect(late.diagnostics.error_code).toBe(3);
      const pid = /\[stdout\](\d+)/.exec(late.diagnostics.log)?.[1] ?? '';
      await waitFor('the end of the script', async () => !existsSync(`/proc/${pid}`) || isZombie(pid));
    },
  );
});

function isZombie(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return true;
  }
}

describe('a command', () => {
  test('of an unknown name fails without being acknowledged', async () => {
    const asked = world.asked.length;
    const end = await new Deployment('odd', await withScript('')).run('BlockTraffic');
    expect(end.diagnostics).toMatchObject({ error_code: 5, message: 'Unsupported command type: BlockTraffic.' });
    expect(world.asked.slice(asked)).not.toContain('PutHostCommandAcknowledgement');
  });

  test('for a revision that was not downloaded fails without being acknowledged', async () => {
    const end = await new Deployment('odd', await withScript('')).run('BeforeInstall');
    expect(end.diagnostics.message).toMatch(/did not find an AppSpec file/);
  });

  test('that the service holds for succeeded is dropped', async () => {
    const deployment = new Deployment('dropped', await withScript('touch dropped-ran'));
    await deployment.run('DownloadBundle');
    world.acknowledge = 'Succeeded';
    const id = world.offer({ name: 'BeforeInstall', specification: deployment.specification });
    await waitFor(
      'the next poll',
      async () =>
        readdirSync(join(root, 'ongoing-deployment')).length === 0 && world.asked.at(-1) === 'PollHostCommand',
    );
    world.acknowledge = 'InProgress';
    await deployment.run('DownloadBundle');
    expect(existsSync(join(host, 'dropped-ran'))).toBe(false);
    expect(world.ends.some((end) => end.id === id)).toBe(false);
  });

  test('that the service holds for failed is not run, yet reported when there was nothing to do', async () => {
    const deployment = new Deployment('failed', await withScript(''));
    world.acknowledge = 'Failed';
    const end = await deployment.run('ApplicationStop');
    expect(end.diagnostics.message).toBe('Succeeded: CompletedNoopCommand');
  });

  test('that is handed out again is answered with its result and not run again', async () => {
    const deployment = new Deployment('twice', await withScript('echo ran >> twice; exit 1'));
    await deployment.run('DownloadBundle');
    const command = { name: 'BeforeInstall', specification: deployment.specification };
    const id = world.offer(command);
    const first = await world.ended(id);
    await booked(id);
    world.offer({ ...command, id });
    expect(await world.ended(id)).toEqual(first);
    expect(readFileSync(join(host, 'twice'), 'utf8')).toBe('ran\n');
  });

  test('of one deployment does not wait for that of another', async () => {
    const slow = new Deployment('slow', await withScript('until [ -e go ]; do sleep 0.05; done'));
    await slow.run('DownloadBundle');
    const end = slow.run('BeforeInstall');
    await new Deployment('fast', await withScript('touch go')).run('DownloadBundle', 'BeforeInstall');
    expect((await end).status).toBe('Succeeded');
  });
});

describe('when the service is away', () => {
  test('the result is kept until it is back, and the agent finds back within a second or two', async () => {
    const deployment = new Deployment(
      'away',
      await withScript('touch away-runs; until [ -e go-on ]; do sleep 0.05; done'),
    );
    await deployment.run('DownloadBundle');
    const id = world.offer({ name: 'BeforeInstall', specification: deployment.specification });
    await waitFor('the script', async () => existsSync(join(host, 'away-runs')));
    await world.stop();
    writeFileSync(join(host, 'go-on'), '');
    await waitFor('the result', async () => readdirSync(join(root, 'ongoing-deployment')).length === 0);
    await agent.kill();
    agent = await launch();
    const begun = Date.now();
    const ended = world.ended(id);
    await world.start();
    expect((await ended).status).toBe('Succeeded');
    expect((await deployment.run('DownloadBundle')).status).toBe('Succeeded');
    expect(Date.now() - begun).toBeLessThan(5_000);
  });
});

/** What a script waits for that must not end before its agent is gone; a minute at most, as it outlives the agent. */
const UNTIL_KILLED = 'for i in {1..1200}; do [ -e killed-over ] && exit; sleep 0.05; done';

describe('when the agent is killed', () => {
  test('in the middle of a script, the event is reported as failed after its restart', async () => {
    const deployment = new Deployment('killed', await withScript(`echo ran >> killed; ${UNTIL_KILLED}`));
    await deployment.run('DownloadBundle');
    const command = { name: 'BeforeInstall', specification: deployment.specification };
    const id = world.offer(command);
    await waitFor('the script', async () => existsSync(join(host, 'killed')));
    const ended = world.ended(id);
    await agent.kill();
    agent = await launch();
    const end = await ended;
    writeFileSync(join(host, 'killed-over'), '');
    expect(end).toMatchObject({
      status: 'Failed',
      diagnostics: {
        error_code: 7,
        message: 'Failed: Failing in-progress lifecycle event after an agent restart.',
      },
    });
    await booked(id);
    world.offer({ ...command, id });
    expect(await world.ended(id)).toEqual(end);
    expect(readFileSync(join(host, 'killed'), 'utf8')).toBe('ran\n');
  });

  test('a second one in the same directory is refused', async () => {
    await expect(launch()).rejects.toThrow(/Another agent works in/);
  });

  test('politely, it ends what it has in hand first', async () => {
    const deployment = new Deployment('polite', await withScript('touch polite-runs; sleep 0.5; touch polite-done'));
    await deployment.run('DownloadBundle');
    const ended = world.ended(world.offer({ name: 'BeforeInstall', specification: deployment.specification }));
    await waitFor('the script', async () => existsSync(join(host, 'polite-runs')));
    const code = await agent.stop();
    expect([code, existsSync(join(host, 'polite-done')), (await ended).status]).toEqual([0, true, 'Succeeded']);
    agent = await launch();
  });
});
