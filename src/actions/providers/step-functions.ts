import type { DescribeExecutionOutput } from '@aws-sdk/client-sfn';
import { ask } from '../../aws/ask.ts';
import type { Aws } from '../../aws/aws.ts';
import { nextLook } from '../../aws/next-look.ts';
import { parseArn } from '../../kernel/arn.ts';
import type { Clock } from '../../kernel/clock.ts';
import { ServiceError } from '../../kernel/service-error.ts';
import type { ActionProvider, ActionReport, ActionRun, Progress } from '../action.ts';
import { type ArtifactRooms, readArtifactFile, writeOutput } from '../artifacts/artifact-files.ts';
import { firstInput, hasReference, required } from '../configuration.ts';

const SEVEN_DAYS = 7 * 24 * 60;
const MAX_INPUT = 256 * 1024;
const MAX_NAME = 80;

export interface StepFunctionsRooms extends ArtifactRooms {
  readonly aws: Aws;
  readonly clock: Clock;
}

/**
 * Starts an execution of a state machine. That of a standard one is waited for, and goes on when the action's time is up; an
 * express one nobody can look at: the action has succeeded once it is started.
 *
 * Gaps: the output artifact is a zip with the execution's output in output.json. After a crash an express one may be started twice.
 */
export function stepFunctions(rooms: StepFunctionsRooms): ActionProvider {
  return {
    type: { category: 'Invoke', owner: 'AWS', provider: 'StepFunctions', version: '1' },
    inputs: { min: 0, max: 1 },
    outputs: { min: 0, max: 1 },
    configuration: [
      { name: 'StateMachineArn', required: true, description: 'State machine' },
      { name: 'Input', required: false, description: 'JSON, or with InputType FilePath a file of the input artifact' },
      { name: 'InputType', required: false, description: 'Literal or FilePath' },
      { name: 'ExecutionNamePrefix', required: false, description: 'Before the id that names the execution' },
    ],
    outputVariables: ['StateMachineArn', 'ExecutionArn'],
    timeoutMinutes: SEVEN_DAYS,
    check: (configuration, { inputs }) => checkConfiguration(configuration, inputs.length),
    start: (run) => begin(run, rooms),
    poll: (run) =>
      run.externalExecutionId === undefined ? begin(run, rooms) : look(run, run.externalExecutionId, rooms),
    stop: async () => {},
  };
}

function checkConfiguration(configuration: Readonly<Record<string, string>>, inputs: number): string | undefined {
  const { StateMachineArn = '', Input, InputType = 'Literal', ExecutionNamePrefix = '' } = configuration;
  if (!hasReference(StateMachineArn) && parseArn(StateMachineArn)?.service !== 'states')
    return 'StateMachineArn is not the ARN of a state machine';
  if (InputType !== 'Literal' && InputType !== 'FilePath' && !hasReference(InputType))
    return 'InputType must be Literal or FilePath';
  if (InputType === 'FilePath' && (Input === undefined || inputs === 0))
    return 'InputType FilePath needs an input artifact and Input, the path of a file in it';
  if (InputType === 'Literal' && inputs > 0) return 'an input artifact is of use with InputType FilePath only';
  if (InputType === 'Literal' && Input !== undefined && !hasReference(Input) && !isJson(Input))
    return 'Input is not JSON';
  return ExecutionNamePrefix.length > MAX_NAME - 37 ? 'ExecutionNamePrefix is too long' : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function begin(run: ActionRun, rooms: StepFunctionsRooms): Promise<Progress> {
  const settings = rooms.aws.settings(run.region);
  const stateMachineArn = required(run, 'StateMachineArn');
  const { SFNClient, DescribeStateMachineCommand } = await import('@aws-sdk/client-sfn');
  const { type } = await ask(new SFNClient(settings), (client) =>
    client.send(new DescribeStateMachineCommand({ stateMachineArn })),
  );
  if (type !== 'EXPRESS') return look(run, await startExecution(run, rooms), rooms);
  if (run.outputs.length > 0)
    throw new ServiceError('ConfigurationError', 'An express state machine has no output for the output artifact');
  const externalExecutionId = await startExecution(run, rooms);
  return { kind: 'succeeded', externalExecutionId, outputVariables: { StateMachineArn: stateMachineArn } };
}

/** A standard execution of the same name and input is the same one: started again it is not started twice. */
async function startExecution(run: ActionRun, rooms: StepFunctionsRooms): Promise<string> {
  const settings = rooms.aws.settings(run.region);
  const { ExecutionNamePrefix: prefix } = run.configuration;
  const input = await inputOf(run, rooms);
  const { SFNClient, StartExecutionCommand } = await import('@aws-sdk/client-sfn');
  const { executionArn } = await ask(new SFNClient(settings), (client) =>
    client.send(
      new StartExecutionCommand({
        stateMachineArn: required(run, 'StateMachineArn'),
        name: prefix === undefined ? run.actionExecutionId : `${prefix}-${run.actionExecutionId}`,
        input,
      }),
    ),
  );
  if (executionArn === undefined) throw new Error('Step Functions started an execution without an ARN');
  return executionArn;
}

async function inputOf(run: ActionRun, rooms: StepFunctionsRooms): Promise<string> {
  const { Input = '{}', InputType = 'Literal' } = run.configuration;
  const text =
    InputType === 'Literal' ? Input : await readArtifactFile(firstInput(run), Input, { limit: MAX_INPUT, rooms });
  if (!isJson(text)) throw new ServiceError('ConfigurationError', 'The input of the state machine is not JSON');
  return text;
}

async function look(run: ActionRun, executionArn: string, rooms: StepFunctionsRooms): Promise<Progress> {
  const settings = rooms.aws.settings(run.region);
  const { SFNClient, DescribeExecutionCommand } = await import('@aws-sdk/client-sfn');
  const execution = await ask(new SFNClient(settings), (client) =>
    client.send(new DescribeExecutionCommand({ executionArn })),
  );
  const common: ActionReport = { externalExecutionId: executionArn };
  if (execution.status === 'RUNNING' || execution.status === 'PENDING_REDRIVE')
    return { kind: 'running', ...common, pollAt: nextLook(run, rooms.clock) };
  if (execution.status !== 'SUCCEEDED')
    return { kind: 'failed', ...common, code: 'JobFailed', message: failureOf(execution) };
  await writeOutput(run, { path: 'output.json', text: execution.output ?? '{}' }, rooms);
  const outputVariables = { StateMachineArn: required(run, 'StateMachineArn'), ExecutionArn: executionArn };
  return { kind: 'succeeded', ...common, outputVariables };
}

function failureOf({ status, error, cause }: DescribeExecutionOutput): string {
  const reason = [error, cause].filter((word) => word !== undefined).join(': ');
  return `The execution of the state machine ended as ${status}${reason === '' ? '' : `: ${reason}`}`;
}
