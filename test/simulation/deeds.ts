import { PIPELINES } from './clients.ts';
import { actionName, repositoryOf, SOURCE_STAGE } from './declare.ts';
import type { Player } from './play.ts';
import { isUnfinished, type Snapshot, type StageFact } from './snapshot.ts';
import type { Deed } from './story.ts';

/** A running stage may have an action that failed. */
const MAY_BE_OVERRIDDEN: readonly string[] = ['InProgress', 'Failed', 'Errored'];
const MAY_BE_RETRIED: readonly string[] = ['InProgress', 'Failed', 'Stopped'];

/** Somebody outside does something; what comes of it waits at the gates. */
export async function perform(player: Player, deed: Deed): Promise<void> {
  if ('pipeline' in deed) await performOnPipeline(player, deed);
  else performOnOne(player, deed);
}

type OnPipeline = Extract<Deed, { readonly pipeline: number }>;

async function performOnPipeline({ installation, clients, triggers, story }: Player, deed: OnPipeline): Promise<void> {
  const name = PIPELINES[deed.pipeline % story.pipelines.length] ?? '';
  switch (deed.do) {
    case 'start':
      return clients.start(name, deed.token, deed.go);
    case 'push':
      return triggers.push(name);
    case 'update':
      return clients.update(name, deed.to);
    case 'change-mode':
      return clients.changeMode(name, deed.mode);
    case 'delete':
      return clients.delete(name);
    case 'create':
      return clients.create(name);
    case 'look':
      return clients.look(name);
    case 'close':
    case 'open':
      return clients.door(name, deed.stage, deed.side, deed.do === 'open');
    case 'commit':
      return installation.commit(repositoryOf(name, actionName(deed.source)));
    case 'put-revision':
      return triggers.putRevision(name, actionName(deed.source), deed.revision);
    case 'hook':
      return triggers.hook(name);
    case 'unhook':
      return triggers.unhook(name);
    case 'deliver':
      return triggers.deliver(name, deed.how);
  }
}

function performOnOne({ installation: { snapshot }, clients, workers }: Player, deed: Exclude<Deed, OnPipeline>): void {
  switch (deed.do) {
    case 'stop':
      onOne([...snapshot.executions.values()].filter(isUnfinished), deed.pick, (execution) =>
        clients.stop(execution, deed.abandon),
      );
      break;
    case 'retry':
      onOne(likely(mayBeRetried(snapshot), stagesThat(snapshot, MAY_BE_RETRIED), deed.pick), deed.pick, (stage) =>
        clients.retry(stage, deed.all ? 'ALL_ACTIONS' : 'FAILED_ACTIONS'),
      );
      break;
    case 'roll-back':
      onOne(likely(mayBeTarget(snapshot), stagesThat(snapshot, ['Succeeded']), deed.pick), deed.pick, (stage) =>
        clients.rollBack(stage),
      );
      break;
    case 'override': {
      const conditions = [...snapshot.conditions.values()].filter(
        ({ status, hook }) => hook !== 'onFailure' && MAY_BE_OVERRIDDEN.includes(status),
      );
      onOne(conditions, deed.pick, (condition) => clients.override(condition));
      break;
    }
    case 'decide': {
      const waiting = [...snapshot.actions.values()].filter(
        ({ status, token }) => status === 'InProgress' && token !== null,
      );
      onOne(waiting, deed.pick, (approval) => clients.decide(approval, deed.approve));
      break;
    }
    case 'poll-jobs':
      workers.pollForSome(deed.pick, deed.batch);
      break;
    case 'acknowledge':
      workers.acknowledge(deed.pick);
      break;
    case 'answer-job':
      workers.answer(deed.pick, deed.how);
      break;
  }
}

function stagesThat({ stages }: Snapshot, statuses: readonly string[]): StageFact[] {
  return [...stages.values()].filter(({ status }) => statuses.includes(status));
}

/** Most of those outside ask for what is possible as far as they can see; some ask for anything. */
function likely<T>(possible: readonly T[], any: readonly T[], pick: number): readonly T[] {
  return possible.length === 0 || pick % 8 === 0 ? any : possible;
}

function mayBeRetried(snapshot: Snapshot): StageFact[] {
  return stagesThat(snapshot, ['Failed', 'Stopped']).filter((stage) => stage.parallel === 1 || isLast(snapshot, stage));
}

function isLast({ stages }: Snapshot, { pipelineId, stage, sequence }: StageFact): boolean {
  const inIt = [...stages.values()].filter((row) => row.pipelineId === pipelineId && row.stage === stage);
  return inIt.every((row) => row.parallel === 1 || row.sequence <= sequence);
}

function mayBeTarget(snapshot: Snapshot): StageFact[] {
  const { executions, pipelines } = snapshot;
  return stagesThat(snapshot, ['Succeeded']).filter(({ executionId, pipelineId, stage, parallel }) => {
    const { type, version } = executions.get(executionId) ?? {};
    const isCurrent = version === pipelines.get(pipelineId)?.version;
    return parallel === 0 && stage !== SOURCE_STAGE && type === 'STANDARD' && isCurrent;
  });
}

function onOne<T>(items: readonly T[], pick: number, deed: (item: T) => void): void {
  const item = among(items, pick);
  if (item !== undefined) deed(item);
}

export function among<T>(items: readonly T[], pick: number): T | undefined {
  return items.length === 0 ? undefined : items[pick % items.length];
}
