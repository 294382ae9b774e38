import type { ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { endChild, spawnVelocius } from './child.ts';
import { INSTANCES, instanceArn, KEY, LabError, type LabPlace, REGION } from './lab-place.ts';

/** A "server" of the lab: an agent with a root directory of its own, and the page it will serve. */
export interface LabInstance {
  readonly name: string;
  readonly url: string;
  stop(): Promise<void>;
}

export async function startInstances(place: LabPlace, endpoint: string, account: string): Promise<LabInstance[]> {
  const instances: LabInstance[] = [];
  for (const name of INSTANCES) instances.push(await startInstance(place, endpoint, { name, account }));
  return instances;
}

async function startInstance(
  place: LabPlace,
  endpoint: string,
  { name, account }: { readonly name: string; readonly account: string },
): Promise<LabInstance> {
  const root = place.root(name);
  const port = await freePort();
  await mkdir(root, { recursive: true });
  const agent = spawnVelocius(
    [
      'agent',
      ...['--endpoint', endpoint],
      ...['--region', REGION],
      ...['--host-identifier', instanceArn(account, name)],
      ...['--root', join(root, 'opt/codedeploy-agent')],
      ...['--destination-root', root],
    ],
    {
      env: {
        AWS_ACCESS_KEY_ID: KEY.accessKeyId,
        AWS_SECRET_ACCESS_KEY: KEY.secretAccessKey,
        LAB_PORT: String(port),
        LAB_INSTANCE: name,
      },
      cwd: root,
    },
  );
  keepLog(agent, join(root, 'agent.log'));
  return {
    name,
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      await endChild(agent);
      await stopPage(join(root, 'srv/lab-app/server.pid'));
    },
  };
}

function keepLog(agent: ChildProcess, file: string): void {
  const log = createWriteStream(file, { flags: 'a' });
  agent.stdout?.pipe(log, { end: false });
  agent.stderr?.pipe(log, { end: false });
}

/** The page's web server was started by a deployment, not by the lab, but it goes with the lab. */
async function stopPage(pidFile: string): Promise<void> {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => 'NaN'));
  if (!Number.isInteger(pid) || pid <= 1) return;
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It is gone already.
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new LabError('There is no free port');
  return address.port;
}
