import { ACTION_WORK, RULE_WORK } from '../../src/engine/engine-rooms.ts';
import { POLL_WORK } from '../../src/engine/source-changes.ts';
import { ARTIFACT_WORK } from '../../src/engine/sweep-artifacts.ts';
import { HISTORY_WORK } from '../../src/engine/sweep-history.ts';
import { MAX_CONCURRENT } from './invariants/limit.ts';
import type { Player } from './play.ts';
import { isOpenJob, isUnfinished, type WorkFact } from './snapshot.ts';

const MAX_TURNS = 30_000;
const STEP_MS = 2000;

/** Time passes until whatever goes on by itself has come to an end, or waits for a time-out or for somebody. */
export async function rest(player: Player): Promise<void> {
  const { world, installation } = player;
  await world.settle();
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    if (world.violations.length > 0) return;
    if (installation.servers.length === 0) installation.launch();
    const [gate] = world.gates;
    if (gate !== undefined) await world.open(gate);
    else if (isAtRest(player)) return;
    else passTime(player);
  }
  world.complain('the installation does not come to rest');
}

/** In small steps while somebody holds a lease, else in one leap to where something is due. */
function passTime(player: Player): void {
  const { world, installation } = player;
  const leased = [...installation.snapshot.work.values()].some(({ node }) => node !== null);
  const due = Math.min(nextDue(player) ?? Number.POSITIVE_INFINITY, nextEnd(player) ?? Number.POSITIVE_INFINITY);
  const next = world.nextTimer() ?? world.now + STEP_MS;
  world.passTo(leased || !Number.isFinite(due) ? Math.max(next, world.now + 1) : Math.max(next, due));
}

function isAtRest(player: Player): boolean {
  const { world, installation } = player;
  const rows = [...installation.snapshot.work.values()];
  if (installation.snapshot.outbox.length > 0 || rows.some(({ node }) => node !== null)) return false;
  return nextEnd(player) === undefined && rows.every((row) => row.due > world.now && isOfTheEndless(player, row));
}

/** Work that only waits for a time-out or for somebody, that is done for ever, or that nobody wants any more. */
function isOfTheEndless(player: Player, { kind, key }: WorkFact): boolean {
  const { snapshot } = player.installation;
  switch (kind) {
    case HISTORY_WORK:
    case ARTIFACT_WORK:
      return true;
    case POLL_WORK:
      return hasSeenTheNewest(player, key);
    case RULE_WORK:
      return snapshot.rules.get(key)?.status !== 'InProgress' || isEndless(player, key);
    case ACTION_WORK: {
      const action = snapshot.actions.get(key);
      if (action?.status !== 'InProgress' || action.token !== null) return true;
      return isOfAWorker(player, key) || isEndless(player, key);
    }
    default:
      return false;
  }
}

/** What is watched no more is looked at once more, and then not again; a pipeline that is full starts nothing. */
function hasSeenTheNewest({ installation }: Player, key: string): boolean {
  const { snapshot, sources } = installation;
  const watch = snapshot.watches.get(key);
  if (watch === undefined || installation.hasIdled(watch.pipelineId)) return true;
  const underWay = [...snapshot.executions.values()].filter(
    (row) => row.pipelineId === watch.pipelineId && isUnfinished(row),
  );
  if (underWay.length >= MAX_CONCURRENT) return true;
  const name = snapshot.pipelines.get(watch.pipelineId)?.name ?? '';
  return watch.revision === sources.newest(`${name}/${watch.action}`);
}

/** An action whose job waits for a worker. */
export function isOfAWorker({ installation: { snapshot } }: Player, id: string): boolean {
  return [...snapshot.jobs.values()].some((job) => job.actionExecutionId === id && isOpenJob(job));
}

/** Ends by its time-out only. */
export function isEndless({ installation }: Player, id: string): boolean {
  const job = installation.jobs.get(id);
  if (job === undefined) return false;
  return job.endsAt > job.run.deadline || (job.story.tells === 'nobody' && job.story.takes !== 0);
}

/** When the first of those that end by their time-out does; approvals have days and somebody decides them, jobs have their workers. */
export function nextTimeout(player: Player): number | undefined {
  const { snapshot } = player.installation;
  const dueOf = (kind: string, id: string) => snapshot.work.get(`${kind} ${id}`)?.due ?? 0;
  const actions = [...snapshot.actions.values()]
    .filter(({ id, status, token }) => status === 'InProgress' && token === null && !isOfAWorker(player, id))
    .map(({ id, deadline }) => Math.max(deadline, dueOf(ACTION_WORK, id)));
  const rules = [...snapshot.rules.values()]
    .filter(({ status }) => status === 'InProgress')
    .map(({ id, deadline }) => Math.max(deadline, dueOf(RULE_WORK, id)));
  const deadlines = [...actions, ...rules];
  return deadlines.length === 0 ? undefined : Math.min(...deadlines);
}

function nextDue({ installation: { snapshot } }: Player): number | undefined {
  const dues = [...snapshot.work.values()].filter(({ node }) => node === null).map(({ due }) => due);
  return dues.length === 0 ? undefined : Math.min(...dues);
}

/** When the next job ends whose end a running action waits to be told. */
function nextEnd({ world, installation: { snapshot, jobs } }: Player): number | undefined {
  const ends = [...snapshot.actions.values(), ...snapshot.rules.values()]
    .filter(({ status }) => status === 'InProgress')
    .flatMap(({ id }) => jobs.get(id) ?? [])
    .filter(({ story, endsAt, run }) => story.tells === 'wake' && endsAt > world.now && endsAt <= run.deadline)
    .map(({ endsAt }) => endsAt);
  return ends.length === 0 ? undefined : Math.min(...ends);
}
