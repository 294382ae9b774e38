import {
  AcknowledgeThirdPartyJobCommand,
  type ActionDeclaration,
  type CodePipelineClient,
  GetThirdPartyJobDetailsCommand,
  PollForThirdPartyJobsCommand,
  PutApprovalResultCommand,
  PutJobSuccessResultCommand,
  PutThirdPartyJobFailureResultCommand,
  PutWebhookCommand,
  StartPipelineExecutionCommand,
  StopPipelineExecutionCommand,
  UpdateActionTypeCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { createType, customAction, partnerType, partnerTypeId, takeJob } from '../../../harness/jobs.ts';
import {
  action,
  approval,
  approvalToken,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  start,
  untilInside,
  untilStatus,
} from '../../../harness/pipelines.ts';
import { waitFor } from '../../../harness/wait.ts';
import { s3Source } from '../../../harness/watched-sources.ts';

/** Everything that must have happened for every error to occur. Ids are those of executions, unless they say otherwise. */
export interface Situation {
  /** Of the pipeline `plain`: it succeeded. */
  readonly done: string;
  /** Of `failing`: an action failed beside one that runs. */
  readonly failed: string;
  /** Of `updated`: it succeeded before the pipeline was updated. */
  readonly outdated: string;
  /** Of `halting`: it is to stop when an action has ended that does not end. */
  readonly halting: string;
  /** Of `full`, which has 50 others: its condition failed it. */
  readonly refused: string;
  /** Of `approved`: the token of an approval that was decided. */
  readonly spentToken: string;
  /** Jobs: offered, acknowledged, done. */
  readonly job: { readonly open: string; readonly over: string };
  readonly partnerJob: { readonly open: string; readonly over: string; readonly clientToken: string };
}

const FETCH = stage('Source', source());
const BUILD = stage('Build', action('Compile'));
const PAIR = { ClientId: '11111111-2222-4333-8444-555555555555', ClientToken: 'known to the partner' };
const ALL_WEBHOOKS = 300;
const ALL_TYPES = 50;

export async function bringAbout(client: CodePipelineClient): Promise<Situation> {
  await create(client, pipeline('plain', [FETCH, BUILD], QUIET));
  const done = await runOnce(client, 'plain');
  await create(client, pipeline('updated', [FETCH, BUILD], QUIET));
  const outdated = await runOnce(client, 'updated');
  await client.send(new UpdatePipelineCommand({ pipeline: pipeline('updated', [FETCH, BUILD], QUIET) }));
  await create(client, pipeline('polling', [stage('Source', s3Source('Zip', 'zips', 'a.zip')), BUILD], QUIET));
  const [fail, wait] = [action('Fail', { outcome: 'fail' }), action('Wait', { outcome: 'wait' })];
  await create(client, pipeline('failing', [FETCH, stage('Build', fail, wait)], QUIET));
  const failed = await start(client, 'failing');
  await untilInside(client, 'failing', 'Build', failed);
  await create(client, pipeline('halting', [FETCH, stage('Build', wait)], QUIET));
  const halting = await start(client, 'halting');
  await untilInside(client, 'halting', 'Build', halting);
  await client.send(new StopPipelineExecutionCommand({ pipelineName: 'halting', pipelineExecutionId: halting }));
  const spentToken = await approve(client);
  const refused = await fill(client);
  await exhaust(client);
  return {
    done,
    failed,
    outdated,
    halting,
    refused,
    spentToken,
    job: await jobs(client),
    partnerJob: await partnerJobs(client),
  };
}

async function runOnce(client: CodePipelineClient, name: string): Promise<string> {
  const id = await start(client, name);
  await untilStatus(client, name, id, 'Succeeded');
  return id;
}

async function approve(client: CodePipelineClient): Promise<string> {
  await create(client, pipeline('approved', [FETCH, stage('Approve', approval())], QUIET));
  const id = await start(client, 'approved');
  const token = await approvalToken(client, 'approved', 'Approve');
  const place = { pipelineName: 'approved', stageName: 'Approve', actionName: 'Approve', token };
  await client.send(new PutApprovalResultCommand({ ...place, result: { summary: '', status: 'Approved' } }));
  await untilStatus(client, 'approved', id, 'Succeeded');
  return token;
}

/** As many executions as there can be, beside one that a condition has failed. */
async function fill(client: CodePipelineClient): Promise<string> {
  const guarded = {
    ...stage('Approve', approval()),
    beforeEntry: {
      conditions: [
        {
          result: 'FAIL' as const,
          rules: [
            {
              name: 'Open',
              ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'VariableCheck', version: '1' } as const,
              configuration: { Variable: '#{variables.Reason}', Operator: 'NE', Value: 'a test' },
            },
          ],
        },
      ],
    },
  };
  // The first of them is the one that creating starts.
  const variables = [{ name: 'Reason', defaultValue: 'to fill it' }];
  await create(client, pipeline('full', [FETCH, guarded], { variables, executionMode: 'PARALLEL' }));
  const refused = await start(client, 'full');
  await untilStatus(client, 'full', refused, 'Failed');
  for (let count = 1; count < 50; count += 1) await client.send(new StartPipelineExecutionCommand({ name: 'full' }));
  return refused;
}

