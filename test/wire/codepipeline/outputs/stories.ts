import { CreateProjectCommand } from '@aws-sdk/client-codebuild';
import {
  type Condition,
  DisableStageTransitionCommand,
  OverrideStageConditionCommand,
  PutApprovalResultCommand,
  PutJobSuccessResultCommand,
  RetryStageExecutionCommand,
  RollbackStageCommand,
  type RuleDeclaration,
  type StageDeclaration,
  StopPipelineExecutionCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { ACCOUNT } from '../../../harness/account.ts';
import { building, project, textOf } from '../../../harness/builds.ts';
import { makeFleet } from '../../../harness/deployment-room.ts';
import { createType, customAction, nextJob, takeJob, typeId } from '../../../harness/jobs.ts';
import {
  action,
  actionsOf,
  approval,
  approvalToken,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  start,
  untilInbound,
  untilInside,
  untilStatus,
} from '../../../harness/pipelines.ts';
import type { TestServer } from '../../../harness/server.ts';
import { makeBuckets, sourceOf } from '../../../harness/sources.ts';
import { waitFor } from '../../../harness/wait.ts';

/** What happens for every member of an answer to have a value; each story is one pipeline, of its name. */
export class Stories {
  readonly #server: TestServer;

  constructor(server: TestServer) {
    this.#server = server;
  }

  get #client() {
    return this.#server.codepipeline;
  }

  /** Makes what the stories need, tells them, and answers the names of their pipelines. */
  async tell(): Promise<readonly string[]> {
    await makeBuckets(this.#server.s3);
    for (const [name, command] of [
      ['passes', 'true'],
      ['fails', 'false'],
    ] as const)
      await this.#server.codebuild.send(
        new CreateProjectCommand({
          ...project(name),
          source: { type: 'CODEPIPELINE', buildspec: textOf(building(command)) },
          artifacts: { type: 'CODEPIPELINE' },
        }),
      );
    const hooks = ['beforeEntry', 'onSuccess', 'onFailure'] as const;
    await Promise.all([
      this.#built(),
      this.#decided(),
      this.#worked(),
      this.#retried(),
      this.#replaced(),
      ...hooks.map((hook) => this.#refused(hook)),
      ...hooks.slice(0, 2).map((hook) => this.#overridden(hook)),
    ]);
    return ['built', 'decided', 'worked', 'retried', 'replaced', ...hooks.map((hook) => `refused-${hook}`)].concat(
      hooks.slice(0, 2).map((hook) => `overridden-${hook}`),
    );
  }

  /** A source, a build and a deployment that fails on its host. */
  async #built(): Promise<void> {
    const fleet = await makeFleet({ clients: this.#server, endpoint: this.#server.endpoint }, 'app', 2);
    const files = { 'appspec.yml': 'version: 0.0\nos: linux\nfiles: []\n' };
    const main = await sourceOf(this.#server.s3, 'Main', files, { namespace: 'Main', roleArn: ROLE });
    const inputArtifacts = [{ name: 'MainOutput' }];
    const build = action('Build', {
      actionTypeId: { category: 'Build', owner: 'AWS', provider: 'CodeBuild', version: '1' },
      configuration: { ProjectName: 'passes' },
      inputArtifacts,
    });
    const deploy = action('Deploy', {
      actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'CodeDeploy', version: '1' },
      configuration: { ApplicationName: 'app', DeploymentGroupName: fleet.deploymentGroupName },
      inputArtifacts,
    });
    const id = await this.#begin('built', [stage('Source', main), stage('Build', build), stage('Deploy', deploy)]);
    await waitFor('the host to be told', async () => (await fleet.agent(1).poll()).body.HostCommand).then(
      async (command) => {
        const known = command as Parameters<ReturnType<typeof fleet.agent>['complete']>[0];
        await fleet.agent(1).acknowledge(known);
        await fleet.agent(1).complete(known, { error_code: 4, message: 'The script failed' });
      },
    );
    await untilStatus(this.#client, 'built', id, 'Failed');
  }

  /** An approval that was given; another that is waited for, a third before a closed door, and one that was stopped. */
  async #decided(): Promise<void> {
    const stages = [stage('Source', source()), stage('Approve', approval()), stage('Build', action('Compile'))];
    await create(this.#client, pipeline('decided', stages, { ...QUIET, executionMode: 'QUEUED' }));
    const first = await start(this.#client, 'decided');
    await this.#approve('decided');
    await untilStatus(this.#client, 'decided', first, 'Succeeded');
    await this.#client.send(
      new RollbackStageCommand({ pipelineName: 'decided', stageName: 'Build', targetPipelineExecutionId: first }),
    );
    const place = { pipelineName: 'decided', stageName: 'Build', transitionType: 'Inbound' } as const;
    await this.#client.send(new DisableStageTransitionCommand({ ...place, reason: 'closed' }));
    const second = await start(this.#client, 'decided');
    await this.#approve('decided');
    await untilInbound(this.#client, 'decided', 'Build', [second]);
    const stopped = await start(this.#client, 'decided');
    await untilInside(this.#client, 'decided', 'Approve', stopped);
    await this.#client.send(
      new StopPipelineExecutionCommand({
        pipelineName: 'decided',
        pipelineExecutionId: stopped,
        abandon: true,
        reason: 'enough',
      }),
    );
    await untilStatus(this.#client, 'decided', stopped, 'Stopped');
    await start(this.#client, 'decided');
    await approvalToken(this.#client, 'decided', 'Approve');
  }

  async #approve(pipelineName: string): Promise<void> {
    const token = await approvalToken(this.#client, pipelineName, 'Approve');
    const place = { pipelineName, stageName: 'Approve', actionName: 'Approve', token };
    const result = { status: 'Approved' as const, summary: 'looks good' };
    await this.#client.send(new PutApprovalResultCommand({ ...place, result }));
  }

  /** Jobs: one that was half done when its worker gave up. */
  async #worked(): Promise<void> {
    await createType(this.#client, 'Mill', {
      settings: {
        entityUrlTemplate: 'https://mill.example/',
        executionUrlTemplate: 'https://mill.example/{ExternalExecutionId}',
        revisionUrlTemplate: 'https://mill.example/revisions',
      },
    });
    const talk = action('Talk', { namespace: 'Said', configuration: { Output: '{"Word":"yes"}' } });
    await createType(this.#client, 'Digger', { category: 'Source', inputArtifactDetails: NO_INPUTS });
    const dig = { ...source('Dig'), actionTypeId: typeId('Digger', 'Source') };
    const id = await this.#begin('worked', [
      stage('Source', dig),
      stage('Approve', approval(), talk),
      stage('Work', customAction('Grind', 'Mill')),
    ]);
    const currentRevision = {
      revision: '7',
      changeIdentifier: 'seven',
      created: new Date(0),
      revisionSummary: 'Seven',
    };
    const dug = await takeJob(this.#client, 'Digger', 'Source');
    await this.#client.send(new PutJobSuccessResultCommand({ jobId: dug, currentRevision }));
    await this.#approve('worked');
    const executionDetails = { percentComplete: 50, externalExecutionId: 'run-1', summary: 'half done' };
    const jobId = await takeJob(this.#client, 'Mill');
    await this.#client.send(new PutJobSuccessResultCommand({ jobId, continuationToken: 'on', executionDetails }));
    await nextJob(this.#client, 'Mill');
    const goingOn = async () => (await actionsOf(this.#client, 'worked', id)).at(-1)?.output?.executionResult;
    await waitFor('the page of the run', async () => (await goingOn())?.externalExecutionUrl);
  }

  /** A stage that tries again by itself, and is tried again by hand. */
  async #retried(): Promise<void> {
    const build: StageDeclaration = {
      ...stage('Build', action('Compile', { outcome: 'fail' })),
      onFailure: { result: 'RETRY', retryConfiguration: { retryMode: 'FAILED_ACTIONS' } },
    };
    const id = await this.#begin('retried', [stage('Source', source()), build]);
    await untilStatus(this.#client, 'retried', id, 'Failed');
    await this.#client.send(
      new RetryStageExecutionCommand({
        pipelineName: 'retried',
        stageName: 'Build',
        pipelineExecutionId: id,
        retryMode: 'FAILED_ACTIONS',
      }),
    );
    await waitFor('the stage to be tried again', async () => {
      const attempts = await actionsOf(this.#client, 'retried', id);
      return attempts.filter(({ actionName, status }) => actionName === 'Compile' && status === 'Failed').length > 2;
    });
  }

  /** An execution that an update has cancelled. */
  async #replaced(): Promise<void> {
    const stages = [stage('Source', source()), stage('Approve', approval())];
    const id = await this.#begin('replaced', stages);
    await untilInside(this.#client, 'replaced', 'Approve', id);
    await this.#client.send(new UpdatePipelineCommand({ pipeline: pipeline('replaced', stages, QUIET) }));
    const token = await approvalToken(this.#client, 'replaced', 'Approve');
    const place = { pipelineName: 'replaced', stageName: 'Approve', actionName: 'Approve', token };
    await this.#client.send(
      new PutApprovalResultCommand({ ...place, result: { status: 'Approved', summary: 'Too late' } }),
    );
    await untilStatus(this.#client, 'replaced', id, 'Cancelled');
  }

  /** A condition that is not met, for a build fails. */
  async #refused(hook: Hook): Promise<void> {
    const name = `refused-${hook}`;
    const main = await sourceOf(this.#server.s3, `Main${hook}`, { 'a.txt': 'a' });
    const rule: RuleDeclaration = {
      name: 'Check',
      ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'CodeBuild', version: '1' },
      configuration: { ProjectName: 'fails' },
      inputArtifacts: [{ name: `Main${hook}Output` }],
      roleArn: ROLE,
    };
    const other: RuleDeclaration = {
      name: 'Reason',
      ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'VariableCheck', version: '1' },
      configuration: { Variable: '#{variables.Reason}', Operator: 'EQ', Value: 'a test' },
    };
    const outcome = hook === 'onFailure' ? 'fail' : 'succeed';
    const id = await this.#begin(name, [
      stage('Source', main),
      guarded(stage('Build', action('Compile', { outcome })), hook, rule, other),
    ]);
    await untilStatus(this.#client, name, id, 'Failed');
  }

  /** A condition that is waited for, until somebody lets the execution pass. */
  async #overridden(hook: Hook): Promise<void> {
    const name = `overridden-${hook}`;
    const rule: RuleDeclaration = {
      name: 'Window',
      ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'DeploymentWindow', version: '1' },
      configuration: { Cron: '* 0 0 1 1 ? 2199' },
    };
    const id = await this.#begin(name, [
      stage('Source', source()),
      guarded(stage('Build', action('Compile')), hook, rule),
    ]);
    const conditionType = hook === 'beforeEntry' ? 'BEFORE_ENTRY' : 'ON_SUCCESS';
    const override = { pipelineName: name, stageName: 'Build', pipelineExecutionId: id, conditionType } as const;
    await waitFor('the condition to be looked at', () =>
      this.#client.send(new OverrideStageConditionCommand(override)).then(
        () => true,
        (error: Error) => {
          if (!/NotLatest|NotOverridable/.test(error.name)) throw error;
          return false;
        },
      ),
    );
    await untilStatus(this.#client, name, id, 'Succeeded');
  }

  async #begin(name: string, stages: StageDeclaration[]): Promise<string> {
    await create(this.#client, pipeline(name, stages, QUIET));
    return start(this.#client, name);
  }
}

type Hook = 'beforeEntry' | 'onSuccess' | 'onFailure';

const NO_INPUTS = { minimumCount: 0, maximumCount: 0 };
const ROLE = `arn:aws:iam::${ACCOUNT}:role/action`;

function guarded(declared: StageDeclaration, hook: Hook, ...rules: RuleDeclaration[]): StageDeclaration {
  const conditions: Condition[] = [{ result: 'FAIL', rules }];
  return { ...declared, [hook]: { conditions } };
}
