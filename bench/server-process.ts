import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const VELOCIUS = fileURLToPath(new URL('../src/cli/velocius.ts', import.meta.url));

/** `velocius start` as a process of its own. */
export interface ServerProcess {
  readonly pid: number | undefined;
  readonly endpoint: string;
  kill(): void;
  /** In order. */
  stop(): Promise<void>;
}

export async function startServer(data: string, database?: string): Promise<ServerProcess> {
  const place = database === undefined ? [] : ['--database', database];
  const server = spawn(process.execPath, [VELOCIUS, 'start', '--port', '0', '--data', data, ...place], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, VELOCIUS_MAX_PIPELINES: '1000000' },
  });
  const endpoint = await readyLine(server);
  return {
    pid: server.pid,
    endpoint,
    kill: () => server.kill('SIGKILL'),
    stop: async () => {
      const closed = new Promise((resolve) => server.once('close', resolve));
      server.kill('SIGTERM');
      await closed;
    },
  };
}

function readyLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
    if (server.stdout === null) return;
    createInterface(server.stdout).on('line', (line) => {
      const [, endpoint] = /ready at (\S+)/.exec(line) ?? [];
      if (endpoint !== undefined) resolve(endpoint);
    });
  });
}
