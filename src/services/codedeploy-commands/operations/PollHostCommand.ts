import type { Call } from '../../../kernel/operation.ts';
import { type HostCommand, handOutCommand, isCommandOffered } from '../../../store/host-commands.ts';
import { hostTopic } from '../../codedeploy/host-topic.ts';
import { eventName } from '../../codedeploy/lifecycle.ts';
import { TIMEOUTS } from '../../codedeploy/timeouts.ts';
import { executionId } from '../execution-id.ts';
import { checkHost } from '../host-identity.ts';
import type { CommandOperation, CommandRooms } from '../rooms.ts';
import { listenFor } from '../wakeup.ts';

/** Answers the next command of the host as soon as there is one, or `{}` after some seconds without. */
export const PollHostCommand: CommandOperation<'PollHostCommand'> = async ({ HostIdentifier: host }, call) => {
  const { rooms, signal } = call;
  await rooms.database.read((reader) => checkHost(reader, call, host));
  const until = rooms.clock.now() + (rooms.timeouts?.poll ?? TIMEOUTS.poll);
  while (!signal.aborted) {
    const command = await takeOrWait(call, host, until);
    if (command !== undefined) return { HostCommand: shown(command) };
    if (rooms.clock.now() >= until) return {};
  }
  return {};
};

async function takeOrWait(call: Call<CommandRooms>, host: string, until: number): Promise<HostCommand | undefined> {
  const { database, clock } = call.rooms;
  // Listening before looking: what is offered in between is not missed.
  const waiting = listenFor(database, hostTopic(host), call.signal);
  try {
    const command = await take(call, host);
    if (command === undefined) await waiting.forAtMost(until - clock.now());
    return command;
  } finally {
    waiting.stop();
  }
}

async function take(call: Call<CommandRooms>, host: string): Promise<HostCommand | undefined> {
  const { database, clock, timeouts } = call.rooms;
  const now = clock.now();
  // Most polls find nothing: they read only, and leave the one writer to others.
  if (!(await database.read((reader) => isCommandOffered(reader, call, host, now)))) return undefined;
  const leasedUntil = now + (timeouts?.handOut ?? TIMEOUTS.handOut);
  return database.write((tx) => handOutCommand(tx, call, { host, now, leasedUntil }));
}

function shown(command: HostCommand) {
  return {
    HostCommandIdentifier: command.id,
    HostIdentifier: command.host,
    DeploymentExecutionId: executionId(command, command.deploymentId),
    CommandName: eventName(command.event),
  };
}
