import { ask } from '../aws/ask.ts';
import type { Aws } from '../aws/aws.ts';
import { nextLook } from '../aws/next-look.ts';
import { parseArn } from '../kernel/arn.ts';
import type { Clock } from '../kernel/clock.ts';
import type { TemporaryCredentials } from '../ports/credentials.ts';
import type { ActionJob, JobArtifact, JobDocument, Jobs } from '../ports/jobs.ts';
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
  readonly clock: Clock;
  readonly jobs: Jobs;
}

/**
 * The action's newest job, done by a function that is invoked once for each job. What it returns is not believed: it answers by
 * PutJobSuccessResult or PutJobFailureResult, with credentials that came with the job.
 *
 * Gaps: how long AWS waits before it invokes a function again whose job goes on is not documented.
 */
export async function functionJob(run: ActionRun, order: FunctionOrder, rooms: FunctionRooms): Promise<ActionJob> {
  const { aws, jobs, clock } = rooms;
  // Without an endpoint nobody will ever do the job.
  aws.settings(run.region);
  const { type, seconds, permissions } = order;
  const open = () => jobs.open(run, { type, goesTo: 'whoever-is-told', seconds, permissions });
  const job = await open();
  if (job.status !== 'Created') return job;
  const lookAt = dueAt(job, run);
  if (clock.now() < lookAt) return { ...job, lookAt };
  // After a crash between the two the function is invoked twice, as Lambda may do itself.
  await invoke(run, { ...order, jobId: job.id }, rooms);
  await jobs.told(job.id);
  return open();
}

/** A function that says "not yet" is not asked at once again, but as anything else that runs elsewhere: the longer it takes the later. */
function dueAt({ continuedAt }: ActionJob, run: ActionRun): number {
  return continuedAt === undefined ? 0 : nextLook(run, { now: () => continuedAt });
}

async function invoke(
  run: ActionRun,
  { functionName, jobId }: FunctionOrder & { readonly jobId: string },
  { aws, jobs }: FunctionRooms,
): Promise<void> {
  const settings = aws.settings(parseArn(functionName)?.region ?? run.region);
  const data = eventData(await jobs.read(jobId));
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

/** As AWS writes it: what has no revision has null, and the credentials say when they end. */
function eventData({ actionTypeId: _type, pipelineContext: _context, ...data }: JobDocument): object {
  const { inputArtifacts, outputArtifacts, artifactCredentials } = data;
  return {
    ...data,
    inputArtifacts: inputArtifacts.map(withRevision),
    outputArtifacts: outputArtifacts.map(withRevision),
    artifactCredentials: artifactCredentials && withExpiration(artifactCredentials),
  };
}

function withRevision(artifact: JobArtifact): object {
  return { ...artifact, revision: artifact.revision ?? null };
}

/** `expirationTime` in milliseconds since the epoch. */
function withExpiration({ expires, ...credentials }: TemporaryCredentials): object {
  return { ...credentials, expirationTime: expires };
}
