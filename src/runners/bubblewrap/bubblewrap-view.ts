import { lstatSync, readlinkSync } from 'node:fs';
import type { SandboxCommand } from '../runner.ts';
import { STANDARD_PATH } from '../runner-options.ts';

/** Host directories of one build, where the user it runs as can reach them. */
export interface BuildPaths {
  readonly work: string;
  readonly home: string;
  readonly temporary: string;
  readonly passwd: string;
  readonly group: string;
}

/** Where things are inside. */
export const WORK_DIRECTORY = '/codebuild/output';
export const HOME_DIRECTORY = '/home/build';

/** What programs expect of /etc; nothing that is secret or says who else uses the machine. */
const ETC = [
  'alternatives',
  'ca-certificates',
  'ca-certificates.conf',
  'crypto-policies',
  'hosts',
  'ld.so.cache',
  'ld.so.conf',
  'ld.so.conf.d',
  'localtime',
  'mime.types',
  'nsswitch.conf',
  'pki',
  'protocols',
  'resolv.conf',
  'services',
  'ssl',
  'timezone',
];

const ROOT_ALIASES = ['bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32'];
const DEVICES = ['null', 'zero', 'full', 'random', 'urandom', 'tty'];
const STREAMS = ['fd', 'stdin', 'stdout', 'stderr'];

/** The view of a command: the system's programs read-only, the build's own directories, nothing else of the host. */
export function viewArguments(paths: BuildPaths, toolDirectories: readonly string[]): readonly string[] {
  return [
    ...systemArguments(),
    ...deviceArguments(),
    ...ETC.flatMap((name) => ['--ro-bind-try', `/etc/${name}`, `/etc/${name}`]),
    ...['--ro-bind', paths.passwd, '/etc/passwd', '--ro-bind', paths.group, '/etc/group'],
    ...['--bind', paths.temporary, '/tmp', '--dir', '/var', '--symlink', '../tmp', '/var/tmp', '--tmpfs', '/run'],
    ...['--bind', paths.home, HOME_DIRECTORY, '--bind', paths.work, WORK_DIRECTORY],
    ...toolDirectories.flatMap((path) => ['--ro-bind', path, path]),
    ...['--remount-ro', '/'],
  ];
}

/** /usr and the names in the root that lead into it, as on the host. */
export function systemArguments(): readonly string[] {
  return ['--ro-bind', '/usr', '/usr', '--proc', '/proc', ...ROOT_ALIASES.flatMap(aliasArguments)];
}

/** The environment and the place of one command, and nothing of the server's environment. */
export function commandArguments(command: SandboxCommand, toolDirectories: readonly string[]): readonly string[] {
  const environment: Readonly<Record<string, string>> = {
    PATH: [...toolDirectories.flatMap((path) => [`${path}/bin`, path]), STANDARD_PATH].join(':'),
    HOME: HOME_DIRECTORY,
    TMPDIR: '/tmp',
    LANG: 'C.UTF-8',
    ...command.environment,
  };
  const settings = Object.entries(environment).flatMap(([name, value]) => ['--setenv', name, value]);
  return ['--clearenv', ...settings, '--chdir', command.cwd];
}

function aliasArguments(name: string): readonly string[] {
  const path = `/${name}`;
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return [];
  return entry.isSymbolicLink() ? ['--symlink', readlinkSync(path), path] : ['--ro-bind', path, path];
}

/** Single devices in place of bubblewrap's own --dev, which needs a second user namespace that no later command could join. */
function deviceArguments(): readonly string[] {
  return [
    ...['--perms', '0755', '--tmpfs', '/dev'],
    ...DEVICES.flatMap((name) => ['--dev-bind', `/dev/${name}`, `/dev/${name}`]),
    ...STREAMS.flatMap((name, index) => [
      '--symlink',
      `/proc/self/fd${index === 0 ? '' : `/${index - 1}`}`,
      `/dev/${name}`,
    ]),
    ...['--perms', '1777', '--tmpfs', '/dev/shm'],
  ];
}
