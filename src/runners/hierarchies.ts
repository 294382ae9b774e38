import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

/** A mounted cgroup hierarchy and the directory in it below which groups of builds are made. */
export interface Hierarchy {
  /** Empty for version 2, whose one tree has every controller. */
  readonly controllers: readonly string[];
  readonly directory: string;
}

/** The hierarchies this process is in: several with cgroup version 1, one with version 2, both where they are mixed, none elsewhere than on Linux. */
export async function findHierarchies(): Promise<readonly Hierarchy[]> {
  const [mounts, membership] = await Promise.all([readLines('/proc/self/mountinfo'), readLines('/proc/self/cgroup')]);
  const own = membership.map(parseMembership);
  return mounts.flatMap((line) => {
    const mount = parseMount(line);
    if (mount === undefined) return [];
    const member = own.find(({ controllers }) => isSame(controllers, mount.options));
    if (member === undefined) return [];
    return [{ controllers: member.controllers, directory: parentGroup(mount, member.path) }];
  });
}

interface Mount {
  readonly root: string;
  readonly point: string;
  /** Undefined for version 2. */
  readonly options: readonly string[] | undefined;
}

/** `30 24 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw`: the part after the dash has the type and the controllers. */
function parseMount(line: string): Mount | undefined {
  const [before = '', after = ''] = line.split(' - ');
  const [, , , root = '/', point = ''] = before.split(' ');
  const [type, , options = ''] = after.split(' ');
  if (type === 'cgroup2') return { root, point, options: undefined };
  return type === 'cgroup' ? { root, point, options: options.split(',') } : undefined;
}

/** `4:memory:/path`, or `0::/path` for version 2. */
function parseMembership(line: string): { controllers: readonly string[]; path: string } {
  const [, controllers = '', ...path] = line.split(':');
  return { controllers: controllers === '' ? [] : controllers.split(','), path: path.join(':') };
}

function isSame(controllers: readonly string[], options: readonly string[] | undefined): boolean {
  if (options === undefined) return controllers.length === 0;
  return controllers.length > 0 && controllers.every((controller) => options.includes(controller));
}

/**
 * Groups of builds are made below the server's own, so that its own limits hold for builds too. Version 2 forbids limits
 * below a group that has processes itself: a service that wants them has its server in a group called `server`
 * (systemd: Delegate=yes and DelegateSubgroup=server), and builds are made beside it.
 */
function parentGroup(mount: Mount, path: string): string {
  const own = join(mount.point, relative(mount.root, path));
  return mount.options === undefined && basename(own) === 'server' ? dirname(own) : own;
}

async function readLines(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}
