import { isServiceError } from '../../src/kernel/service-error.ts';
import { declare, STAGE_NAMES } from './declare.ts';
import type { Installation } from './installation.ts';
import { ACCOUNT, REGION, type Server } from './server.ts';
import { type ActionFact, type ConditionFact, type ExecutionFact, type StageFact, stageKey } from './snapshot.ts';
import type { PipelineStory, Side } from './story.ts';
import { Injected } from './world.ts';

export const PIPELINES = ['alpha', 'beta'] as const;

/** Those who use the installation, many at once. What is answered to them has happened, and stays. */
export class Clients {
  readonly #installation: Installation;
  readonly #stories = new Map<string, PipelineStory>();
  /** Execution ids that were acknowledged, by the token they were asked for with. */
  readonly #tokens = new Map<string, string>();
  #turn = 0;
  readonly pushes: { readonly pipeline: string; asked: number; acknowledged: number }[] = PIPELINES.map((pipeline) => ({
    pipeline,
    asked: 0,
    acknowledged: 0,
  }));

  /** How many pipelines there are. */
  readonly pipelines: number;

  constructor(installation: Installation, pipelines: number) {
    this.#installation = installation;
    this.pipelines = pipelines;
  }

  listen(): void {
    const pattern = JSON.stringify({ source: ['aws.codepipeline'] });
    const queue = { Id: 'queue', Arn: `arn:aws:sqs:${REGION}:${ACCOUNT}:events` };
    this.#rule('all', pattern, queue);
    for (const name of PIPELINES) {
      const pushed = JSON.stringify({ source: ['push'], detail: { pipeline: [name] } });
      const Arn = `arn:aws:codepipeline:${REGION}:${ACCOUNT}:${name}`;
      this.#rule(`push-${name}`, pushed, { Id: name, Arn, RoleArn: `arn:aws:iam::${ACCOUNT}:role/start` });
    }
  }

  create(name: string, story = this.#stories.get(name)): void {
    if (story === undefined) return;
    this.#stories.set(name, story);
    this.#ask('CreatePipeline', { pipeline: declare(name, story) }, () => {});
  }

  update(name: string, story: PipelineStory): void {
    this.#stories.set(name, story);
    this.#ask('UpdatePipeline', { pipeline: declare(name, story) }, (answer) => {
      const { version = 0 } = (answer as { readonly pipeline: { readonly version?: number } }).pipeline;
      const row = [...this.#snapshot.pipelines.values()].find((each) => each.name === name);
      if (row !== undefined && row.version < version && !this.#deleted(name))
        this.#complain(`version ${version} of ${name} was acknowledged and is not there`);
    });
  }

  delete(name: string): void {
    this.#installation.asked.deleted.add(name);
    this.#ask('DeletePipeline', { name }, () => {});
  }

  start(name: string, token: number | null): void {
    const key = token === null ? undefined : `token-${token}`;
    this.#ask('StartPipelineExecution', { name, clientRequestToken: key }, (answer) => {
      const { pipelineExecutionId: id } = answer as { readonly pipelineExecutionId: string };
      if (this.#deleted(name)) return;
      if (!this.#snapshot.executions.has(id)) this.#complain(`execution ${id} was acknowledged and is not there`);
      if (key === undefined) return;
      const known = this.#tokens.get(`${name}/${key}`) ?? id;
      if (known !== id) this.#complain(`one token has started two executions of ${name}`);
      this.#tokens.set(`${name}/${key}`, id);
    });
  }

