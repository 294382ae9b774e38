import { ask } from '../aws/ask.ts';
import type { Aws } from '../aws/aws.ts';
import type { ActionJob, Jobs } from '../ports/jobs.ts';
import type { ActionProvider, ActionRun, ActionType, Progress } from './action.ts';
import { required } from './configuration.ts';
import { progressOfJob } from './job-progress.ts';

const A_DAY = 24 * 60;
/** A function that has not answered by then is given up; a continuation is a new invocation with as much time. */
const ANSWER_SECONDS = 20 * 60;
const TYPE: ActionType = { category: 'Invoke', owner: 'AWS', provider: 'Lambda', version: '1' };
const FUNCTION = /^(?:arn:aws[\w-]*:lambda:[a-z0-9-]+:\d{12}:function:)?[\w-]{1,64}(?::[\w$-]{1,128})?$/;

export interface LambdaRooms {
  readonly aws: Aws;
  readonly jobs: Jobs;
}

/**
 * Invokes a function and does not believe its return: the function answers by PutJobSuccessResult or PutJobFailureResult, with
 * credentials that came with the job.
 */
export function lambdaInvoke(rooms: LambdaRooms): ActionProvider {
  const look = (run: ActionRun) => invokeAndLook(run, rooms);
  return {
    type: TYPE,
    inputs: { min: 0, max: 5 },
    outputs: { min: 0, max: 5 },
    configuration: [
      { name: 'FunctionName', required: true, description: 'Name or ARN of the function' },
      { name: 'UserParameters', required: false, description: 'Text that the function is given' },
    ],
    timeoutMinutes: A_DAY,
    check: ({ FunctionName = '' }) =>
      FunctionName.includes('#{') || FUNCTION.test(FunctionName)
        ? undefined
        : 'FunctionName is not the name or ARN of a function',
    start: look,
    poll: look,
    stop: (run) => rooms.jobs.expire(run),
  };
}

async function invokeAndLook(run: ActionRun, { aws, jobs }: LambdaRooms): Promise<Progress> {
  // Without an endpoint nobody will ever do the job.
  aws.settings(run.region);
  const order = { type: TYPE, goesTo: 'whoever-is-told', seconds: ANSWER_SECONDS } as const;
  const job = await jobs.open(run, order);
  if (job.status !== 'Created') return progressOf(run, job);
  // After a crash between the two the function is invoked twice, as Lambda may do itself.
  await invoke(run, job, { aws, jobs });
  await jobs.told(job.id);
  return progressOf(run, await jobs.open(run, order));
}

async function invoke(run: ActionRun, { id }: ActionJob, { aws, jobs }: LambdaRooms): Promise<void> {
  const settings = aws.settings(run.region);
  const { actionTypeId: _type, pipelineContext: _context, ...data } = await jobs.read(id);
  const { LambdaClient, InvokeCommand } = await import('@aws-sdk/client-lambda');
  await ask(new LambdaClient(settings), (client) =>
    client.send(
      new InvokeCommand({
        FunctionName: required(run, 'FunctionName'),
        InvocationType: 'Event',
        Payload: Buffer.from(JSON.stringify({ 'CodePipeline.job': { id, accountId: run.account, data } })),
      }),
    ),
  );
}

function progressOf(run: ActionRun, job: ActionJob): Progress {
  if (job.status !== 'TimedOut') return progressOfJob(job);
  const name = required(run, 'FunctionName');
  const message = `The AWS Lambda function ${name} failed to return a result. Check the function to verify that it has permission to call the PutJobSuccessResult action and that it made a call to PutJobSuccessResult.`;
  return { kind: 'failed', code: 'JobFailed', message };
}
