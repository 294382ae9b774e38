import type { ActionJob } from '../../ports/jobs.ts';
import type { ActionProvider, ActionRun, ActionType, Progress } from '../action.ts';
import { hasReference, required } from '../configuration.ts';
import { ANSWER_SECONDS, type FunctionRooms, functionJob } from '../function-job.ts';
import { endOf, progressOfJob } from '../job-progress.ts';

const A_DAY = 24 * 60;
const TYPE: ActionType = { category: 'Invoke', owner: 'AWS', provider: 'Lambda', version: '1' };
const FUNCTION = /^(?:arn:aws[\w-]*:lambda:[a-z0-9-]+:\d{12}:function:)?[\w-]{1,64}(?::[\w$-]{1,128})?$/;

/** Invokes a function with what its user tells it. */
export function lambdaInvoke(rooms: FunctionRooms): ActionProvider {
  const look = async (run: ActionRun) => {
    const order = { type: TYPE, functionName: required(run, 'FunctionName'), seconds: ANSWER_SECONDS };
    return progressOf(run, await functionJob(run, order, rooms));
  };
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
      hasReference(FunctionName) || FUNCTION.test(FunctionName)
        ? undefined
        : 'FunctionName is not the name or ARN of a function',
    start: look,
    poll: look,
    stop: async (run) => endOf(await rooms.jobs.expire(run)),
  };
}

function progressOf(run: ActionRun, job: ActionJob): Progress {
  if (job.status !== 'TimedOut') return progressOfJob(job);
  const name = required(run, 'FunctionName');
  const message = `The AWS Lambda function ${name} failed to return a result. Check the function to verify that it has permission to call the PutJobSuccessResult action and that it made a call to PutJobSuccessResult.`;
  return { kind: 'failed', code: 'JobFailed', message };
}
