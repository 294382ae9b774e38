import { RunnerError } from './runner.ts';

/** What an administrator may set about the places builds run in. */
export interface RunnerOptions {
  /** Address of the engine, as in DOCKER_HOST: `unix:///path` or `tcp://host:port`. Undefined looks in the usual places. */
  readonly dockerHost?: string | undefined;
  /** Directory of ca.pem, cert.pem and key.pem for a `tcp://` engine that wants TLS. */
  readonly dockerCertificates?: string | undefined;
  /** $XDG_RUNTIME_DIR: where a rootless engine has its socket. */
  readonly runtimeDirectory?: string | undefined;
  /** Image names of projects to images of the engine; wins over the built-in table. */
  readonly images?: Readonly<Record<string, string>> | undefined;
  /** Image the container self-test runs: any small one with `sh`. */
  readonly testImage?: string | undefined;
  /** Builds that ask for privileged mode get it, and with it the whole machine. */
  readonly privileged?: boolean | undefined;
  /** Whether bubblewrap builds share the host's network (default) or have none. */
  readonly network?: 'host' | 'none' | undefined;
  /** Directories bubblewrap shows read-only at the same path, besides /usr: tools installed elsewhere. They, and `bin` in them, come first in PATH. */
  readonly toolDirectories?: readonly string[] | undefined;
  /** PATH of builds run as plain processes. */
  readonly path?: string | undefined;
}

/** PATH of a build, when nothing else is said. */
export const STANDARD_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The options out of environment variables: DOCKER_HOST, DOCKER_CERT_PATH, XDG_RUNTIME_DIR, PATH and VELOCIUS_*. Throws RunnerError on nonsense. */
export function readRunnerOptions(environment: Readonly<Record<string, string | undefined>>): RunnerOptions {
  const network = environment.VELOCIUS_SANDBOX_NETWORK || undefined;
  if (network !== undefined && network !== 'host' && network !== 'none')
    throw new RunnerError('INVALID_SETTING', `VELOCIUS_SANDBOX_NETWORK ${network} is not known: give host or none.`);
  return {
    dockerHost: environment.DOCKER_HOST || undefined,
    dockerCertificates: environment.DOCKER_TLS_VERIFY ? environment.DOCKER_CERT_PATH : undefined,
    runtimeDirectory: environment.XDG_RUNTIME_DIR,
    images: readImageMap(environment.VELOCIUS_IMAGE_MAP),
    testImage: environment.VELOCIUS_TEST_IMAGE,
    privileged: environment.VELOCIUS_ALLOW_PRIVILEGED === '1',
    network,
    toolDirectories: environment.VELOCIUS_SANDBOX_PATHS?.split(':').filter((path) => path.startsWith('/')),
    path: environment.PATH,
  };
}

function readImageMap(text: string | undefined): Readonly<Record<string, string>> | undefined {
  if (!text) return undefined;
  const map = parseJson(text);
  if (!isStringMap(map))
    throw new RunnerError(
      'INVALID_SETTING',
      'VELOCIUS_IMAGE_MAP is not a JSON object of strings: give {"aws/codebuild/standard:7.0": "my/image:tag"}.',
    );
  return map;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isStringMap(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((entry) => typeof entry === 'string');
}
