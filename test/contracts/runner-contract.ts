import { readFile, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '../harness/wait.ts';
import { type Bench, countProcesses, killServerDuring, type makeBench, ownSleep, runScript } from './runner-bench.ts';

/** What every runner does. `make` sets one up. */
export function runnerContract(make: () => ReturnType<typeof makeBench>): () => Bench {
  let bench: Bench;
  beforeAll(async () => {
    bench = await make();
  });
  afterAll(() => bench.remove());

  commands(() => bench);
  endings(() => bench);
  leftovers(() => bench);
  limits(() => bench);
  return () => bench;
}

function commands(bench: () => Bench): void {
  test('the self-test passes', async () => {
    expect(await bench().runner.selfTest()).toMatchObject({ ok: true });
  });

  test('output comes while the command runs', async () => {
    const { sandbox, sh } = await bench().open();
    const seen: string[] = [];
    const ended = sandbox.run({
      argv: ['sh', '-c', 'echo one; until [ -e go ]; do sleep 0.05; done; echo two'],
      environment: {},
      cwd: sandbox.directory,
      output: (chunk) => seen.push(chunk.toString()),
      signal: new AbortController().signal,
    });
    await waitFor('the first line', async () => seen.join('') === 'one\n');
    await sh('touch go');
    expect(await ended).toEqual({ exitCode: 0 });
    expect(seen.join('')).toBe('one\ntwo\n');
  });

  test('standard output and error come in the order they were written', async () => {
    const { sh } = await bench().open();
    const script = 'for i in 1 2 3 4 5 6 7 8 9; do echo out$i; echo err$i >&2; done';
    const { output } = await sh(script);
    expect(output).toBe([1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => `out${i}\nerr${i}\n`).join(''));
  });

  test('all of an output arrives that is taken slowly', async () => {
    const { sandbox } = await bench().open();
    let bytes = 0;
    const { exitCode } = await sandbox.run({
      argv: ['sh', '-c', 'head -c 1000000 /dev/zero'],
      environment: {},
      cwd: sandbox.directory,
      signal: new AbortController().signal,
      output: (chunk) => {
        bytes += chunk.length;
        return new Promise((resolve) => setTimeout(resolve, 5));
      },
    });
    expect({ exitCode, bytes }).toEqual({ exitCode: 0, bytes: 1_000_000 });
  });

  test('all of a large output arrives', async () => {
    const { sh } = await bench().open();
    expect((await sh('head -c 3000000 /dev/zero')).output).toHaveLength(3_000_000);
  });

  test('the environment is what the command was given, and nothing of the server', async () => {
    process.env.SERVER_SECRET = 'not-for-builds';
    const { sh } = await bench().open();
    const { output } = await sh('env; echo "[$ODD]"', { ODD: 'two words\nand a = line', PLAIN: 'x' });
    const names = output.split('\n').flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
    const known = [
      'PATH',
      'HOME',
      'TMPDIR',
      'LANG',
      'PWD',
      'OLDPWD',
      'SHLVL',
      '_',
      'HOSTNAME',
      'TERM',
      'VELOCIUS_BUILD_ID',
    ];
    expect(names.filter((name) => !known.includes(name)).sort()).toEqual(['ODD', 'PLAIN']);
    expect(output).toContain('[two words\nand a = line]');
    delete process.env.SERVER_SECRET;
  });

  test('arguments arrive as they are', async () => {
    const { sandbox } = await bench().open();
    const seen: string[] = [];
    const odd = ['a b', '', '$HOME', "it's", '--', '*', 'ü\n'];
    await sandbox.run({
      argv: ['sh', '-c', 'for i in "$@"; do echo "[$i]"; done', 'sh', ...odd],
      environment: {},
      cwd: sandbox.directory,
      output: (chunk) => seen.push(chunk.toString()),
      signal: new AbortController().signal,
    });
    expect(seen.join('')).toBe(odd.map((word) => `[${word}]\n`).join(''));
  });

  test('exit codes are passed on, a signal as 128 and its number', async () => {
    const { sandbox, sh } = await bench().open();
    expect((await sh('true')).exitCode).toBe(0);
    expect((await sh('exit 3')).exitCode).toBe(3);
    expect((await sh('kill -TERM $$')).exitCode).toBe(143);
    const missing = { argv: ['no-such-program'], environment: {}, cwd: sandbox.directory };
    const signal = new AbortController().signal;
    expect(await sandbox.run({ ...missing, output: () => undefined, signal })).toEqual({ exitCode: 127 });
  });

  test('a command starts where it is told, among the files of the request, and may write there', async () => {
    const { sandbox, sh } = await bench().open();
    await sh('mkdir -p deep/er && cp hello deep/er/copy');
    const seen: string[] = [];
    await sandbox.run({
      argv: ['sh', '-c', 'pwd; cat copy; echo "$HOME" >home; cd "$HOME" && touch mine && echo writable'],
      environment: {},
      cwd: `${sandbox.directory}/deep/er`,
      output: (chunk) => seen.push(chunk.toString()),
      signal: new AbortController().signal,
    });
    expect(seen.join('')).toBe(`${sandbox.directory}/deep/er\nhello\nwritable\n`);
  });

  test('a command told to start where there is no directory fails and says so', async () => {
    const { sandbox } = await bench().open();
    const seen: string[] = [];
    const { exitCode } = await sandbox.run({
      argv: ['sh', '-c', 'echo ran'],
      environment: {},
      cwd: `${sandbox.directory}/nowhere`,
      output: (chunk) => seen.push(chunk.toString()),
      signal: new AbortController().signal,
    });
    expect(exitCode).not.toBe(0);
    expect(seen.join('')).toContain('nowhere');
  });

  test('what a command left in the place for temporary files is there for the next one', async () => {
    const { sh } = await bench().open();
    await sh('echo kept >"$(dirname "$(mktemp)")/note"');
    expect((await sh('cat "$(dirname "$(mktemp)")/note"')).output).toBe('kept\n');
  });

  test('collected files are in the host directory, ours, with links and without what was removed', async () => {
    const { request, sandbox, sh } = await bench().open();
    await sh('mkdir out && echo made >out/file && chmod 755 out/file && ln -s file out/link && rm hello');
    await sandbox.collect();
    const file = join(request.directory, 'out/file');
    expect(await readFile(file, 'utf8')).toBe('made\n');
    expect((await stat(file)).mode & 0o777).toBe(0o755);
    expect(await readlink(join(request.directory, 'out/link'))).toBe('file');
    await expect(stat(join(request.directory, 'hello'))).rejects.toThrow('ENOENT');
    await sandbox.close();
    expect((await stat(file)).uid).toBe(process.getuid?.());
  });
}

function endings(bench: () => Bench): void {
  test('an abort kills the whole tree, also what left its process group and what an earlier command left', async () => {
    const { sandbox, sh } = await bench().open();
    const sleep = ownSleep();
    const abort = new AbortController();
    await sh(`sleep ${sleep} >/dev/null 2>&1 &`);
    const ended = sandbox.run({
      argv: [
        'sh',
        '-c',
        `setsid sh -c 'sleep ${sleep} & sleep ${sleep}' & setsid setsid sleep ${sleep} & sleep ${sleep}`,
      ],
      environment: {},
      cwd: sandbox.directory,
      output: () => undefined,
      signal: abort.signal,
    });
    await waitFor('all of them to run', async () => (await countProcesses(sleep)) >= 5);
    abort.abort();
    expect(await ended).toEqual({ exitCode: 137 });
    expect(await countProcesses(sleep)).toBe(0);
    await expect(sh('true')).rejects.toMatchObject({ code: 'SANDBOX_CLOSED' });
  });

  test('a command whose signal is aborted already is not run', async () => {
    const { sandbox, request } = await bench().open();
    const output: string[] = [];
    const ended = await sandbox.run({
      argv: ['sh', '-c', 'echo ran'],
      environment: {},
      cwd: sandbox.directory,
      output: (chunk) => output.push(chunk.toString()),
      signal: AbortSignal.abort(),
    });
    expect({ request: request.id, ended, output }).toEqual({
      request: request.id,
      ended: { exitCode: 137 },
      output: [],
    });
  });

  test('what a command leaves running does not hold it up, and dies when the build is closed', async () => {
    const { sandbox, sh } = await bench().open();
    const sleep = ownSleep();
    expect(await sh(`sleep ${sleep} & setsid sleep ${sleep} & echo started`)).toMatchObject({ output: 'started\n' });
    await waitFor('both to run', async () => (await countProcesses(sleep)) === 2);
    await sandbox.close();
    expect(await countProcesses(sleep)).toBe(0);
  });

  test('closing twice is no error', async () => {
    const { sandbox } = await bench().open();
    await sandbox.close();
    await sandbox.close();
    await expect(runScript(sandbox, 'true')).rejects.toMatchObject({ code: 'SANDBOX_CLOSED' });
  });
}

function leftovers(bench: () => Bench): void {
  test('opening again after the server was killed removes what it left', async () => {
    const request = await bench().request();
    const sleep = ownSleep();
    await killServerDuring({ ...bench(), request, script: `setsid sleep ${sleep} & echo ready; sleep ${sleep}` });
    const sandbox = await (await bench().again()).open(request);
    await waitFor('the old processes to be gone', async () => (await countProcesses(sleep)) === 0);
    expect(await runScript(sandbox, 'cat hello')).toEqual({ exitCode: 0, output: 'hello\n' });
    await sandbox.close();
  });

  test('a sweep removes what a killed server left, but not the builds to keep', async () => {
    const kept = await bench().open();
    const sleep = ownSleep();
    const keptSleep = ownSleep();
    await kept.sh(`sleep ${keptSleep} >/dev/null 2>&1 &`);
    await killServerDuring({
      ...bench(),
      request: await bench().request(),
      script: `setsid sleep ${sleep} & echo ready; sleep ${sleep}`,
    });
    await (await bench().again()).sweep(new Set([kept.request.id]));
    await waitFor('the old processes to be gone', async () => (await countProcesses(sleep)) === 0);
    expect(await countProcesses(keptSleep)).toBe(1);
    expect((await kept.sh('cat hello')).output).toBe('hello\n');
  });
}

/** Without root no control group can be made for sure: what then holds is tried in runner-without-root. */
function limits(bench: () => Bench): void {
  const isRoot = process.getuid?.() === 0;
  test.runIf(isRoot)('a command that takes more memory than the build has is killed', async () => {
    const { sandbox, sh } = await bench().open({ memoryMiB: 64 });
    expect(sandbox.notes.join('\n')).toContain('memory 64 MiB');
    expect((await sh('dd if=/dev/zero of=/dev/null bs=16M count=1 2>/dev/null')).exitCode).toBe(0);
    expect((await sh('dd if=/dev/zero of=/dev/null bs=200M count=1 2>/dev/null')).exitCode).toBe(137);
  });

  test.runIf(isRoot)('a build cannot have more processes than its limit', async () => {
    const { sandbox, sh } = await bench().open({ pids: 24 });
    expect(sandbox.notes.join('\n')).toContain('processes 24');
    const { exitCode } = await sh('i=0; while [ $i -lt 60 ]; do sleep 60 >/dev/null 2>&1 & i=$((i+1)); done');
    expect(exitCode).not.toBe(0);
  });
}
