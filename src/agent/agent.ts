import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../kernel/log.ts';
import type { Deployment, Host } from './deployment.ts';
import { failed, type Outcome, succeeded } from './event-failure.ts';
import { Journal, type Result } from './journal.ts';
import { readSpecification } from './specification.ts';
import type { Acknowledged, CommandService, HostCommand } from './wire/command-service.ts';
import { openEnvelope } from './wire/envelope.ts';
import { delayAfter, insist, mayPass } from './wire/patience.ts';

/** Commands of different deployments that run at the same time, at most. */
const CAPACITY = 16;
/** Between polls that a service answers at once with nothing. */
const PAUSE = 1_000;

export interface AgentRooms {
  readonly service: CommandService;
  readonly host: Host;
  readonly log: Log;
}

/**
 * The deployment agent: asks the command service for lifecycle events, performs them on this host and reports what came of them. Events
 * of one deployment run one after the other, those of different deployments side by side.
 */
export class Agent {
  readonly #rooms: AgentRooms;
  readonly #journal: Journal;
  /** Commands in hand. */
  readonly #running = new Map<string, Promise<void>>();
  #lastCommand: string | undefined;
  /** The end of the line of each deployment execution. */
  readonly #lines = new Map<string, Promise<void>>();

  constructor(rooms: AgentRooms) {
    this.#rooms = rooms;
    this.#journal = new Journal(rooms.host.places, rooms.host.clock);
  }

  /** Works until it is to stop, and then ends what it has in hand. */
  async run(stop: AbortSignal): Promise<void> {
    await this.#journal.open();
    for (const result of await this.#journal.recover()) this.#hold(result.commandId, this.#report(result, stop));
    for (let failures = 0; !stop.aborted; ) {
      try {
        await this.#turn(stop);
        if (failures > 0) this.#rooms.log.info('The command service answers again');
        failures = 0;
      } catch (error) {
        failures += 1;
        await this.#bear(error, failures, stop);
      }
      if (this.#running.size >= CAPACITY) await Promise.race(this.#running.values());
    }
    await Promise.all(this.#running.values());
  }

  /** One poll. Pauses where the next would follow at once: after an idle answer, and when the same command comes again. */
  async #turn(stop: AbortSignal): Promise<void> {
    const { service, host } = this.#rooms;
    const begun = host.clock.now();
    const command = await service.poll(stop);
    const again = command?.id === this.#lastCommand;
    this.#lastCommand = command?.id;
    if (command !== undefined) this.#take(command, stop);
    if (again) await pause(PAUSE - (host.clock.now() - begun), stop);
  }

  async #bear(error: unknown, failures: number, stop: AbortSignal): Promise<void> {
    if (stop.aborted) return;
    if (failures === 1 || !mayPass(error)) {
      this.#rooms.log.error('Polling failed, trying again', { error: String(error) });
    }
    await pause(delayAfter(error, failures), stop);
  }

  /** A command handed out again while it is in hand is left alone. */
  #take(command: HostCommand, stop: AbortSignal): void {
    if (this.#running.has(command.id)) return;
    const before = this.#lines.get(command.executionId) ?? Promise.resolve();
    const work = before.then(() => this.#carryOut(command, stop));
    this.#lines.set(command.executionId, work);
    void work.then(() => {
      if (this.#lines.get(command.executionId) === work) this.#lines.delete(command.executionId);
    });
    this.#hold(command.id, work);
  }

  #hold(commandId: string, work: Promise<void>): void {
    const held = work
      .catch((error: unknown) => this.#rooms.log.error('The journal cannot be written', { error }))
      .then(() => void this.#running.delete(commandId));
    this.#running.set(commandId, held);
  }

  /** Never throws: whatever happens becomes a result, in the journal if nowhere else. */
  async #carryOut(command: HostCommand, stop: AbortSignal): Promise<void> {
    const { log } = this.#rooms;
    try {
      const known = await this.#journal.find(command.id);
      const result = known ?? (await this.#perform(command, stop));
      if (result !== undefined) await this.#report(result, stop);
    } catch (error) {
      if (!stop.aborted) log.error('A command could not be carried out', { command: command.name, error });
    }
  }

  /** Undefined when the service wants nothing of it. Throws when the agent stops before the command was begun. */
  async #perform(command: HostCommand, stop: AbortSignal): Promise<Result | undefined> {
    // Loaded with the first command: an agent that waits needs no unpackers and parsers in its memory.
    const { isNoop, perform } = await import('./perform.ts');
    let deployment: Deployment | undefined;
    try {
      deployment = await this.#deploymentOf(command, stop);
      const noop = await isNoop(command.name, deployment);
      const answer = await this.#acknowledge(command, noop, deployment);
      if (answer !== 'run') return await this.#leave(command, noop && answer === 'failed', deployment);
    } catch (error) {
      if (stop.aborted) throw error;
      return this.#settle(command, deployment, failed(error));
    }
    const { deploymentId } = deployment.specification;
    this.#rooms.log.info(`${command.name} begins`, { deployment: deploymentId });
    const outcome = await perform(command.name, deployment).then(() => succeeded(), failed);
    return this.#settle(command, deployment, outcome);
  }

  async #deploymentOf(command: HostCommand, stop: AbortSignal): Promise<Deployment> {
    const { service, host, log } = this.#rooms;
    const ask = (): ReturnType<CommandService['specification']> => service.specification(command);
    const envelope = await insist('GetDeploymentSpecification', ask, { log, stop });
    const specification = readSpecification(await openEnvelope(envelope));
    return { ...host, specification, log, stop };
  }

  /** In the journal first: once the service knows of it, it expects to hear how the command ended. */
  async #acknowledge(command: HostCommand, noop: boolean, deployment: Deployment): Promise<Acknowledged> {
    const { service, log } = this.#rooms;
    await this.#journal.begin(deployment.specification.deploymentId, command.id);
    const ask = (): Promise<Acknowledged> => service.acknowledge(command, noop);
    return insist('PutHostCommandAcknowledgement', ask, { log, stop: deployment.stop });
  }

  /** The service holds the command for ended; of one with nothing to do it may still be told so. */
  async #leave(command: HostCommand, tell: boolean, deployment: Deployment): Promise<Result | undefined> {
    if (tell) return this.#settle(command, deployment, succeeded('CompletedNoopCommand'));
    await this.#journal.drop(deployment.specification.deploymentId);
    return undefined;
  }

  #settle(command: HostCommand, deployment: Deployment | undefined, outcome: Outcome): Promise<Result> {
    const deploymentId = deployment?.specification.deploymentId;
    this.#rooms.log.info(`${command.name} ${outcome.status.toLowerCase()}`, { deployment: deploymentId });
    return this.#journal.settle(deploymentId, command.id, outcome);
  }

  async #report(result: Result, stop: AbortSignal): Promise<void> {
    const { service, log } = this.#rooms;
    const tell = (): Promise<void> => service.complete(result.commandId, result);
    try {
      await insist('PutHostCommandComplete', tell, { log, stop });
    } catch (error) {
      if (stop.aborted) return;
      log.error('The service does not take the result of a command', { error: String(error) });
    }
    await this.#journal.reported(result);
  }
}

async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  if (milliseconds > 0) await wait(milliseconds, undefined, { signal: stop }).catch(() => {});
}
