import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Docker from 'dockerode';
import { RunnerError } from '../runner.ts';
import type { RunnerOptions } from '../runner-options.ts';

/** A Docker or Podman engine that answered, and what it can do. */
export interface Engine {
  readonly docker: Docker;
  readonly address: string;
  readonly facts: EngineFacts;
}

export interface EngineFacts {
  readonly cpus: number;
  readonly memoryMiB: number;
  readonly limitsMemory: boolean;
  readonly limitsCpus: boolean;
  readonly limitsPids: boolean;
  readonly rootless: boolean;
  readonly storage: string;
}

const PING_TIMEOUT_MS = 5000;

/** The first engine that answers. Throws RunnerError that says what was tried. */
export async function findEngine(options: RunnerOptions): Promise<Engine> {
  const failures: string[] = [];
  for (const address of addresses(options)) {
    try {
      const way = connection(address, options.dockerCertificates);
      // Only where there may be an engine: it is a tenth of the memory of an idle server.
      const { default: Client } = await import('dockerode');
      await new Client({ ...way, timeout: PING_TIMEOUT_MS }).ping();
      const docker = new Client(way);
      return { docker, address, facts: readFacts(await docker.info()) };
    } catch (error) {
      failures.push(`${address}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new RunnerError(
    'ENGINE_UNAVAILABLE',
    `No Docker or Podman engine answers (${failures.join('; ') || 'no socket found'}).`,
  );
}

/** An address that was given is the only one; otherwise the sockets that are there. */
function addresses(options: RunnerOptions): readonly string[] {
  if (options.dockerHost !== undefined) return [options.dockerHost];
  const own = options.runtimeDirectory;
  const sockets = [
    '/var/run/docker.sock',
    ...(own === undefined ? [] : [join(own, 'docker.sock')]),
    '/run/podman/podman.sock',
    ...(own === undefined ? [] : [join(own, 'podman/podman.sock')]),
  ];
  return sockets.filter((socket) => existsSync(socket)).map((socket) => `unix://${socket}`);
}

/** Every field is given: the client would fill the others from the server's environment. */
function connection(address: string, certificates: string | undefined): Docker.DockerOptions {
  const unix = /^unix:\/\/(\/.+)$/.exec(address);
  if (unix?.[1] !== undefined) return { socketPath: unix[1], host: undefined, port: undefined, protocol: 'http' };
  const tcp = /^(?:tcp|http|https):\/\/([^/:]+|\[[^\]]+\])(?::(\d+))?\/?$/.exec(address);
  if (tcp === null) throw new RunnerError('INVALID_SETTING', 'an engine address is unix:///path or tcp://host:port');
  const [, host = '', port = certificates === undefined ? '2375' : '2376'] = tcp;
  if (certificates === undefined) return { host, port: Number(port), protocol: 'http' };
  const read = (name: string) => readFileSync(join(certificates, name));
  return {
    host,
    port: Number(port),
    protocol: 'https',
    ca: read('ca.pem'),
    cert: read('cert.pem'),
    key: read('key.pem'),
  };
}

/** Rootless engines on cgroup version 1 say they limit, and do not. */
function readFacts(info: unknown): EngineFacts {
  const fields = new Map<string, unknown>(typeof info === 'object' && info !== null ? Object.entries(info) : []);
  const rootless = JSON.stringify(fields.get('SecurityOptions') ?? []).includes('rootless');
  const limits = !(rootless && fields.get('CgroupVersion') === '1');
  return {
    cpus: Number(fields.get('NCPU')) || 1,
    memoryMiB: Math.floor(Number(fields.get('MemTotal')) / 1024 / 1024) || Number.MAX_SAFE_INTEGER,
    limitsMemory: limits && fields.get('MemoryLimit') === true,
    limitsCpus: limits && fields.get('CpuCfsQuota') === true,
    limitsPids: limits && fields.get('PidsLimit') === true,
    rootless,
    storage: String(fields.get('Driver')),
  };
}
