import { json, text } from 'node:stream/consumers';
import type { Outcome } from '../event-failure.ts';
import type { Envelope } from './envelope.ts';
import { call, type Remote } from './signed-request.ts';

/** A lifecycle event that this host is to perform. */
export interface HostCommand {
  readonly id: string;
  readonly executionId: string;
  readonly name: string;
}

/** What the service makes of an acknowledged command: `run` it, or leave it as it is over already. */
export type Acknowledged = 'run' | 'succeeded' | 'failed';

/** The service answered, and what it answered is an error. */
export class ServiceAnswer extends Error {
  override readonly name = 'ServiceAnswer';
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status: number) {
    super(`${code}: ${message}`);
    this.code = code;
    this.status = status;
  }
}

/**
 * The command service that deployment agents poll. AWS has it and does not document it; names and shapes are those its own agent uses.
 */
export interface CommandService {
  /** The next command, waiting for one as long as the service likes or until the agent is to stop; undefined when there is none. */
  poll(stop: AbortSignal): Promise<HostCommand | undefined>;
  specification(command: HostCommand): Promise<Envelope>;
  /** `isNoop`: there is nothing to do for the command on this host. */
  acknowledge(command: HostCommand, isNoop: boolean): Promise<Acknowledged>;
  complete(commandId: string, outcome: Outcome): Promise<void>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Longer than services hold a poll back (AWS's agent waits 80 seconds). */
const POLL_TIMEOUT = 90_000;
const ANSWER_TIMEOUT = 30_000;

export function commandService(remote: Remote, host: { identifier: string; version: string }): CommandService {
  const send = async (operation: string, input: Fields, stop?: AbortSignal): Promise<Fields> => {
    const answer = await call(remote, {
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `CodeDeployCommandService_v20141006.${operation}`,
        'x-amz-codedeploy-agent-version': host.version,
      },
      body: JSON.stringify(input),
      idleTimeout: operation === 'PollHostCommand' ? POLL_TIMEOUT : ANSWER_TIMEOUT,
      stop,
    });
    if (answer.statusCode === 200) return readFields(await text(answer));
    throw asError(answer.statusCode ?? 0, fields(await json(answer).catch(() => ({}))));
  };
  return {
    poll: async (stop) => {
      const { HostCommand } = await send('PollHostCommand', { HostIdentifier: host.identifier }, stop);
      return HostCommand === undefined || HostCommand === null
        ? undefined
        : readCommand(fields(HostCommand), host.identifier);
    },
    specification: async ({ executionId }) => {
      const input = { DeploymentExecutionId: executionId, HostIdentifier: host.identifier };
      return readEnvelope(await send('GetDeploymentSpecification', input));
    },
    acknowledge: async ({ id }, isNoop) => {
      const Diagnostics = { Format: 'JSON', Payload: JSON.stringify({ IsCommandNoop: isNoop }) };
      const input = { HostCommandIdentifier: id, Diagnostics };
      const { CommandStatus } = await send('PutHostCommandAcknowledgement', input);
      if (CommandStatus === 'Succeeded') return 'succeeded';
      return CommandStatus === 'Failed' ? 'failed' : 'run';
    },
    complete: async (id, { status, diagnostics }) => {
      const Diagnostics = { Format: 'JSON', Payload: diagnostics };
      await send('PutHostCommandComplete', { HostCommandIdentifier: id, CommandStatus: status, Diagnostics });
    },
  };
}

function readCommand(command: Fields, identifier: string): HostCommand {
  const {
    HostCommandIdentifier: id,
    HostIdentifier: host,
    DeploymentExecutionId: execution,
    CommandName: name,
  } = command;
  if (typeof host !== 'string' || !identifier.includes(host)) {
    throw new Error(`Host Identifier mismatch: ${identifier} != ${String(host)}`);
  }
  if (typeof name !== 'string' || name === '') throw new Error('Command Name missing');
  if (typeof id !== 'string' || typeof execution !== 'string') throw new Error('Host Command Identifier missing');
  return { id, name, executionId: execution };
}

function readEnvelope({ DeploymentSystem, DeploymentSpecification }: Fields): Envelope {
  if (DeploymentSystem !== 'CodeDeploy') {
    throw new Error(`Deployment System mismatch: CodeDeploy != ${String(DeploymentSystem)}`);
  }
  const { Format, Payload } = fields(fields(DeploymentSpecification).GenericEnvelope);
  if (typeof Format !== 'string' || typeof Payload !== 'string') throw new Error('Deployment Specification missing');
  return { format: Format, payload: Payload };
}

function asError(status: number, body: Fields): ServiceAnswer {
  const type = typeof body.__type === 'string' ? body.__type : `HTTP ${status}`;
  const message = body.message ?? body.Message;
  return new ServiceAnswer(
    type.split('#').at(-1) ?? type,
    typeof message === 'string' ? message : 'no reason given',
    status,
  );
}

function readFields(body: string): Fields {
  return body.trim() === '' ? {} : fields(JSON.parse(body));
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
