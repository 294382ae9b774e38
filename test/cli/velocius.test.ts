import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Child, firstLine, runScript } from '../harness/child.ts';
import { jsonRequest, sendRaw, sign } from '../harness/raw-http.ts';

const velocius = (args: readonly string[], environment: NodeJS.ProcessEnv = {}): Child =>
  runScript('src/cli/velocius.ts', args, environment);

async function outcome(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const child = velocius(args, environment);
  const exit = await child.exit;
  return { exit, output: child.lines.join('\n'), errors: child.errors.join('\n') };
}

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'velocius-cli-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('velocius', () => {
  it('helps, with every command it has', async () => {
    const { exit, output } = await outcome(['--help']);
    expect(exit).toBe(0);
    for (const command of ['start', 'lab', 'agent', 'connection', 'git-credential', 'env', 'doctor'])
      expect(output).toContain(`  ${command} `);
  });

  it.each(['start', 'lab', 'agent', 'connection', 'git-credential', 'env', 'doctor'])(
    'helps with %s',
    async (command) => {
      const { exit, output } = await outcome([command, '--help']);
      expect(exit).toBe(0);
      expect(output).toContain(`Usage: velocius ${command} [options]`);
    },
  );

  it('says its version', async () => {
    expect(await outcome(['--version'])).toMatchObject({ exit: 0, output: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  });

  it.each<[readonly string[], string]>([
    [[], 'Usage: velocius'],
    [['frobnicate'], "unknown command 'frobnicate'"],
    [['start', '--prt', '1'], "unknown option '--prt'"],
    [['start', '--port', 'many'], '--port many is not a port: give a number from 0'],
    [['start', '--port', '65536'], '--port 65536 is not a port'],
    [['start', '--port', '1e3'], '--port 1e3 is not a port'],
    [['start', '--account', '12'], '--account 12 is not an account: give 12 digits'],
    [['start', '--runner', 'magic'], '--runner magic is not known: give one of auto, docker, bubblewrap, process'],
    [['start', '--database', 'mysql://x'], '--database mysql://x is not a PostgreSQL URL'],
    [['start', '--database', 'postgres://:::'], '--database postgres://::: is not a PostgreSQL URL'],
    [['connection', 'arn:aws:x:y:123456789012:z', '--endpoint', 'nowhere'], '--endpoint nowhere is not a URL'],
    [['start', '--host', '0.0.0.0'], 'Set VELOCIUS_ACCESS_KEY_ID and VELOCIUS_SECRET_ACCESS_KEY to keys of your own'],
    [['agent', '--endpoint', 'nowhere'], 'nowhere is no http or https URL'],
    [['env', '--shell', 'tcsh'], '--shell tcsh is not known: give one of bash, fish, powershell'],
  ])('called as %j is called wrongly, and says how', async (args, words) => {
    const { exit, output, errors } = await outcome(args);
    expect(exit).toBe(2);
    expect(errors).toContain(words);
    expect(output).toBe('');
  });
});

describe('velocius start', () => {
  it('says once that it is ready, and where, serves there, and stops when told', async () => {
    const child = velocius(['start', '--port', '0', '--data', join(directory, 'serves')]);
    await firstLine(child);
    const [, endpoint = ''] = /^velocius is ready at (http:\/\/127\.0\.0\.1:\d+)$/.exec(child.lines[0] ?? '') ?? [];
    expect(new URL(endpoint).port).not.toBe('0');
    const request = await sign(endpoint, jsonRequest('CodePipeline_20150709.ListPipelines', {}));
    expect((await sendRaw(endpoint, request)).status).toBe(200);
    expect(await child.kill('SIGTERM')).toBe(0);
    expect(child.lines).toHaveLength(1);
  });

  it('is ready again on the same data after a kill -9', async () => {
    const args = ['start', '--port', '0', '--data', join(directory, 'killed')];
    for (const signal of ['SIGKILL', 'SIGINT'] as const) {
      const child = velocius(args);
      await firstLine(child);
      await child.kill(signal);
      if (signal === 'SIGINT') expect(await child.exit).toBe(0);
    }
  });

  it('refuses a port that is in use, and says what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { exit, errors } = await outcome(['start', '--port', String(port), '--data', join(directory, 'port')]);
    other.close();
    expect(exit).toBe(1);
    expect(errors).toBe(
      `velocius: 127.0.0.1:${port} is in use. Stop what uses it, choose another port with --port, or any free one with --port 0.`,
    );
  });

  it('refuses data that another server has, and says what to do', async () => {
    const data = join(directory, 'taken');
    const first = velocius(['start', '--port', '0', '--data', data]);
    await firstLine(first);
    const { exit, errors } = await outcome(['start', '--port', '0', '--data', data]);
    await first.kill();
    expect(exit).toBe(1);
    expect(errors).toContain('is in use by another velocius server. Stop it, or choose another directory with --data.');
  });

  it('refuses data that is no directory, or a database that does not answer', async () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    expect(await outcome(['start', '--port', '0', '--data', file])).toMatchObject({
      exit: 1,
      errors: `velocius: ${file} is not a directory. Choose another one with --data.`,
    });
    const database = 'postgres://nobody@127.0.0.1:1/none';
    expect(await outcome(['start', '--port', '0', '--data', directory, '--database', database])).toMatchObject({
      exit: 1,
      errors: expect.stringContaining('There is no answer from 127.0.0.1:1'),
    });
  });
});

