import { Clients, PIPELINES } from './clients.ts';
import { comeToRest, endEverything, setUp } from './course.ts';
import { Installation } from './installation.ts';
import { isUnfinished } from './snapshot.ts';
import type { Step, Story } from './story.ts';
import { type Gate, World } from './world.ts';

export interface Ending {
  /** What was broken, first things first; empty when all held. */
  readonly violations: readonly string[];
  /** What happened, line by line. */
  readonly lines: readonly string[];
}

/** Lets a story happen, up to its end or to the first thing that is broken. */
export async function play(story: Story): Promise<Ending> {
  const lines: string[] = [];
  const world = new World((line) => lines.push(line));
  const installation = await Installation.open(world, story.nodes);
  try {
    const clients = new Clients(installation, story.pipelines.length);
    const player = { world, installation, clients };
    await setUp(player, story);
    for (const step of story.steps) {
      if (world.violations.length > 0) break;
      await take(player, step);
    }
    if (world.violations.length === 0) await comeToRest(player);
    if (world.violations.length === 0) await endEverything(player);
  } finally {
    for (const server of [...installation.servers]) server.die();
    await installation.close();
  }
  return { violations: world.violations, lines };
}

/** A running stage may have an action that failed. */
const MAY_BE_OVERRIDDEN: readonly string[] = ['InProgress', 'Failed', 'Errored'];
const MAY_BE_RETRIED: readonly string[] = ['InProgress', 'Failed', 'Stopped'];

export interface Player {
  readonly world: World;
  readonly installation: Installation;
  readonly clients: Clients;
}

async function take(player: Player, step: Step): Promise<void> {
  const { world, installation } = player;
  switch (step.do) {
    case 'go-on':
      for (let count = 0; count < step.times; count += 1) await goOn(world, step.pick * (count + 1));
      return;
    case 'let-time-pass':
      return world.passTo(world.now + step.ms);
    case 'crash':
      return crash(player, step.pick, step.when);
    case 'break':
      return breakOff(player, step.pick, step.how);
    case 'launch':
      installation.launch();
      return world.settle();
    case 'shut-down': {
      const server = among(installation.serving, step.pick);
      if (server !== undefined) installation.shutDown(server);
      return world.settle();
    }
    case 'lose':
    case 'double':
      return disturbWakeUp(world, step.pick, step.do);
    case 'nudge': {
      const job = among(installation.jobs.all(), step.pick);
      if (job !== undefined) await installation.nudge(job);
      return world.settle();
    }
    default:
      ask(player, step);
      return world.settle();
  }
}

type Operation = Extract<
  Step,
  {
    readonly do:
      | 'start'
      | 'push'
      | 'stop'
      | 'retry'
      | 'roll-back'
      | 'override'
      | 'decide'
      | 'close'
      | 'open'
      | 'update'
      | 'delete'
      | 'create'
      | 'look';
  }
>;

function ask({ installation: { snapshot }, clients }: Player, step: Operation): void {
  const name = (index: number) => PIPELINES[index % clients.pipelines] ?? '';
  switch (step.do) {
    case 'stop': {
      const execution = among([...snapshot.executions.values()].filter(isUnfinished), step.pick);
      if (execution !== undefined) clients.stop(execution, step.abandon);
      break;
    }
    case 'retry': {
      const stages = [...snapshot.stages.values()].filter(({ status }) => MAY_BE_RETRIED.includes(status));
      const stage = among(stages, step.pick);
      if (stage !== undefined) clients.retry(stage, step.all ? 'ALL_ACTIONS' : 'FAILED_ACTIONS');
      break;
    }
    case 'roll-back': {
      const stage = among(
        [...snapshot.stages.values()].filter(({ status }) => status === 'Succeeded'),
        step.pick,
      );
      if (stage !== undefined) clients.rollBack(stage);
      break;
    }
    case 'override': {
      const conditions = [...snapshot.conditions.values()].filter(({ status }) => MAY_BE_OVERRIDDEN.includes(status));
      const condition = among(conditions, step.pick);
      if (condition !== undefined) clients.override(condition);
      break;
    }
    case 'decide': {
      const waiting = [...snapshot.actions.values()].filter(
        ({ status, token }) => status === 'InProgress' && token !== null,
      );
      const approval = among(waiting, step.pick);
      if (approval !== undefined) clients.decide(approval, step.approve);
      break;
    }
    case 'start':
      clients.start(name(step.pipeline), step.token);
      break;
    case 'push':
      clients.push(name(step.pipeline));
      break;
    case 'update':
      clients.update(name(step.pipeline), step.to);
      break;
    case 'delete':
      clients.delete(name(step.pipeline));
      break;
    case 'create':
      clients.create(name(step.pipeline));
      break;
    case 'look':
      clients.look(name(step.pipeline));
      break;
    case 'close':
    case 'open':
      clients.door(name(step.pipeline), step.stage, step.side, step.do === 'open');
      break;
  }
}

/** When nothing is under way, time passes until something is. */
async function goOn(world: World, pick: number): Promise<void> {
  if (world.gates.length === 0) world.passTo(world.nextTimer() ?? world.now);
  const gate = among(world.gates, pick);
  if (gate !== undefined) await world.open(gate);
}

async function crash(
  { world, installation }: Player,
  pick: number,
  when: 'now' | 'before-commit' | 'after-commit',
): Promise<void> {
  if (when === 'now') {
    among(installation.servers, pick)?.die();
    return world.settle();
  }
  const gate = among(writes(world), pick);
  if (gate !== undefined) await world.open(gate, `crash-${when}`);
}

async function breakOff(
  { world, installation }: Player,
  pick: number,
  how: 'undone' | 'done-but-unknown' | 'deadlock',
): Promise<void> {
  const gate = among(
    world.gates.filter(({ kind }) => kind === 'write' || (kind === 'read' && how === 'undone')),
    pick,
  );
  if (gate === undefined) return;
  world.tell(`the connection of server ${gate.node} breaks (${how})`);
  installation.excuse(gate.node);
  await world.open(gate, how);
}

async function disturbWakeUp(world: World, pick: number, how: 'lose' | 'double'): Promise<void> {
  const gate = among(
    world.gates.filter(({ kind }) => kind === 'wake-up'),
    pick,
  );
  if (gate === undefined) return;
  if (how === 'double') await world.open({ ...gate });
  else world.gates.splice(world.gates.indexOf(gate), 1);
}

function writes(world: World): Gate[] {
  return world.gates.filter(({ kind }) => kind === 'write');
}

function among<T>(items: readonly T[], pick: number): T | undefined {
  return items.length === 0 ? undefined : items[pick % items.length];
}
