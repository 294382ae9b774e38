import type { ChildProcess } from 'node:child_process';
import { platform } from 'node:os';
import { untilAborted } from './abort.ts';
import { type BuildPlace, makeBuildPlace, sweepBuildPlaces } from './build-place.ts';
import { endOfChild, startChild } from './child.ts';
import { refuseImage, refusePrivileged } from './container/images.ts';
import { hasProcess, killProcess, MARKER } from './leftovers.ts';
import { limitNote } from './limit-note.ts';
import { openRecords } from './records.ts';
import { type Runner, RunnerError, type Sandbox, type SandboxCommand, type SandboxRequest } from './runner.ts';
import { type RunnerOptions, STANDARD_PATH } from './runner-options.ts';
import { tryRunner } from './self-test.ts';

/**
 * Builds as plain processes of the server's user: nothing of the machine is kept from them but the server's environment.
 * Only for administrators who ask for it by name.
 *
 * The processes of a build are found again by its cgroup where one can be made, by their process groups, and by MARKER.
 */
export async function openProcessRunner(directory: string, options: RunnerOptions = {}): Promise<Runner> {
  const records = await openRecords(directory, 'process');
  const runner: Runner = {
    name: 'process',
    selfTest: () =>
      tryRunner(runner, {
        script: 'exit 77',
        remedy: 'Give the server a data directory it may write to, and a /bin/sh.',
      }),
    open: async (request) => {
      refuseImage('process', request.image);
      refusePrivileged('process', request.privileged);
      const place = await makeBuildPlace(records, request);
      return openSandbox(request, place, options.path ?? STANDARD_PATH);
    },
    sweep: (keep) => sweepBuildPlaces(records, keep),
  };
  return runner;
}

function openSandbox(request: SandboxRequest, place: BuildPlace, path: string): Sandbox {
  const groups = new Set<number>();
  let closed = false;
  const kill = async (): Promise<void> => {
    closed = true;
    for (const group of groups) killProcess(-group);
    await place.kill();
  };
  const start = (command: SandboxCommand): ChildProcess => {
    const child = startChild({
      ...command,
      environment: environmentOf(command, place, path),
      groups: place.cgroup.entrances,
    });
    const group = child.pid;
    if (group !== undefined) groups.add(group);
    child.on('exit', () => {
      if (group !== undefined && !hasProcess(-group)) groups.delete(group);
    });
    return child;
  };
  return {
    directory: request.directory,
    notes: notesOf(request, place),
    run: async (command) => {
      if (closed) throw new RunnerError('SANDBOX_CLOSED', 'The build was stopped: its place takes no more commands.');
      return untilAborted(() => endOfChild(start(command)), command.signal, kill);
    },
    collect: async () => {},
    close: async () => {
      await kill();
      await place.remove();
    },
  };
}

function environmentOf(command: SandboxCommand, place: BuildPlace, path: string): Record<string, string> {
  return {
    PATH: path,
    HOME: place.home,
    TMPDIR: place.temporary,
    LANG: 'C.UTF-8',
    ...command.environment,
    [MARKER]: place.marker,
  };
}

function notesOf(request: SandboxRequest, place: BuildPlace): readonly string[] {
  return [
    `Runner: plain process as uid ${process.getuid?.()} on ${platform()}. NOT isolated: the build can read and change whatever this user can.`,
    limitNote(place.cgroup.held),
    `The image ${request.image} is not used: the build has the tools of this machine.`,
  ];
}
