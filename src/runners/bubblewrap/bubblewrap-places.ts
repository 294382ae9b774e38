import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildPlace } from '../build-place.ts';
import type { BuildUser } from '../build-user.ts';
import type { BuildPaths } from './bubblewrap-view.ts';

/** How to become the build's user, and where that user then finds its directories. */
export interface ReachablePlaces {
  readonly launch: readonly string[];
  readonly paths: BuildPaths;
}

/**
 * A user of a root server's build may not pass through the directories above its own (/root, a 0700 data directory). So
 * root first makes a mount namespace in which both are mounted below a directory everybody can pass through.
 */
export function reachablePlaces(work: string, place: BuildPlace, user: BuildUser): ReachablePlaces {
  if (user.become.length === 0) return { launch: [], paths: pathsOf(work, place.directory) };
  const point = mountPoint(work, place.directory);
  return {
    launch: ['unshare', '--mount', '--', 'sh', '-c', MOUNT, 'sh', point, work, place.directory, '--', ...user.become],
    paths: pathsOf(join(point, 'work'), join(point, 'place')),
  };
}

const MOUNT = `
mount -t tmpfs -o mode=0755,size=64k velocius "$1" && mkdir "$1/work" "$1/place" || exit 125
mount --bind "$2" "$1/work" && mount --bind "$3" "$1/place" || exit 125
shift 4
exec "$@"`;

const MOUNT_POINTS = ['/mnt', '/media', '/srv', '/opt'];

function mountPoint(...hidden: readonly string[]): string {
  const free = MOUNT_POINTS.filter((point) => !hidden.some((path) => path.startsWith(`${point}/`)));
  return free.find((point) => existsSync(point)) ?? '/mnt';
}

function pathsOf(work: string, place: string): BuildPaths {
  return {
    work,
    home: join(place, 'home'),
    temporary: join(place, 'tmp'),
    passwd: join(place, 'etc', 'passwd'),
    group: join(place, 'etc', 'group'),
  };
}
