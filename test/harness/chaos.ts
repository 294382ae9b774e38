import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { CodePipelineClient } from '@aws-sdk/client-codepipeline';
import { makeArtifactBucket } from './artifact-bucket.ts';
import type { Place } from './databases.ts';
import { clientsOf } from './server.ts';

const SERVER = fileURLToPath(new URL('./chaos-server.ts', import.meta.url));

/** A server as a process of its own. */
export interface Running {
  readonly child: ChildProcess;
  readonly client: CodePipelineClient;
  readonly endpoint: string;
}

/** Servers on one place, to be killed; those that are left are killed in `afterAll`. */
export class ChaosServers {
  readonly #place: Place;
  readonly #lease: readonly string[];
  readonly #children = new Set<ChildProcess>();

  constructor(place: Place, leaseMs?: number) {
    this.#place = place;
    this.#lease = leaseMs === undefined ? [] : [String(leaseMs)];
  }

  /** The file that has a line for each effect of an action. */
  get effects(): string {
    return join(this.#place.directory, 'effects.txt');
  }

  async launch(): Promise<Running> {
    const { directory, url } = this.#place;
    const child = spawn(process.execPath, [SERVER, directory, url ?? '-', this.effects, '0', ...this.#lease], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(directory, 'compiled') },
    });
    this.#children.add(child);
    const endpoint = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready`)));
      createInterface(child.stdout).on('line', (line) => resolve(line.replace('ready at ', '')));
    });
    const { codepipeline, s3 } = clientsOf(endpoint);
    await makeArtifactBucket(s3);
    s3.destroy();
    return { child, client: codepipeline, endpoint };
  }

  /** With SIGKILL at once, with SIGTERM in order. */
  async end({ child, client }: Running, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
    this.#children.delete(child);
    client.destroy();
  }

  killAll(): void {
    for (const child of this.#children) child.kill('SIGKILL');
  }
}
