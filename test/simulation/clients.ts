import type { Caller } from './caller.ts';
import { declare, STAGE_NAMES } from './declare.ts';
import type { Installation } from './installation.ts';
import type { Asked } from './invariants/invariant.ts';
import { ACCOUNT, REGION } from './server.ts';
import { type ActionFact, type ConditionFact, type ExecutionFact, type StageFact, stageKey } from './snapshot.ts';
import type { Mode, PipelineStory, Side } from './story.ts';

export const PIPELINES = ['alpha', 'beta'] as const;

/** Those who use the installation, many at once. What is answered to them has happened, and stays. */
export class Clients {
  readonly #installation: Installation;
  readonly #caller: Caller;
  readonly #stories = new Map<string, PipelineStory>();
  /** Execution ids that were acknowledged, by the token they were asked for with. */
  readonly #tokens = new Map<string, string>();

  constructor(installation: Installation, caller: Caller) {
    this.#installation = installation;
    this.#caller = caller;
  }

  listen(): void {
    const pattern = JSON.stringify({ source: ['aws.codepipeline'] });
    this.#rule('all', pattern, { Id: 'queue', Arn: `arn:aws:sqs:${REGION}:${ACCOUNT}:events` });
  }

  create(name: string, story = this.#stories.get(name)): void {
    if (story === undefined) return;
    this.#stories.set(name, story);
    this.#caller.ask('CreatePipeline', { pipeline: declare(name, story) }, { refused: this.#mustBeValid });
  }

