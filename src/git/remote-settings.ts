import { networkVariables } from '../kernel/network-variables.ts';
import type { GitAccess } from '../ports/connections.ts';
import type { GitLimits, GitOptions } from './run-git.ts';

/** No process may write more than this into one file: packs hold a repository's whole history. */
const FILE_BYTES = 8 * 1024 ** 3;
const CPU_SECONDS = 30 * 60;
/** The longest that a whole history may take. */
export const FETCHING_MS = 30 * 60_000;

/**
 * Of git that works in a repository of strangers, whether it speaks with their host or not: nothing they send may name a program or
 * another repository.
 */
const SETTINGS = [
  'fetch.recurseSubmodules=false',
  'submodule.recurse=false',
  // Whoever is asked is who was meant: a host that sends us on could send us into our own network.
  'http.followRedirects=false',
  'http.lowSpeedLimit=1000',
  'http.lowSpeedTime=60',
  'core.protectHFS=true',
  'core.protectNTFS=true',
  'pack.threads=1',
  'advice.detachedHead=false',
  'credential.helper=',
];

/** A repository elsewhere, for as long as this server wants something of it. */
export type Reach = GitAccess & { readonly signal?: AbortSignal | undefined };

/** How git is run against another host. Minutes without progress end it sooner than `milliseconds`. */
export function remoteOptions({ url, credentials, signal }: Reach, milliseconds: number): GitOptions {
  const limits: GitLimits = { fileBytes: FILE_BYTES, cpuSeconds: CPU_SECONDS, milliseconds };
  const environment = { ...networkVariables, GIT_ALLOW_PROTOCOL: 'http:https' };
  if (credentials === undefined) return { settings: SETTINGS, limits, environment, signal };
  return {
    settings: [...SETTINGS, `credential.${new URL(url).origin}.helper=${HELPER}`],
    limits,
    signal,
    environment: {
      ...environment,
      VELOCIUS_GIT_USERNAME: credentials.username,
      VELOCIUS_GIT_PASSWORD: credentials.password,
    },
  };
}

/** Asked for one host alone. The environment is read by this user only; a command line would be read by everybody. */
const HELPER =
  '!f() { test "$1" = get && printf "username=%s\\npassword=%s\\n" "$VELOCIUS_GIT_USERNAME" "$VELOCIUS_GIT_PASSWORD"; }; f';
