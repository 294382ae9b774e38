import { readFileSync } from 'node:fs';
import type Docker from 'dockerode';
import type { Limits } from '../cgroup.ts';
import { RunnerError, type SandboxRequest } from '../runner.ts';
import type { Engine } from './container-engine.ts';

/** Containers are known by these labels: the build, and the server it belongs to. */
export const BUILD_LABEL = 'velocius.build';
export const SERVER_LABEL = 'velocius.server';

type Options = Docker.ContainerCreateOptions;
type HostOptions = Docker.HostConfig;

/** Longest a build may take at AWS, 36 hours: after that even a container whose server is gone for good ends by itself. */
const LONGEST_BUILD_SECONDS = 36 * 3600;

/** Stays until it is killed. The images of AWS start their own Docker daemon, where they may, by the script named here. */
const STAY = `
if [ "$1" = privileged ] && command -v dockerd-entrypoint.sh >/dev/null; then dockerd-entrypoint.sh true </dev/null & fi
sleep ${LONGEST_BUILD_SECONDS} &
wait $!`;

/** What builds may do as root of their container: install packages, change owners, become other users; not raw sockets or devices. */
const CAPABILITIES = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

/** Creates and starts the container of a build; an image must be there. Never AutoRemove: Podman then loses the exit code. */
export async function startContainer(
  engine: Engine,
  request: SandboxRequest,
  { image, server }: { readonly image: string; readonly server: string },
): Promise<Docker.Container> {
  const base: Options = {
    Image: image,
    Entrypoint: ['sh', '-c', STAY, 'sh'],
    Cmd: [request.privileged ? 'privileged' : 'plain'],
    User: '0:0',
    WorkingDir: '/',
    Labels: { [BUILD_LABEL]: request.id, [SERVER_LABEL]: server },
  };
  const limits = limitOptions(heldLimits(engine, request));
  const host = request.privileged ? PRIVILEGED : [PLAIN];
  const attempts = host.flatMap((options) => [options, { ...options, Ulimits: ulimits() }]);
  return startFirst(
    engine.docker,
    attempts.map((options) => ({ ...base, HostConfig: { ...limits, ...options } })),
  );
}

const PLAIN: HostOptions = { CapDrop: ['ALL'], CapAdd: CAPABILITIES, SecurityOpt: ['no-new-privileges'] };

/** The second stands in for the first on machines that are themselves without the right to raise limits. */
const PRIVILEGED: readonly HostOptions[] = [
  { Privileged: true },
  {
    CapAdd: ['ALL'],
    CapDrop: ['SYS_RESOURCE'],
    SecurityOpt: ['seccomp=unconfined'],
    MaskedPaths: [],
    ReadonlyPaths: [],
    Binds: ['/sys/fs/cgroup:/sys/fs/cgroup:rw'],
    Tmpfs: { '/run': '' },
  },
];

/** The limits the engine can hold, cut to what the machine has: an engine refuses more. */
export function heldLimits({ facts }: Engine, request: SandboxRequest): Limits {
  return {
    ...(facts.limitsMemory ? { memoryMiB: Math.min(request.memoryMiB, facts.memoryMiB) } : {}),
    ...(facts.limitsCpus ? { cpus: Math.min(request.cpus, facts.cpus) } : {}),
    ...(facts.limitsPids ? { pids: request.pids } : {}),
  };
}

function limitOptions({ memoryMiB, cpus, pids }: Limits): HostOptions {
  const bytes = (memoryMiB ?? 0) * 1024 * 1024;
  return {
    ...(memoryMiB === undefined ? {} : { Memory: bytes, MemorySwap: bytes }),
    ...(cpus === undefined ? {} : { NanoCpus: Math.round(cpus * 1e9) }),
    ...(pids === undefined ? {} : { PidsLimit: pids }),
  };
}

/** The errors another attempt may get round: limits or rights the engine itself does not have. */
const LACKS_RIGHTS = /rlimit|apply caps|operation not permitted/i;

async function startFirst(docker: Docker, attempts: readonly Options[]): Promise<Docker.Container> {
  const failures: string[] = [];
  for (const attempt of attempts) {
    try {
      return await startOne(docker, attempt);
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
      if (!LACKS_RIGHTS.test(failures.at(-1) ?? '')) break;
    }
  }
  throw new RunnerError(
    'BUILD_CONTAINER_UNABLE_TO_START',
    `The build's container could not be started: ${failures.join('; ')}`,
  );
}

async function startOne(docker: Docker, options: Options): Promise<Docker.Container> {
  const container = await docker.createContainer(options);
  try {
    await container.start();
    return container;
  } catch (error) {
    await container.remove({ force: true, v: true });
    throw error;
  }
}

/** Engines ask for more open files and processes than a machine without CAP_SYS_RESOURCE may have. */
function ulimits(): { Name: string; Soft: number; Hard: number }[] {
  const files = hardLimit('Max open files', 65_536);
  const processes = hardLimit('Max processes', 32_768);
  return [
    { Name: 'nofile', Soft: files, Hard: files },
    { Name: 'nproc', Soft: processes, Hard: processes },
  ];
}

function hardLimit(name: string, most: number): number {
  const line = readLimits().find((entry) => entry.startsWith(name)) ?? '';
  const [, , hard = 'unlimited'] = /\s{2,}(\S+)\s+(\S+)/.exec(line) ?? [];
  return hard === 'unlimited' ? most : Math.min(most, Number(hard));
}

function readLimits(): readonly string[] {
  try {
    return readFileSync('/proc/self/limits', 'utf8').split('\n');
  } catch {
    return [];
  }
}
