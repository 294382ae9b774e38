import { Caller } from './caller.ts';
import { Clients } from './clients.ts';
import { comeToRest, endEverything, outliveHistory, setUp } from './course.ts';
import { among, perform } from './deeds.ts';
import { Installation } from './installation.ts';
import { type Place, sqlitePlace } from './place.ts';
import type { Step, Story } from './story.ts';
import { Triggers } from './triggers.ts';
import { Workers } from './workers.ts';
import { type Gate, World } from './world.ts';

export interface Ending {
  /** What was broken, first things first; empty when all held. */
  readonly violations: readonly string[];
  /** What happened, line by line. */
  readonly lines: readonly string[];
}

/** Lets a story happen, up to its end or to the first thing that is broken. */
export async function play(story: Story, openPlace: () => Promise<Place> = sqlitePlace): Promise<Ending> {
  const lines: string[] = [];
  const world = new World((line) => lines.push(line));
  const installation = new Installation(world, story.nodes, await openPlace());
  try {
    const caller = new Caller(installation);
    const clients = new Clients(installation, caller);
    const triggers = new Triggers(installation, caller);
    const player = { world, installation, story, clients, triggers, workers: new Workers(installation, caller) };
    await setUp(player);
    await act(player);
    if (world.violations.length === 0 && story.steps.some(looksBack)) await act(player);
    if (world.violations.length === 0) await outliveHistory(player);
  } finally {
    for (const server of [...installation.servers]) server.die();
    await installation.close();
  }
  return { violations: world.violations, lines };
}

/** All steps, until everything has come to its end. */
async function act(player: Player): Promise<void> {
  const { world, story } = player;
  for (const step of story.steps) {
    if (world.violations.length > 0) return;
    await take(player, step);
  }
  await comeToRest(player);
  if (world.violations.length === 0) await endEverything(player);
}

/** What is done to executions that are over: there are many of them in a second act, and few in a first one. */
function looksBack(step: Step): boolean {
  return step.do === 'roll-back' || step.do === 'retry';
}

export interface Player {
  readonly world: World;
  readonly installation: Installation;
  readonly story: Story;
  readonly clients: Clients;
  readonly triggers: Triggers;
  readonly workers: Workers;
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
      await perform(player, step);
      return world.settle();
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
    world.gates.filter(
      ({ kind }) => kind === 'write' || (how === 'undone' && (kind === 'read' || kind === 'provider')),
    ),
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