  push(name: string): void {
    const count = this.pushes.find(({ pipeline }) => pipeline === name);
    if (count === undefined) return;
    count.asked += 1;
    const isThere = [...this.#snapshot.pipelines.values()].some((pipeline) => pipeline.name === name);
    const Entries = [{ Source: 'push', DetailType: 'Push', Detail: JSON.stringify({ pipeline: name }) }];
    this.#ask('PutEvents', { Entries }, () => {
      if (isThere) count.acknowledged += 1;
    });
  }

  stop({ id, pipelineId }: ExecutionFact, abandon: boolean): void {
    const name = this.#nameOf(pipelineId);
    this.#ask('StopPipelineExecution', { pipelineName: name, pipelineExecutionId: id, abandon }, () => {
      const row = this.#snapshot.executions.get(id);
      if (row !== undefined && row.ending === 'none')
        this.#complain(`the stop of #${row.sequence} was acknowledged and is lost`);
    });
  }

  retry({ executionId, pipelineId, stage }: StageFact, retryMode: string): void {
    const place = { pipelineName: this.#nameOf(pipelineId), stageName: stage, pipelineExecutionId: executionId };
    this.#ask('RetryStageExecution', { ...place, retryMode }, () => {
      const row = this.#snapshot.stages.get(stageKey(executionId, stage));
      if (row !== undefined && row.retries === 0) this.#complain(`the retry of ${stage} was acknowledged and is lost`);
    });
  }

  rollBack({ executionId, pipelineId, stage }: StageFact): void {
    const place = { pipelineName: this.#nameOf(pipelineId), stageName: stage, targetPipelineExecutionId: executionId };
    this.#ask('RollbackStage', place, (answer) => {
      const { pipelineExecutionId: id } = answer as { readonly pipelineExecutionId: string };
      if (this.#snapshot.pipelines.has(pipelineId) && !this.#snapshot.executions.has(id))
        this.#complain(`the rollback of ${stage} was acknowledged and is lost`);
    });
  }

  override({ id, executionId, pipelineId, stage, hook }: ConditionFact): void {
    const place = { pipelineName: this.#nameOf(pipelineId), stageName: stage, pipelineExecutionId: executionId };
    const conditionType = hook === 'beforeEntry' ? 'BEFORE_ENTRY' : 'ON_SUCCESS';
    this.#ask('OverrideStageCondition', { ...place, conditionType }, () => {
      const others = [...this.#snapshot.conditions.values()].filter((row) => row.executionId === executionId);
      if (this.#snapshot.conditions.has(id) && !others.some(({ status }) => status === 'Overridden'))
        this.#complain(`the override of ${stage} ${hook} was acknowledged and is lost`);
    });
  }

  decide({ pipelineId, stage, action, token, id }: ActionFact, approve: boolean): void {
    if (token === null) return;
    const { decided } = this.#installation.asked;
    decided.set(token, [...(decided.get(token) ?? []), approve]);
    const result = { summary: 'looked at', status: approve ? 'Approved' : 'Rejected' };
    const place = { pipelineName: this.#nameOf(pipelineId), stageName: stage, actionName: action };
    this.#ask('PutApprovalResult', { ...place, result, token }, () => {
      const row = this.#snapshot.actions.get(id);
      if (row !== undefined && row.status !== (approve ? 'Succeeded' : 'Failed'))
        this.#complain(`the decision about ${stage}/${action} was acknowledged and is lost`);
    });
  }

  door(name: string, stage: number, side: Side, open: boolean): void {
    const place = { pipelineName: name, stageName: STAGE_NAMES[stage], transitionType: side };
    if (open) this.#ask('EnableStageTransition', place, () => {});
    else this.#ask('DisableStageTransition', { ...place, reason: 'a story' }, () => {});
  }

  look(name: string): void {
    this.#ask('GetPipelineState', { name }, () => {});
    this.#ask('ListPipelineExecutions', { pipelineName: name }, () => {});
    this.#ask('ListActionExecutions', { pipelineName: name }, () => {});
  }

  get #snapshot() {
    return this.#installation.snapshot;
  }

  #nameOf(pipelineId: string): string {
    return this.#snapshot.pipelines.get(pipelineId)?.name ?? 'gone';
  }

  #deleted(name: string): boolean {
    return this.#installation.asked.deleted.has(name);
  }

  #rule(name: string, EventPattern: string, target: object): void {
    this.#ask('PutRule', { Name: name, EventPattern }, () =>
      this.#ask('PutTargets', { Rule: name, Targets: [target] }, () => {}),
    );
  }

  /** Asks one server after the other; when none is there nobody is asked. */
  #ask(operation: string, input: unknown, acknowledged: (answer: unknown) => void): void {
    const { serving, world } = this.#installation;
    const server: Server | undefined = serving[this.#turn++ % Math.max(serving.length, 1)];
    if (server === undefined) return;
    if (!operation.endsWith('Rule') && operation !== 'PutTargets')
      world.tell(`a client asks server ${server.number}: ${operation} ${brief(input)}`);
    const service = operation.startsWith('Put') && operation !== 'PutApprovalResult' ? 'events' : 'codepipeline';
    server.request(service, operation, input).then(acknowledged, (error: unknown) => {
      if (error instanceof Injected) return;
      if (isServiceError(error)) world.tell(`${operation} is refused: ${error.code}`);
      else this.#complain(`${operation} fails: ${error instanceof Error ? error.stack : String(error)}`);
    });
  }

  #complain(violation: string): void {
    this.#installation.world.complain(violation);
  }
}

function brief(input: unknown): string {
  const text = JSON.stringify(input);
  return text.length > 120 ? `${text.slice(0, 120)}...` : text;
}
