import { PIPELINES } from './clients.ts';
import { STAGE_NAMES } from './declare.ts';
import { checkEnd } from './ending.ts';
import { waitsFor } from './invariants/waiting.ts';
import type { Player } from './play.ts';
import { isEndless, isOfAWorker, nextTimeout, rest } from './rest.ts';
import { HISTORY_DAYS } from './server.ts';
import { isOpenJob, isUnfinished } from './snapshot.ts';
import type { World } from './world.ts';

const DAY_MS = 24 * 3600_000;
/** Longer than a job is offered to one worker. */
const OFFER_IS_OVER_MS = 61_000;

/** Rules, action types, pipelines, and all servers up, before anything goes wrong. */
export async function setUp({ installation, clients, triggers, workers, story, world }: Player): Promise<void> {
  installation.launch();
  await openAll({ world });
  clients.listen();
  triggers.listen(PIPELINES);
  workers.register();
  await openAll({ world });
  for (const [index, name] of PIPELINES.entries()) clients.create(name, story.pipelines[index]);
  await openCreations(world);
  while (installation.hasRoom) installation.launch();
  await world.settle();
}

async function openAll({ world }: Pick<Player, 'world'>): Promise<void> {
  await world.settle();
  for (let [gate] = world.gates; gate !== undefined; [gate] = world.gates) await world.open(gate);
}

/** The pipelines are there, and their sources were asked; what they do has not begun. */
async function openCreations(world: World): Promise<void> {
  await world.settle();
  const next = () =>
    world.gates.find(({ kind }) => kind === 'write' || kind === 'turn' || kind === 'provider' || kind === 'answer');
  for (let gate = next(); gate !== undefined; gate = next()) await world.open(gate);
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
      !running.some(({ id, token }) => token !== null || isOfAWorker(player, id) || isEndless(player, id)) &&
      !rules.some(({ id }) => isEndless(player, id))
    )
      world.complain(`#${execution.sequence} waits for something that is over`);
  }
}

/** Doors are opened, approvals given, jobs done, time-outs awaited: everything must end, and nothing be left. */
export async function endEverything(player: Player): Promise<void> {
  const { world, installation, clients } = player;
  for (let round = 0; round < 60 && world.violations.length === 0; round += 1) {
    const { snapshot } = installation;
    if (![...snapshot.executions.values()].some(isUnfinished)) break;
    for (const { pipelineId, stage, side } of snapshot.doors) {
      const name = snapshot.pipelines.get(pipelineId)?.name;
      if (name !== undefined) clients.door(name, STAGE_NAMES.indexOf(stage), side, true);
    }
    for (const action of snapshot.actions.values())
      if (action.status === 'InProgress' && action.token !== null) clients.decide(action, true);
    await rest(player);
    await doJobs(player);
    world.passTo(nextTimeout(player) ?? world.now);
    await rest(player);
  }
  if (world.violations.length === 0) checkEnd(player);
}

/** Whatever waits for a worker must be offered to those who ask, whoever was offered it before. */
async function doJobs(player: Player): Promise<void> {
  const { world, installation, workers } = player;
  const wanted = () =>
    [...installation.snapshot.jobs.values()].filter(
      (job) =>
        isOpenJob(job) &&
        job.deadline > world.now &&
        installation.snapshot.actions.get(job.actionExecutionId)?.status === 'InProgress',
    );
  if (wanted().length === 0) return;
  world.passTo(world.now + OFFER_IS_OVER_MS);
  await rest(player);
  workers.pollAll();
  await rest(player);
  for (const { id, status, offeredUntil } of wanted())
    if (status !== 'InProgress' && (offeredUntil ?? 0) <= world.now)
      world.complain(`job ${id} waits, and is offered to nobody`);
  workers.acknowledgeAll();
  await rest(player);
  workers.answerAll();
  await rest(player);
}

/** Long after: what is over is forgotten, but for the last in each stage. */
export async function outliveHistory(player: Player): Promise<void> {
  const { world, installation } = player;
  world.passTo(world.now + (HISTORY_DAYS + 1) * DAY_MS);
  await rest(player);
  const { executions, stages } = installation.snapshot;
  for (const { id, sequence, pipelineId } of executions.values()) {
    const own = [...stages.values()].filter(({ executionId, parallel }) => executionId === id && parallel === 0);
    const isLastSomewhere = own.some(
      (stage) =>
        ![...stages.values()].some(
          (other) =>
            other.pipelineId === pipelineId &&
            other.stage === stage.stage &&
            other.parallel === 0 &&
            other.sequence > stage.sequence,
        ),
    );
    if (!isLastSomewhere) world.complain(`#${sequence} is remembered after more than ${HISTORY_DAYS} days`);
  }
}
