import { createHash, createHmac } from 'node:crypto';
import { REGION } from './server.ts';

/** A command as an agent receives it. */
export interface Command {
  readonly HostCommandIdentifier: string;
  readonly HostIdentifier: string;
  readonly DeploymentExecutionId: string;
  readonly CommandName: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export interface AgentKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Names under which the command service is known: AWS's agent uses the first unless told otherwise. */
export const COMMANDS = { prefix: 'CodeDeployCommandService_v20141006', signingName: 'codedeploy-commands' };
export const SECURE_COMMANDS = { prefix: 'CodeDeployCommandService', signingName: 'codedeploy-commands-secure' };

/** A deployment agent that does what a test says: it speaks the wire and runs nothing. */
export class ScriptedAgent {
  readonly host: string;
  readonly #endpoint: string;
  readonly #key: AgentKey;
  readonly #names: typeof COMMANDS;

  constructor(
    endpoint: string,
    host: string,
    key: AgentKey = { accessKeyId: 'test', secretAccessKey: 'test' },
    names = COMMANDS,
  ) {
    this.#endpoint = endpoint;
    this.host = host;
    this.#key = key;
    this.#names = names;
  }

  poll(): Promise<Answer> {
    return this.call('PollHostCommand', { HostIdentifier: this.host });
  }

  /** The next command; fails when there is none within some polls. */
  async next(polls = 3): Promise<Command> {
    for (let attempt = 0; attempt < polls; attempt += 1) {
      const { status, body } = await this.poll();
      if (status !== 200) throw new Error(JSON.stringify(body));
      if (body.HostCommand) return body.HostCommand as Command;
    }
    throw new Error(`No command for ${this.host}`);
  }

  specification({ DeploymentExecutionId }: Command): Promise<Answer> {
    return this.call('GetDeploymentSpecification', { DeploymentExecutionId, HostIdentifier: this.host });
  }

  acknowledge({ HostCommandIdentifier }: Command, IsCommandNoop = false): Promise<Answer> {
    const Diagnostics = { Format: 'JSON', Payload: JSON.stringify({ IsCommandNoop }) };
    return this.call('PutHostCommandAcknowledgement', { HostCommandIdentifier, Diagnostics });
  }

  complete(
    { HostCommandIdentifier }: Command,
    said: object = { error_code: 0, message: 'Succeeded: ' },
  ): Promise<Answer> {
    const failed = 'error_code' in said && said.error_code !== 0;
    return this.call('PutHostCommandComplete', {
      HostCommandIdentifier,
      CommandStatus: failed ? 'Failed' : 'Succeeded',
      Diagnostics: { Format: 'JSON', Payload: JSON.stringify({ script_name: '', log: '', ...said }) },
    });
  }

  /** Takes one command through to its end. */
  async perform(said?: object): Promise<Command> {
    const command = await this.next();
    await this.acknowledge(command);
    await this.complete(command, said);
    return command;
  }

  /** Performs command after command until the deployment asks for no more, or `until` names the last one; answers their names. */
  async performAll(until = 'ValidateService'): Promise<string[]> {
    const names: string[] = [];
    while (names.at(-1) !== until) names.push((await this.perform()).CommandName);
    return names;
  }

  async call(operation: string, input: object): Promise<Answer> {
    const body = JSON.stringify(input);
    const headers = this.#sign(operation, body);
    const response = await fetch(this.#endpoint, { method: 'POST', headers, body });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  }

  #sign(operation: string, body: string): Record<string, string> {
    const { accessKeyId, secretAccessKey, sessionToken } = this.#key;
    const time = new Date().toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
    const headers: Record<string, string> = {
      'content-type': 'application/x-amz-json-1.1',
      host: new URL(this.#endpoint).host,
      'x-amz-codedeploy-agent-version': 'scripted/1',
      'x-amz-date': time,
      ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
      'x-amz-target': `${this.#names.prefix}.${operation}`,
    };
    const names = Object.keys(headers).sort();
    const canonical = [
      'POST',
      '/',
      '',
      ...names.map((name) => `${name}:${headers[name]}`),
      '',
      names.join(';'),
      hash(body),
    ];
    const scope = [time.slice(0, 8), REGION, this.#names.signingName, 'aws4_request'];
    const text = ['AWS4-HMAC-SHA256', time, scope.join('/'), hash(canonical.join('\n'))].join('\n');
    const key = scope.reduce<string | Buffer>((secret, part) => mac(secret, part), `AWS4${secretAccessKey}`);
    const signature = mac(key, text).toString('hex');
    return {
      ...headers,
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope.join('/')}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
    };
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function mac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
