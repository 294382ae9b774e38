import { createHmac } from 'node:crypto';
import type { Caller } from './caller.ts';
import { SOURCE_STAGE } from './declare.ts';
import type { Installation } from './installation.ts';
import { ACCOUNT, REGION } from './server.ts';
import type { DeliveryStory } from './story.ts';

export interface Starts {
  readonly pipeline: string;
  readonly trigger: 'CloudWatchEvent' | 'Webhook';
  asked: number;
  acknowledged: number;
}

const SECRET = 'known to both';

/** What starts pipelines beside those who ask for it: events, deliveries of git hosts, revisions that are put. */
export class Triggers {
  readonly #installation: Installation;
  readonly #caller: Caller;
  /** The secrets in the URLs of webhooks, by pipeline. */
  readonly #hooks = new Map<string, string>();
  /** Pipelines whose webhook somebody has asked to be deleted. */
  readonly #unhooked = new Set<string>();
  readonly starts: Starts[] = [];

  constructor(installation: Installation, caller: Caller) {
    this.#installation = installation;
    this.#caller = caller;
  }

  /** Rules by which pushes start pipelines. */
  listen(pipelines: readonly string[]): void {
    for (const name of pipelines) {
      const EventPattern = JSON.stringify({ source: ['push'], detail: { pipeline: [name] } });
      const Arn = `arn:aws:codepipeline:${REGION}:${ACCOUNT}:${name}`;
      const Targets = [{ Id: name, Arn, RoleArn: `arn:aws:iam::${ACCOUNT}:role/start` }];
      const Name = `push-${name}`;
      const acknowledged = () => this.#caller.ask('PutTargets', { Rule: Name, Targets });
      this.#caller.ask('PutRule', { Name, EventPattern }, { acknowledged });
    }
  }

  push(name: string): void {
    const starts = this.#startsOf(name, 'CloudWatchEvent');
    starts.asked += 1;
    const isThere = this.#isThere(name);
    const Entries = [{ Source: 'push', DetailType: 'Push', Detail: JSON.stringify({ pipeline: name }) }];
    const acknowledged = () => {
      if (isThere) starts.acknowledged += 1;
    };
    this.#caller.ask('PutEvents', { Entries }, { acknowledged });
  }

  /** A webhook that is put again keeps its URL, unless it was deleted between. */
  hook(name: string): void {
    const webhook = {
      name: hookOf(name),
      targetPipeline: name,
      targetAction: 'A1',
      filters: [{ jsonPath: '$.ref', matchEquals: 'refs/heads/main' }],
      authentication: 'GITHUB_HMAC',
      authenticationConfiguration: { SecretToken: SECRET },
    };
    const acknowledged = (answer: unknown) => {
      const { url } = (answer as { readonly webhook: { readonly url: string } }).webhook;
      const token = url.split('/').at(-1) ?? '';
      if ((this.#hooks.get(name) ?? token) !== token && !this.#unhooked.has(name))
        this.#caller.complain(`the webhook of ${name} has another URL than before`);
      this.#hooks.set(name, token);
    };
    this.#caller.ask('PutWebhook', { webhook }, { acknowledged });
  }

  unhook(name: string): void {
    this.#unhooked.add(name);
    this.#caller.ask('DeleteWebhook', { name: hookOf(name) });
  }

  /** As a git host delivers; only what is signed, and of the branch that is wanted, starts the pipeline. */
  deliver(name: string, how: DeliveryStory): void {
    const token = this.#hooks.get(name);
    if (token === undefined) return;
    const starts = this.#startsOf(name, 'Webhook');
    if (how === 'well') starts.asked += 1;
    const body = JSON.stringify({ ref: how === 'other branch' ? 'refs/heads/other' : 'refs/heads/main' });
    const secret = how === 'unsigned' ? 'guessed' : SECRET;
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    const acknowledged = (answer: unknown) => {
      const { status, body: text } = answer as { readonly status: number; readonly body: string };
      const [, id] = /Started execution ([\w-]+)/.exec(text) ?? [];
      if (id !== undefined) {
        starts.acknowledged += 1;
        if (how !== 'well') this.#caller.complain(`a delivery to ${name} starts it (${how})`);
        if (!this.#isKnown(name, id)) this.#caller.complain(`execution ${id} was told to a git host and is not there`);
      } else if (how === 'well' && status === 200)
        this.#caller.complain(`a delivery to ${name} that should start it is answered with ${text}`);
    };
    const send = { acknowledged };
    this.#caller.request(`a delivery to ${name} (${how})`, (server) => server.deliver(token, body, signature), send);
  }

  putRevision(name: string, action: string, revision: number): void {
    const actionRevision = {
      revisionId: `put-${revision}`,
      revisionChangeId: `change-${revision}`,
      created: new Date(this.#installation.world.now),
    };
    const input = { pipelineName: name, stageName: SOURCE_STAGE, actionName: action, actionRevision };
    const acknowledged = (answer: unknown) => {
      const { pipelineExecutionId: id } = answer as { readonly pipelineExecutionId: string };
      if (!this.#isKnown(name, id)) this.#caller.complain(`PutActionRevision: execution ${id} is not there`);
    };
    this.#caller.ask('PutActionRevision', input, { acknowledged });
  }

  #startsOf(pipeline: string, trigger: Starts['trigger']): Starts {
    const known = this.starts.find((each) => each.pipeline === pipeline && each.trigger === trigger);
    if (known !== undefined) return known;
    const starts = { pipeline, trigger, asked: 0, acknowledged: 0 };
    this.starts.push(starts);
    return starts;
  }

  #isKnown(name: string, id: string): boolean {
    const { asked, snapshot, forgotten } = this.#installation;
    return asked.deleted.has(name) || snapshot.executions.has(id) || forgotten.has(id);
  }

  #isThere(name: string): boolean {
    return [...this.#installation.snapshot.pipelines.values()].some((pipeline) => pipeline.name === name);
  }
}

function hookOf(pipeline: string): string {
  return `hook-${pipeline}`;
}
