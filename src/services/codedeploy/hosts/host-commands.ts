import type { HostCommand, HostCommands, HostScope } from '../../../ports/host-commands.ts';
import { lockDeployment } from '../../../store/codedeploy/deployments.ts';
import {
  endCommand,
  findCommand,
  handOutCommand,
  isCommandOffered,
  type HostCommand as StoredCommand,
  startCommand,
} from '../../../store/codedeploy/host-commands.ts';
import { findInstanceOfHost } from '../../../store/codedeploy/on-premises-instances.ts';
import type { Tx } from '../../../store/database.ts';
import { signsOfLife } from '../agents.ts';
import { advanceDeployment } from '../deployments/advance-deployment.ts';
import { planOf } from '../deployments/deployment-plan.ts';
import { lookBy } from '../deployments/deployment-timer.ts';
import { hostTopic } from '../deployments/host-topic.ts';
import { listenFor } from '../deployments/wakeup.ts';
import { eventName, SUCCESS } from '../lifecycle.ts';
import type { CodeDeployRooms } from '../rooms.ts';
import type { Diagnostics } from '../shapes.ts';
import { TIMEOUTS } from '../timeouts.ts';

/** Lifecycle events as agents ask for them and report on them. */
export function hostCommands(rooms: CodeDeployRooms): HostCommands {
  const { database } = rooms;
  return {
    isRegistered: async (scope, host) =>
      (await database.read((reader) => findInstanceOfHost(reader, scope, host))) !== undefined,
    heard: signsOfLife(rooms),
    next: (scope, host, signal) => next(rooms, { ...scope, host }, signal),
    find: (scope, id) => find(rooms, scope, id),
    acknowledge: (command, noop) => acknowledge(rooms, command, noop),
    complete: (command, { status, ...diagnostics }) =>
      database.write((tx) => end(tx, rooms, { command, status, diagnostics })),
    plan: (scope, deploymentId, host) => database.read((reader) => planOf(reader, { ...scope, host }, deploymentId)),
  };
}

interface Host extends HostScope {
  readonly host: string;
}

async function next(rooms: CodeDeployRooms, host: Host, signal: AbortSignal): Promise<HostCommand | undefined> {
  const until = rooms.clock.now() + (rooms.timeouts?.poll ?? TIMEOUTS.poll);
  while (!signal.aborted) {
    // Listening before looking: what is offered in between is not missed.
    const waiting = listenFor(rooms.database, hostTopic(host.host), signal);
    try {
      const command = await take(rooms, host);
      if (command !== undefined) return shown(command);
      await waiting.forAtMost(Math.max(0, until - rooms.clock.now()));
    } finally {
      waiting.stop();
    }
    if (rooms.clock.now() >= until) return undefined;
  }
  return undefined;
}

async function take({ database, clock, timeouts }: CodeDeployRooms, host: Host): Promise<StoredCommand | undefined> {
  const now = clock.now();
  // Most polls find nothing: they read only, and leave the one writer to others.
  if (!(await database.read((reader) => isCommandOffered(reader, host, host.host, now)))) return undefined;
  const leasedUntil = now + (timeouts?.handOut ?? TIMEOUTS.handOut);
  return database.write((tx) => handOutCommand(tx, host, { host: host.host, now, leasedUntil }));
}

async function find(rooms: CodeDeployRooms, scope: HostScope, id: string): Promise<HostCommand | undefined> {
  const command = await rooms.database.read((reader) => findCommand(reader, id));
  const isHere = command?.account === scope.account && command.region === scope.region;
  return isHere ? shown(command) : undefined;
}

function acknowledge(rooms: CodeDeployRooms, command: HostCommand, noop: boolean): Promise<HostCommand> {
  return rooms.database.write(async (tx) => {
    if (noop) await end(tx, rooms, { command, status: 'Succeeded', diagnostics: SUCCESS });
    else await begin(tx, rooms, command);
    const after = await findCommand(tx, command.id);
    return after === undefined ? command : shown(after);
  });
}

async function begin(tx: Tx, rooms: CodeDeployRooms, { id, deploymentId }: HostCommand): Promise<void> {
  const deployment = await lockDeployment(tx, deploymentId);
  const now = rooms.clock.now();
  const deadline = now + (rooms.timeouts?.running ?? TIMEOUTS.running);
  const begun = await startCommand(tx, id, now, deadline);
  if (begun && deployment !== undefined) await lookBy({ tx, rooms, deployment }, deadline);
}

interface Ending {
  readonly command: HostCommand;
  readonly status: 'Succeeded' | 'Failed';
  readonly diagnostics: Diagnostics;
}

async function end(tx: Tx, rooms: CodeDeployRooms, { command, status, diagnostics }: Ending): Promise<void> {
  const { id, deploymentId } = command;
  await lockDeployment(tx, deploymentId);
  const now = rooms.clock.now();
  const first = await endCommand(tx, id, { status, diagnostics: JSON.stringify(diagnostics), now });
  if (first) await advanceDeployment(tx, rooms, deploymentId);
}

function shown({ id, account, region, host, deploymentId, event, status }: StoredCommand): HostCommand {
  return { id, account, region, host, deploymentId, name: eventName(event), status };
}
