import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Config, type Options, readConfig, sqliteFile } from '../config.ts';
import { type Probe, probeRunners } from '../runners/choose-runner.ts';
import { readRunnerOptions } from '../runners/runner-options.ts';
import { openPostgres } from '../store/postgres/postgres.ts';
import { openSqlite } from '../store/sqlite/sqlite.ts';
import { DatabaseInUse } from '../store/sqlite/sqlite-lock.ts';
import { explain } from './explain.ts';

/** What was looked at: fine, or why not and what to do. */
interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly note: string;
  readonly remedy?: string;
}

const OLDEST_NODE = 24;
const OLDEST_GIT = { major: 2, minor: 30 };

/** Looks at everything a delivery needs. Fails (exit code 1) when a server or a build could not run here. */
export async function doctor(options: Options): Promise<void> {
  const config = readConfig(options, process.env);
  const needed = [node(), await git(), await database(config)];
  const useful = [await port(config), secretKey(config)];
  const probes = await probe();
  const runs = runnable(config, probes);
  for (const finding of [...needed, ...useful]) report(finding);
  for (const { name, result } of probes) {
    report(
      result.ok
        ? { what: `runner ${name}`, ok: true, note: `${result.note}${name === runs ? ' (builds run here)' : ''}` }
        : { what: `runner ${name}`, ok: false, note: result.reason, remedy: result.remedy },
    );
  }
  if (runs === undefined) report(noRunner(config));
  process.exitCode = needed.every(({ ok }) => ok) && runs !== undefined ? 0 : 1;
}

function report({ what, ok, note, remedy }: Finding): void {
  process.stdout.write(`${ok ? 'ok  ' : 'no  '} ${what}: ${note}\n`);
  if (remedy !== undefined) process.stdout.write(`     ${remedy}\n`);
}

function node(): Finding {
  const { node: version } = process.versions;
  const ok = Number.parseInt(version, 10) >= OLDEST_NODE;
  return {
    what: 'node',
    ok,
    note: version,
    ...(ok ? {} : { remedy: 'Start it with npm, which takes the Node of the checkout.' }),
  };
}

async function git(): Promise<Finding> {
  const remedy = 'Install git, such as with: apt-get install git';
  try {
    const { stdout } = await promisify(execFile)('git', ['--version'], { timeout: 10_000 });
    const version = /\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? '0';
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const ok = major > OLDEST_GIT.major || (major === OLDEST_GIT.major && minor >= OLDEST_GIT.minor);
    return { what: 'git', ok, note: version, ...(ok ? {} : { remedy }) };
  } catch {
    return { what: 'git', ok: false, note: 'not found', remedy };
  }
}

async function database(config: Config): Promise<Finding> {
  try {
    return {
      what: 'database',
      ok: true,
      note: await (config.database === undefined ? sqlite(config) : postgres(config.database)),
    };
  } catch (error) {
    return { what: 'database', ok: false, note: explain(error).message };
  }
}

/** Nodes that share a database are to open what the others sealed. */
function secretKey(config: Config): Finding {
  const what = 'secret key';
  if (config.secretKey !== undefined) return { what, ok: true, note: 'VELOCIUS_SECRET_KEY' };
  if (config.database === undefined) return { what, ok: true, note: join(config.data, 'secret.key') };
  return {
    what,
    ok: false,
    note: 'each node makes one of its own, and cannot open what another one sealed',
    remedy: 'With several nodes set VELOCIUS_SECRET_KEY, the same on all of them: openssl rand -base64 32',
  };
}

async function postgres(url: string): Promise<string> {
  const opened = await openPostgres(url, { connections: 1 });
  try {
    const row = await opened.read((reader) => reader.get<{ version: string }>('SHOW server_version'));
    return `PostgreSQL ${Object.values(row ?? {}).join(' ')} answers`;
  } finally {
    await opened.close();
  }
}

async function sqlite(config: Config): Promise<string> {
  const file = sqliteFile(config);
  if (!existsSync(file)) {
    await access(existing(dirname(file)), constants.W_OK);
    return `SQLite, in ${file} (not made yet)`;
  }
  try {
    await openSqlite(file).close();
    return `SQLite, in ${file}`;
  } catch (error) {
    if (error instanceof DatabaseInUse) return `SQLite, in ${file} (a server has it open)`;
    throw error;
  }
}

/** The directory, or the nearest above it that is there. */
function existing(directory: string): string {
  return existsSync(directory) ? directory : existing(dirname(directory));
}

async function port({ host, port: wanted }: Config): Promise<Finding> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, host, resolve);
    });
    return { what: 'port', ok: true, note: `${host}:${wanted} is free` };
  } catch (error) {
    return { what: 'port', ok: false, note: explain(error).message };
  } finally {
    server.close();
  }
}

async function probe(): Promise<readonly Probe[]> {
  const directory = await mkdtemp(join(tmpdir(), 'velocius-doctor-'));
  try {
    return await probeRunners(directory, readRunnerOptions(process.env));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The runner a server with these settings would take. A plain process only when it was asked for. */
function runnable({ runner }: Config, probes: readonly Probe[]): string | undefined {
  return probes.find(({ name, result }) => result.ok && (runner === 'auto' ? name !== 'process' : name === runner))
    ?.name;
}

function noRunner({ runner }: Config): Finding {
  const note = runner === 'auto' ? 'no runner works, so builds would fail' : `--runner ${runner} does not work`;
  const remedy = 'Mend one of the runners above, or, where every build may be trusted: --runner process';
  return { what: 'builds', ok: false, note, remedy };
}
