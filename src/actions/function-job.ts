import { ask } from '../aws/ask.ts';
import type { Aws } from '../aws/aws.ts';
import { parseArn } from '../kernel/arn.ts';
import type { ActionJob, Jobs } from '../ports/jobs.ts';
import type { ActionRun, ActionType } from './action.ts';

/** A function that has not answered by then is given up; a continuation is a new invocation with as much time. */
export const ANSWER_SECONDS = 20 * 60;

export interface FunctionOrder {
  readonly type: ActionType;
  /** Name or ARN; an ARN says the region too. */
  readonly functionName: string;
  readonly seconds: number;
  /** What its credentials are good for beside its artifacts: statements of a policy. */
  readonly permissions?: string | undefined;
}

export interface FunctionRooms {
  readonly aws: Aws;
  readonly jobs: Jobs;
}

/**
 * The action's newest job, done by a function that is invoked once for each job. What it returns is not believed: it answers by
 * PutJobSuccessResult or PutJobFailureResult, with credentials that came with the job.
 */
export async function functionJob(run: ActionRun, order: FunctionOrder, rooms: FunctionRooms): Promise<ActionJob> {
  const { aws, jobs } = rooms;
  // Without an endpoint nobody will ever do the job.
  aws.settings(run.region);
  const { type, seconds, permissions } = order;
  const open = () => jobs.open(run, { type, goesTo: 'whoever-is-told', seconds, permissions });
  const job = await open();
  if (job.status !== 'Created') return job;
  // After a crash between the two the function is invoked twice, as Lambda may do itself.
  await invoke(run, { ...order, jobId: job.id }, rooms);
  await jobs.told(job.id);
  return open();
}

async function invoke(
  run: ActionRun,
  { functionName, jobId }: FunctionOrder & { readonly jobId: string },
  { aws, jobs }: FunctionRooms,
): Promise<void> {
  const settings = aws.settings(parseArn(functionName)?.region ?? run.region);
  const { actionTypeId: _type, pipelineContext: _context, ...data } = await jobs.read(jobId);
  const { LambdaClient, InvokeCommand } = await import('@aws-sdk/client-lambda');
  await ask(new LambdaClient(settings), (client) =>
    client.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'Event',
        Payload: Buffer.from(JSON.stringify({ 'CodePipeline.job': { id: jobId, accountId: run.account, data } })),
      }),
    ),
  );
}
