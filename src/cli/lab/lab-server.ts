import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { endChild, spawnVelocius } from './child.ts';
import { LabError, type LabPlace } from './lab-place.ts';

export interface LabServer {
  readonly endpoint: string;
  /** Process id, for those who want to see what happens when it is killed. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

export interface LabServerOptions {
  readonly port: string;
  readonly database: string | undefined;
  /** Told when the server has died and is started again. */
  readonly onRestart: () => void;
}

/**
 * The lab's server is a process of its own, `velocius start`. When somebody kills it the lab starts it again on the same data,
 * and whatever was running carries on.
 */
export async function startLabServer(place: LabPlace, options: LabServerOptions): Promise<LabServer> {
  let stopping = false;
  let child: ChildProcess;
  const first = await launch(place, options.port, options.database);
  child = first.child;
  const { port } = new URL(first.endpoint);

  const supervise = (): void => {
    child.once('exit', () => {
      if (stopping) return;
      options.onRestart();
      launch(place, port, options.database).then(
        (again) => {
          child = again.child;
          supervise();
        },
        (error: unknown) => process.stderr.write(`velocius: the server cannot be started again: ${String(error)}\n`),
      );
    });
  };
  supervise();
  return {
    endpoint: first.endpoint,
    pid: () => child.pid,
    stop: async () => {
      stopping = true;
      await endChild(child);
    },
  };
}

async function launch(
  place: LabPlace,
  port: string,
  database: string | undefined,
): Promise<{ readonly child: ChildProcess; readonly endpoint: string }> {
  const parameters = ['start', '--port', port, '--data', place.data, '--runner', 'process'];
  const child = spawnVelocius(database === undefined ? parameters : [...parameters, '--database', database]);
  const complaints: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  const endpoint = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new LabError(`The server did not start: ${complaints.join('').trim()}`)));
    if (child.stdout === null) return;
    createInterface(child.stdout).on('line', (line) => {
      const [, url] = /ready at (\S+)/.exec(line) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
  return { child, endpoint };
}
