import { ACTION_WORK, RULE_WORK } from '../../src/engine/engine-rooms.ts';
import { PIPELINES } from './clients.ts';
import { STAGE_NAMES } from './declare.ts';
import { waitsFor } from './invariants/waiting.ts';
import type { Player } from './play.ts';
import { isUnfinished, type WorkFact } from './snapshot.ts';
import type { Story } from './story.ts';
import type { World } from './world.ts';

const MAX_TURNS = 30_000;
const STEP_MS = 2000;

/** Rules, pipelines, and all servers up, before anything goes wrong. */
export async function setUp({ installation, clients, world }: Player, story: Story): Promise<void> {
  installation.launch();
  await openAll({ world });
  clients.listen();
  await openAll({ world });
  for (const [index, name] of PIPELINES.entries()) clients.create(name, story.pipelines[index]);
  await openWrites(world);
  while (installation.hasRoom) installation.launch();
  await world.settle();
}

async function openAll({ world }: Pick<Player, 'world'>): Promise<void> {
  await world.settle();
  for (let [gate] = world.gates; gate !== undefined; [gate] = world.gates) await world.open(gate);
}

/** The pipelines are there; what they do has not begun. */
async function openWrites(world: World): Promise<void> {
  await world.settle();
  for (const gate of world.gates.filter(({ kind }) => kind === 'write')) await world.open(gate);
}

/** No faults any more: time passes until whatever can end by itself has ended, and everything else waits for something named. */
export async function comeToRest(player: Player): Promise<void> {
  await rest(player);
  const { world, installation } = player;
  if (world.violations.length > 0) return;
  const { snapshot } = installation;
  for (const execution of [...snapshot.executions.values()].filter(isUnfinished)) {
    const cause = waitsFor(snapshot, execution);
    if (cause !== 'an action' && cause !== 'a rule') continue;
    const running = [...snapshot.actions.values()].filter(
      ({ executionId, status }) => executionId === execution.id && status === 'InProgress',
    );
    const rules = [...snapshot.rules.values()].filter(
      ({ executionId, status }) => executionId === execution.id && status === 'InProgress',
    );
    if (
      !running.some(({ id, token }) => token !== null || isEndless(player, id)) &&
      !rules.some(({ id }) => isEndless(player, id))
    )
      world.complain(`#${execution.sequence} waits for something that is over`);
  }
}

/** Doors are opened, approvals given, time-outs awaited: everything must end, and nothing be left. */
export async function endEverything(player: Player): Promise<void> {
  const { world, installation, clients } = player;
  for (let round = 0; round < 60 && world.violations.length === 0; round += 1) {
    const { snapshot } = installation;
    if (![...snapshot.executions.values()].some(isUnfinished)) break;
    for (const { pipelineId, stage, side } of snapshot.doors) {
      const name = snapshot.pipelines.get(pipelineId)?.name;
      const index = STAGE_NAMES.indexOf(stage);
      if (name !== undefined) clients.door(name, index, side === 'Inbound' ? 'Inbound' : 'Outbound', true);
    }
    for (const action of snapshot.actions.values())
      if (action.status === 'InProgress' && action.token !== null) clients.decide(action, true);
    await rest(player);
    world.passTo(nextTimeout(player) ?? world.now);
    await rest(player);
  }
  if (world.violations.length === 0) checkEnd(player);
}

function checkEnd({ world, installation, clients }: Player): void {
  const { snapshot, told, delivered, asked } = installation;
  for (const execution of [...snapshot.executions.values()].filter(isUnfinished))
    world.complain(
      `#${execution.sequence} (${execution.mode}) does not end: it waits for ${waitsFor(snapshot, execution)}`,
    );
  const lost = [...told.events.keys()].filter((id) => !delivered.has(id));
  if (lost.length > 0) world.complain(`${lost.length} of ${told.events.size} events were never delivered`);
  for (const { pipeline, asked: pushed, acknowledged } of clients.pushes) {
    if (asked.deleted.has(pipeline)) continue;
    const ids = [...snapshot.pipelines.values()].filter(({ name }) => name === pipeline).map(({ id }) => id);
    if (ids.length === 0) continue;
    const started = [...snapshot.executions.values()].filter(
      ({ pipelineId, triggerType }) => ids.includes(pipelineId) && triggerType === 'CloudWatchEvent',
    ).length;
    if (started < acknowledged || started > pushed)
      world.complain(
        `${pushed} pushes to ${pipeline}, ${acknowledged} acknowledged, have started ${started} executions`,
      );
  }
}

async function rest(player: Player): Promise<void> {
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

/** Work that only waits for a time-out, or that nobody wants any more. */
function isOfTheEndless(player: Player, { kind, key }: WorkFact): boolean {
  if (kind === RULE_WORK) {
    const rule = player.installation.snapshot.rules.get(key);
    return rule === undefined || rule.status !== 'InProgress' || isEndless(player, key);
  }
  if (kind !== ACTION_WORK) return false;
  const action = player.installation.snapshot.actions.get(key);
  return action === undefined || action.status !== 'InProgress' || action.token !== null || isEndless(player, key);
}

/** Ends by its time-out only. */
function isEndless({ installation }: Player, id: string): boolean {
  const job = installation.jobs.get(id);
  if (job === undefined) return false;
  return job.endsAt > job.run.deadline || (job.story.tells === 'nobody' && job.story.takes !== 0);
}

/** When the first of those that end by their time-out does; approvals have days, and somebody decides them. */
function nextTimeout({ installation: { snapshot } }: Player): number | undefined {
  const dueOf = (kind: string, id: string) => snapshot.work.get(`${kind} ${id}`)?.due ?? 0;
  const actions = [...snapshot.actions.values()]
    .filter(({ status, token }) => status === 'InProgress' && token === null)
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
