import type { CommandPhase } from '../build-facts.ts';
import { allCommands, type Buildspec, COMMAND_PHASES } from '../buildspec/buildspec.ts';
import { failed, type PhaseOutcome, SUCCEEDED } from '../phases.ts';
import type { Performance } from './performance.ts';
import type { Ready } from './provision.ts';
import { sayOutcome } from './say-outcome.ts';

/** One of the four phases of commands: its list up to the first failure, then `finally`, whatever happened before. */
export async function runPhase(
  { walk, log }: Performance,
  ready: Ready,
  { phase, succeeding }: { readonly phase: CommandPhase; readonly succeeding: boolean },
): Promise<PhaseOutcome> {
  const commands = commandsOf(ready.buildspec, phase);
  const nothing = commands.commands.length + commands.finally.length === 0;
  if (nothing) walk.pass(phase);
  else await walk.enter(phase);
  log.say(`Entering phase ${phase}`);
  const outcome = await runLists(ready, commands, { log, succeeding });
  sayOutcome(log, phase, outcome);
  if (!nothing) walk.leave(outcome);
  return outcome;
}

interface NumberedCommand {
  readonly index: number;
  readonly text: string;
}

interface PhaseCommands {
  readonly commands: readonly NumberedCommand[];
  readonly finally: readonly NumberedCommand[];
}

function commandsOf(buildspec: Buildspec, phase: CommandPhase): PhaseCommands {
  const before = COMMAND_PHASES.slice(0, COMMAND_PHASES.indexOf(phase));
  const counted = before.flatMap((name) => allCommands(buildspec, name)).length;
  const { commands = [], finally: last = [] } = buildspec.phases[phase] ?? {};
  return {
    commands: commands.map((text, index) => ({ index: counted + index, text })),
    finally: last.map((text, index) => ({ index: counted + commands.length + index, text })),
  };
}

interface Running {
  readonly log: Performance['log'];
  readonly succeeding: boolean;
}

async function runLists(ready: Ready, commands: PhaseCommands, running: Running): Promise<PhaseOutcome> {
  const first = await runList(ready, commands.commands, running);
  const last = await runList(ready, commands.finally, {
    ...running,
    succeeding: running.succeeding && first === undefined,
  });
  return first ?? last ?? SUCCEEDED;
}

/** The first failure, if there is one. */
async function runList(
  { shell }: Ready,
  commands: readonly NumberedCommand[],
  { log, succeeding }: Running,
): Promise<PhaseOutcome | undefined> {
  for (const { index, text } of commands) {
    log.say(`Running command ${text}`);
    const exitCode = await shell.run(index, succeeding);
    if (exitCode === 0) continue;
    log.say(`Command did not exit successfully ${text} exit status ${exitCode}`);
    const reason = `Error while executing command: ${text}. Reason: exit status ${exitCode}`;
    return failed('COMMAND_EXECUTION_ERROR', reason);
  }
  return undefined;
}
