import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type StandInEcs, standInEcs } from './aws-stand-in-ecs.ts';
import { type StandInStacks, standInStacks } from './aws-stand-in-stacks.ts';

/** What stands in for AWS: it speaks the wire of a few operations, and does as a test tells it. */
export interface AwsStandIn {
  readonly url: string;
  readonly stacks: StandInStacks;
  readonly ecs: StandInEcs;
  /** Events that functions were invoked with, in order. */
  readonly invocations: readonly Invocation[];
  /** What a function does when it is invoked; one that is not defined is not there. */
  defineFunction(name: string, deed: (event: LambdaEvent) => Promise<void>): void;
  /** Executions by name. */
  readonly executions: ReadonlyMap<string, StandInExecution>;
  endExecution(name: string, end: Partial<StandInExecution>): void;
  readonly alarms: Map<string, string>;
  /** Texts of secrets by name, and of parameters. */
  readonly secrets: Map<string, string>;
  readonly parameters: Map<string, string>;
  /** The next requests are answered with a fault of the service, as if it could not be reached. */
  failNext(requests: number): void;
  /** Whether requests are taken and left without an answer. */
  fallSilent(isSilent: boolean): void;
  close(): Promise<void>;
}

export interface Invocation {
  readonly name: string;
  readonly event: LambdaEvent;
}

export interface LambdaEvent {
  readonly 'CodePipeline.job': {
    readonly id: string;
    readonly accountId: string;
    readonly data: {
      readonly actionConfiguration: { readonly configuration: Readonly<Record<string, string>> };
      readonly inputArtifacts: readonly JobArtifact[];
      readonly outputArtifacts: readonly JobArtifact[];
      readonly artifactCredentials: {
        readonly accessKeyId: string;
        readonly secretAccessKey: string;
        readonly sessionToken: string;
      };
      readonly continuationToken?: string;
      readonly encryptionKey?: { readonly id: string; readonly type: string };
    };
  };
}

interface JobArtifact {
  readonly name: string;
  readonly location: { readonly s3Location: { readonly bucketName: string; readonly objectKey: string } };
}

export interface StandInExecution {
  readonly input: string;
  readonly status: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

export type JsonOperation = (input: Record<string, unknown>) => object;

/** Thrown by an operation that refuses. */
export class Refusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export async function startAwsStandIn(): Promise<AwsStandIn> {
  const invocations: Invocation[] = [];
  const functions = new Map<string, (event: LambdaEvent) => Promise<void>>();
  const executions = new Map<string, StandInExecution>();
  const alarms = new Map<string, string>();
  const secrets = new Map<string, string>();
  const parameters = new Map<string, string>();
  const files = new Map<string, string>();
  const stacks = standInStacks((url) => files.get(new URL(url).pathname));
  const ecs = standInEcs();
  const operations: Readonly<Record<string, JsonOperation>> = {
    ...ecs.operations,
    ...stateMachines(executions),
    ...storedValues(secrets, parameters),
    'GraniteServiceVersion20100801.DescribeAlarms': ({ AlarmNames }) => ({
      MetricAlarms: (AlarmNames as string[])
        .filter((name) => alarms.has(name))
        .map((AlarmName) => ({ AlarmName, StateValue: alarms.get(AlarmName) })),
      CompositeAlarms: [],
    }),
  };

  async function invoke(name: string, body: string, response: ServerResponse): Promise<void> {
    const deed = functions.get(name);
    if (deed === undefined) {
      answerJson(response, 404, { Message: `Function not found: ${name}` }, 'ResourceNotFoundException');
      return;
    }
    const event: LambdaEvent = JSON.parse(body);
    invocations.push({ name, event });
    answerJson(response, 202, {});
    await deed(event);
  }

  let faults = 0;
  let silent = false;
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    if (silent) return;
    if (faults > 0) {
      faults -= 1;
      response.writeHead(503).end();
      return;
    }
    if (request.method === 'PUT') {
      files.set(String(request.url).split('?')[0] ?? '', body);
      response.writeHead(200, { etag: '"1"' }).end();
      return;
    }
    const [, name] = /^\/2015-03-31\/functions\/([^/]+)\/invocations/.exec(request.url ?? '') ?? [];
    if (name !== undefined) return invoke(decodeURIComponent(name), body, response);
    const operation = operations[String(request.headers['x-amz-target'])];
    try {
      if (operation !== undefined) answerJson(response, 200, operation(JSON.parse(body)));
      else answerXml(response, 200, stacks.answer(new URLSearchParams(body)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (operation !== undefined) answerJson(response, 400, { __type: error.code, message: error.message });
      else answerXml(response, 400, refusalXml(error));
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stacks,
    ecs,
    invocations,
    defineFunction: (name, deed) => void functions.set(name, deed),
    executions,
    endExecution: (name, end) => {
      const execution = executions.get(name);
      if (execution === undefined) throw new Error(`There is no execution ${name}`);
      executions.set(name, { ...execution, ...end });
    },
    failNext: (requests) => {
      faults = requests;
    },
    fallSilent: (isSilent) => {
      silent = isSilent;
    },
    alarms,
    secrets,
    parameters,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function stateMachines(executions: Map<string, StandInExecution>): Record<string, JsonOperation> {
  const nameOf = (arn: unknown) => String(arn).split(':').at(-1) ?? '';
  const find = (arn: unknown) => {
    const execution = executions.get(nameOf(arn));
    if (execution === undefined) throw new Refusal('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return execution;
  };
  return {
    'AWSStepFunctions.DescribeStateMachine': ({ stateMachineArn }) => {
      const machine = String(stateMachineArn);
      if (machine.endsWith(':absent'))
        throw new Refusal('StateMachineDoesNotExist', `State Machine Does Not Exist: '${machine}'`);
      return { stateMachineArn, type: machine.endsWith(':express') ? 'EXPRESS' : 'STANDARD', creationDate: 1 };
    },
    'AWSStepFunctions.StartExecution': ({ stateMachineArn, name, input }) => {
      const machine = String(stateMachineArn);
      if (!executions.has(String(name))) executions.set(String(name), { input: String(input), status: 'RUNNING' });
      return { executionArn: `${machine.replace(':stateMachine:', ':execution:')}:${name}`, startDate: 1 };
    },
    'AWSStepFunctions.DescribeExecution': ({ executionArn }) => ({ executionArn, ...find(executionArn), startDate: 1 }),
  };
}

function storedValues(
  secrets: ReadonlyMap<string, string>,
  parameters: ReadonlyMap<string, string>,
): Record<string, JsonOperation> {
  return {
    'secretsmanager.GetSecretValue': ({ SecretId, VersionStage, VersionId }) => {
      // Of a version there is a text of its own.
      const version = VersionStage ?? VersionId;
      const SecretString = secrets.get(version === undefined ? String(SecretId) : `${SecretId}@${version}`);
      if (SecretString === undefined)
        throw new Refusal('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
      return { Name: SecretId, SecretString };
    },
    'AmazonSSM.GetParameter': ({ Name, WithDecryption }) => {
      const Value = parameters.get(String(Name));
      if (Value === undefined) throw new Refusal('ParameterNotFound', 'UnknownError');
      return { Parameter: { Name, Type: 'SecureString', Value: WithDecryption === true ? Value : 'sealed' } };
    },
  };
}

function answerJson(response: ServerResponse, status: number, body: object, errorType?: string): void {
  const type = errorType === undefined ? {} : { 'x-amzn-errortype': errorType };
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', ...type }).end(JSON.stringify(body));
}

function answerXml(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
}

function refusalXml({ code, message }: Refusal): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
}
