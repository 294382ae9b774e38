import type { ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { untilAborted } from '../abort.ts';
import { type BuildPlace, makeBuildPlace, sweepBuildPlaces } from '../build-place.ts';
import { type BuildUser, buildUsers } from '../build-user.ts';
import { endOfChild, startChild } from '../child.ts';
import { refuseImage, refusePrivileged } from '../container/images.ts';
import { MARKER } from '../leftovers.ts';
import { limitNote } from '../limit-note.ts';
import { openRecords } from '../records.ts';
import { type Runner, RunnerError, type Sandbox, type SandboxCommand, type SandboxRequest } from '../runner.ts';
import { type RunnerOptions, STANDARD_PATH } from '../runner-options.ts';
import { tryRunner } from '../self-test.ts';
import { holdNamespaces, type Namespaces } from './bubblewrap-namespaces.ts';
import { reachablePlaces } from './bubblewrap-places.ts';
import { commandArguments, systemArguments, viewArguments, WORK_DIRECTORY } from './bubblewrap-view.ts';

/**
 * Builds in the namespaces of bubblewrap: they see the machine's programs read-only and their own directories, and run as
 * a user without rights. Never as uid 0: a sandbox of root owns /proc/sys of the host.
 *
 * Gaps: no images; no pseudo-terminals (/dev/pts); the kernel is the host's and user namespaces may be nested; with the
 * host's network the host's loopback is reachable, without it each command has a loopback of its own.
 */
export async function openBubblewrapRunner(directory: string, options: RunnerOptions = {}): Promise<Runner> {
  const records = await openRecords(directory, 'bubblewrap');
  const takeUser = buildUsers();
  const runner: Runner = {
    name: 'bubblewrap',
    selfTest: () => tryRunner(runner, { script: '[ ! -w /proc/sys/kernel/core_pattern ] && exit 77', remedy: REMEDY }),
    open: async (request) => {
      refuseImage('bubblewrap', request.image);
      refusePrivileged('bubblewrap', request.privileged);
      const place = await makeBuildPlace(records, request);
      const user = takeUser();
      try {
        return await openSandbox({ request, place, user, options });
      } catch (error) {
        await abandon(request, place, user);
        throw error;
      }
    },
    sweep: (keep) => sweepBuildPlaces(records, keep),
  };
  return runner;
}

const REMEDY =
  'Install bubblewrap (apt-get install bubblewrap) and allow user namespaces: where Ubuntu restricts them, `sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`; in a container, mount the engine socket and use --runner docker instead.';

interface Parts {
  readonly request: SandboxRequest;
  readonly place: BuildPlace;
  readonly user: BuildUser;
  readonly options: RunnerOptions;
}

async function openSandbox(parts: Parts): Promise<Sandbox> {
  const { request, place, user } = parts;
  await furnish(place, user);
  await user.own(request.directory);
  const start = await prepareStart(parts);
  let closed = false;
  let abandoned: Promise<void> | undefined;
  const kill = async (): Promise<void> => {
    closed = true;
    await start.namespaces.end();
    await place.kill();
  };
  return {
    directory: WORK_DIRECTORY,
    notes: notesOf(parts),
    run: async (command) => {
      if (closed) throw new RunnerError('SANDBOX_CLOSED', 'The build was stopped: its place takes no more commands.');
      return untilAborted(() => endOfChild(start.command(command)), command.signal, kill);
    },
    collect: async () => {},
    close: async () => {
      await kill();
      abandoned ??= abandon(request, place, user);
      await abandoned;
    },
  };
}

/** After everything of the build is dead. */
async function abandon(request: SandboxRequest, place: BuildPlace, user: BuildUser): Promise<void> {
  await place.remove();
  await user.disown(request.directory);
  user.release();
}

/** Fills the build's own directories, which belong to its user. */
async function furnish(place: BuildPlace, user: BuildUser): Promise<void> {
  const files = join(place.directory, 'etc');
  await mkdir(files);
  await writeFile(join(files, 'passwd'), `build:x:${user.uid}:${user.gid}:build:/home/build:/bin/sh\n`);
  await writeFile(join(files, 'group'), `build:x:${user.gid}:\n`);
  await user.own(place.home);
  await user.own(place.temporary);
}

interface Start {
  readonly namespaces: Namespaces;
  command(command: SandboxCommand): ChildProcess;
}

async function prepareStart({ request, place, user, options }: Parts): Promise<Start> {
  const { launch, paths } = reachablePlaces(request.directory, place, user);
  const shared = { environment: { PATH: STANDARD_PATH, [MARKER]: place.marker }, groups: place.cgroup.entrances };
  const tools = options.toolDirectories ?? [];
  const network = options.network === 'none' ? ['--unshare-net'] : [];
  const session = ['--die-with-parent', '--new-session'];
  const apart = ['--unshare-user', '--unshare-pid', '--unshare-ipc', '--unshare-uts', '--unshare-cgroup-try'];
  const holder = [...session, ...apart, ...network, ...systemArguments()];
  const namespaces = await holdNamespaces({ ...shared, launch, view: holder });
  const view = [...session, ...apart.slice(2), ...network, ...viewArguments(paths, tools)];
  return {
    namespaces,
    command: (command) =>
      startChild({
        ...shared,
        argv: [...launch, 'bwrap', '--args', '5', '--', ...resourceLimits(request, place), ...command.argv],
        cwd: '/',
        output: command.output,
        descriptors: [
          namespaces.user,
          namespaces.processes,
          { text: argumentText([...view, ...commandArguments(command, tools)]) },
        ],
      }),
  };
}

/** Arguments go through a pipe: a command line is for everybody on the machine to read, and the environment has secrets. */
function argumentText(view: readonly string[]): string {
  return ['--userns', '3', '--pidns', '4', ...view].map((argument) => `${argument}\0`).join('');
}

/** What the kernel limits per process and per user, for limits no control group holds. */
function resourceLimits(request: SandboxRequest, { cgroup }: BuildPlace): readonly string[] {
  const memory = cgroup.held.memoryMiB === undefined ? [`--data=${request.memoryMiB * 1024 * 1024}`] : [];
  const processes = cgroup.held.pids === undefined ? [`--nproc=${request.pids}`] : [];
  return ['prlimit', '--core=0', ...memory, ...processes, '--'];
}

function notesOf({ request, place, user, options }: Parts): readonly string[] {
  const network =
    options.network === 'none'
      ? 'Network: none.'
      : "Network: the machine's own; the build can reach the machine's loopback addresses.";
  return [
    `Runner: bubblewrap, as uid ${user.uid}, with the programs of this machine read-only. ${network}`,
    limitNote(place.cgroup.held, 'Instead each process has that much data memory, and the user that many processes.'),
    `The image ${request.image} is not used: the build has the tools of this machine, and cannot install packages as root.`,
  ];
}