  update(name: string, story: PipelineStory): void {
    this.#stories.set(name, story);
    const acknowledged = (answer: unknown) => {
      const { version = 0 } = (answer as { readonly pipeline: { readonly version?: number } }).pipeline;
      const row = [...this.#snapshot.pipelines.values()].find((each) => each.name === name);
      if (row !== undefined && row.version < version && !this.#deleted(name))
        this.#complain(`version ${version} of ${name} was acknowledged and is not there`);
    };
    this.#caller.ask(
      'UpdatePipeline',
      { pipeline: declare(name, story) },
      { acknowledged, refused: this.#mustBeValid },
    );
  }

  changeMode(name: string, mode: Mode): void {
    const story = this.#stories.get(name);
    if (story !== undefined) this.update(name, { ...story, mode });
  }

  delete(name: string): void {
    this.#asked.deleted.add(name);
    this.#caller.ask('DeletePipeline', { name });
  }

  start(name: string, token: number | null, go: boolean): void {
    const clientRequestToken = token === null ? undefined : `token-${token}`;
    const variables = go ? undefined : [{ name: 'Go', value: 'no' }];
    const acknowledged = (answer: unknown) => {
      const { pipelineExecutionId: id } = answer as { readonly pipelineExecutionId: string };
      this.#expectExecution(name, id, 'StartPipelineExecution');
      if (clientRequestToken === undefined || this.#deleted(name)) return;
      const key = `${name}/${clientRequestToken}`;
      const known = this.#tokens.get(key) ?? id;
      if (known !== id && this.#snapshot.executions.has(known))
        this.#complain(`one token has started two executions of ${name}`);
      this.#tokens.set(key, id);
    };
    this.#caller.ask('StartPipelineExecution', { name, clientRequestToken, variables }, { acknowledged });
  }

  stop({ id, pipelineId }: ExecutionFact, abandon: boolean): void {
    this.#asked.stopped.add(id);
    const input = { pipelineName: this.#nameOf(pipelineId), pipelineExecutionId: id, abandon };
    const acknowledged = () => {
      const row = this.#snapshot.executions.get(id);
      if (row !== undefined && row.ending === 'none')
        this.#complain(`the stop of #${row.sequence} was acknowledged and is lost`);
    };
    this.#caller.ask('StopPipelineExecution', input, { acknowledged });
  }

  retry({ executionId, pipelineId, stage }: StageFact, retryMode: string): void {
    const place = { pipelineName: this.#nameOf(pipelineId), stageName: stage, pipelineExecutionId: executionId };
    const acknowledged = () => {
      const row = this.#snapshot.stages.get(stageKey(executionId, stage));
      if (row !== undefined && row.manualRetries === 0)
        this.#complain(`the retry of ${stage} was acknowledged and is lost`);
    };
    this.#caller.ask('RetryStageExecution', { ...place, retryMode }, { acknowledged });
  }

  rollBack({ executionId, pipelineId, stage }: StageFact): void {
    const place = { pipelineName: this.#nameOf(pipelineId), stageName: stage, targetPipelineExecutionId: executionId };
    const acknowledged = (answer: unknown) => {
      const { pipelineExecutionId: id } = answer as { readonly pipelineExecutionId: string };
      if (this.#snapshot.pipelines.has(pipelineId) && !this.#snapshot.executions.has(id))
        this.#complain(`the rollback of ${stage} was acknowledged and is lost`);
    };
    this.#caller.ask('RollbackStage', place, { acknowledged });
  }

  override({ executionId, pipelineId, stage, hook }: ConditionFact): void {
    const place = { pipelineName: this.#nameOf(pipelineId), stageName: stage, pipelineExecutionId: executionId };
    const conditionType = hook === 'beforeEntry' ? 'BEFORE_ENTRY' : 'ON_SUCCESS';
    const isOverridden = (row: ConditionFact) =>
      row.executionId === executionId && row.stage === stage && row.hook === hook && row.status === 'Overridden';
    const acknowledged = () => {
      if (this.#snapshot.executions.has(executionId) && ![...this.#snapshot.conditions.values()].some(isOverridden))
        this.#complain(`the override of ${stage} ${hook} was acknowledged and is lost`);
    };
    this.#caller.ask('OverrideStageCondition', { ...place, conditionType }, { acknowledged });
  }

  decide({ pipelineId, stage, action, token, id }: ActionFact, approve: boolean): void {
    if (token === null) return;
    const { decided } = this.#asked;
    decided.set(token, [...(decided.get(token) ?? []), approve]);
    const result = { summary: 'looked at', status: approve ? 'Approved' : 'Rejected' };
    const place = { pipelineName: this.#nameOf(pipelineId), stageName: stage, actionName: action };
    const acknowledged = () => {
      const row = this.#snapshot.actions.get(id);
      if (row !== undefined && row.status !== (approve ? 'Succeeded' : 'Failed'))
        this.#complain(`the decision about ${stage}/${action} was acknowledged and is lost`);
    };
    this.#caller.ask('PutApprovalResult', { ...place, result, token }, { acknowledged });
  }

  door(name: string, stage: number, side: Side, open: boolean): void {
    const place = { pipelineName: name, stageName: STAGE_NAMES[stage], transitionType: side };
    if (open) this.#caller.ask('EnableStageTransition', place);
    else this.#caller.ask('DisableStageTransition', { ...place, reason: 'a story' });
  }

  look(name: string): void {
    this.#caller.ask('GetPipelineState', { name });
    this.#caller.ask('ListPipelineExecutions', { pipelineName: name });
    this.#caller.ask('ListActionExecutions', { pipelineName: name });
  }

  get #snapshot() {
    return this.#installation.snapshot;
  }

  get #asked(): Asked {
    return this.#installation.asked;
  }

  #expectExecution(name: string, id: string, what: string): void {
    if (!this.#deleted(name) && !this.#snapshot.executions.has(id) && !this.#installation.forgotten.has(id))
      this.#complain(`${what}: execution ${id} was acknowledged and is not there`);
  }

  /** What stories declare is right: a story whose pipelines are refused tells nothing. */
  readonly #mustBeValid = (code: string): void => {
    if (code.startsWith('Invalid') || code === 'ValidationException')
      this.#complain(`a declaration is refused: ${code}`);
  };

  #nameOf(pipelineId: string): string {
    return this.#snapshot.pipelines.get(pipelineId)?.name ?? 'gone';
  }

  #deleted(name: string): boolean {
    return this.#asked.deleted.has(name);
  }

  #rule(name: string, EventPattern: string, target: object): void {
    const acknowledged = () => this.#caller.ask('PutTargets', { Rule: name, Targets: [target] });
    this.#caller.ask('PutRule', { Name: name, EventPattern }, { acknowledged });
  }

  #complain(violation: string): void {
    this.#caller.complain(violation);
  }
}