/** As many webhooks and types as a region can have. */
async function exhaust(client: CodePipelineClient): Promise<void> {
  for (let count = 0; count < ALL_WEBHOOKS; count += 1)
    await client.send(new PutWebhookCommand({ webhook: hook(`hook${count}`) }));
  for (let count = 0; count < ALL_TYPES; count += 1) await createType(client, `Type${count}`);
}

export const hook = (name: string) => ({
  name,
  targetPipeline: 'plain',
  targetAction: 'Fetch',
  filters: [{ jsonPath: '$.ref' }],
  authentication: 'UNAUTHENTICATED' as const,
  authenticationConfiguration: {},
});

async function runJob(client: CodePipelineClient, name: string, job: ActionDeclaration): Promise<void> {
  await create(client, pipeline(name, [FETCH, stage('Work', job)], QUIET));
  await start(client, name);
}

async function jobs(client: CodePipelineClient): Promise<Situation['job']> {
  const provider = 'Type0';
  await runJob(client, 'working', customAction('Work', provider));
  const open = await takeJob(client, provider);
  await runJob(client, 'worked', customAction('Work', provider));
  const over = await takeJob(client, provider);
  await client.send(new PutJobSuccessResultCommand({ jobId: over }));
  return { open, over };
}

async function partnerJobs(client: CodePipelineClient): Promise<Situation['partnerJob']> {
  const properties = [
    { name: 'ClientId', optional: false, key: false, noEcho: false },
    { name: 'ClientToken', optional: false, key: false, noEcho: true },
  ];
  await client.send(new UpdateActionTypeCommand({ actionType: partnerType('Partner', { properties }) }));
  const review = { name: 'Review', actionTypeId: partnerTypeId('Partner'), configuration: PAIR };
  await runJob(client, 'reviewing', review);
  const open = await takePartnerJob(client);
  await runJob(client, 'reviewed', review);
  const over = await takePartnerJob(client);
  const failureDetails = { type: 'JobFailed', message: 'no' } as const;
  await client.send(
    new PutThirdPartyJobFailureResultCommand({ jobId: over, clientToken: PAIR.ClientToken, failureDetails }),
  );
  return { open, over, clientToken: PAIR.ClientToken };
}

function takePartnerJob(client: CodePipelineClient): Promise<string> {
  return waitFor('a job of the partner', async () => {
    const actionTypeId = partnerTypeId('Partner');
    const { jobs: [offered] = [] } = await client.send(new PollForThirdPartyJobsCommand({ actionTypeId }));
    if (offered?.jobId === undefined) return undefined;
    const claim = { jobId: offered.jobId, clientToken: PAIR.ClientToken };
    const { jobDetails } = await client.send(new GetThirdPartyJobDetailsCommand(claim));
    await client.send(new AcknowledgeThirdPartyJobCommand({ ...claim, nonce: jobDetails?.nonce }));
    return offered.jobId;
  });
}