describe('velocius connection', () => {
  it('says where it looked for a server in vain', async () => {
    const arn = 'arn:aws:codeconnections:eu-west-1:000000000000:connection/none';
    expect(await outcome(['connection', arn, '--endpoint', 'http://127.0.0.1:1'])).toMatchObject({
      exit: 1,
      errors:
        'velocius: No server answers at http://127.0.0.1:1 (ECONNREFUSED): start it, or say where it is with --endpoint.',
    });
  });
});

describe('velocius env', () => {
  const clean = { SHELL: '/bin/bash', AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined };

  it('prints what a shell evaluates', async () => {
    const { exit, output } = await outcome(['env'], clean);
    expect(exit).toBe(0);
    expect(output.split('\n')).toEqual([
      'export AWS_ENDPOINT_URL=http://127.0.0.1:4566',
      'export AWS_ACCESS_KEY_ID=test',
      'export AWS_SECRET_ACCESS_KEY=test',
      'export AWS_DEFAULT_REGION=us-east-1',
    ]);
  });

  it('takes away what would spoil the keys: a token of others, and a profile', async () => {
    const others = { ...clean, AWS_SESSION_TOKEN: 'of another', AWS_PROFILE: 'work' };
    const lines = async (shell: string) => (await outcome(['env', '--shell', shell], others)).output.split('\n');
    expect((await lines('bash')).slice(0, 2)).toEqual(['unset AWS_SESSION_TOKEN', 'unset AWS_PROFILE']);
    expect((await lines('fish')).slice(0, 2)).toEqual(['set -e AWS_SESSION_TOKEN', 'set -e AWS_PROFILE']);
    expect((await lines('powershell'))[0]).toBe('Remove-Item Env:AWS_SESSION_TOKEN');
  });

  it('speaks fish and PowerShell, and quotes what needs it', async () => {
    const keys = { VELOCIUS_ACCESS_KEY_ID: 'own', VELOCIUS_SECRET_ACCESS_KEY: "it's $secret" };
    const lines = async (shell: string) => (await outcome(['env', '--shell', shell], { ...clean, ...keys })).output;
    expect(await lines('bash')).toContain("export AWS_SECRET_ACCESS_KEY='it'\\''s $secret'");
    expect(await lines('fish')).toContain("set -gx AWS_SECRET_ACCESS_KEY 'it\\'s $secret'");
    expect(await lines('powershell')).toContain("$Env:AWS_SECRET_ACCESS_KEY = 'it''s $secret'");
  });

  it('knows the shell by $SHELL and the server by its settings', async () => {
    const fish = { ...clean, SHELL: '/usr/bin/fish', VELOCIUS_PORT: '4600', AWS_REGION: 'eu-west-1' };
    expect((await outcome(['env'], fish)).output).toContain("set -gx AWS_ENDPOINT_URL 'http://127.0.0.1:4600'");
    expect((await outcome(['env'], { ...clean, AWS_REGION: 'eu-west-1' })).output).toContain('eu-west-1');
    expect((await outcome(['env', '--endpoint', 'http://cd.local', '--region', 'x'], clean)).output).toContain(
      'export AWS_ENDPOINT_URL=http://cd.local\n',
    );
  });
});

describe('velocius doctor', () => {
  it('says what is there and what is missing, and ends well when builds can run', async () => {
    const { exit, output } = await outcome(['doctor', '--runner', 'process', '--data', join(directory, 'doctor')]);
    expect(output).toMatch(/^ok {3}node: 24\./m);
    expect(output).toMatch(/^ok {3}git: 2\./m);
    expect(output).toMatch(/^ok {3}database: SQLite, in .*velocius\.db \(not made yet\)$/m);
    expect(output).toMatch(/^ok {3}secret key: .*secret\.key$/m);
    expect(output).toMatch(/^(ok|no) {3}runner docker: /m);
    expect(output).toMatch(/^(ok|no) {3}runner bubblewrap: /m);
    expect(output).toMatch(/^ok {3}runner process: .*\(builds run here\)$/m);
    expect(exit).toBe(0);
  });

  it('ends badly when a build could not run, or there is no git or no database', async () => {
    const withoutDocker = { DOCKER_HOST: 'unix:///nowhere.sock' };
    const docker = await outcome(['doctor', '--runner', 'docker', '--data', directory], withoutDocker);
    expect(docker.exit).toBe(1);
    expect(docker.output).toContain('no   builds: --runner docker does not work');
    const git = await outcome(['doctor', '--runner', 'process', '--data', directory], { PATH: directory });
    expect(git.output).toContain('no   git: not found\n     Install git');
    expect(git.exit).toBe(1);
    const database = await outcome(['doctor', '--runner', 'process', '--database', 'postgres://u@127.0.0.1:1/n']);
    expect(database.output).toContain('no   database: There is no answer from 127.0.0.1:1');
    expect(database.output).toContain('set VELOCIUS_SECRET_KEY, the same on all of them');
    expect(database.exit).toBe(1);
  });
});
