import { openBubblewrapRunner } from './bubblewrap/bubblewrap.ts';
import { openContainerRunner } from './container/container.ts';
import { openProcessRunner } from './process.ts';
import { type Runner, RunnerError, type SelfTest } from './runner.ts';
import type { RunnerOptions } from './runner-options.ts';

export interface Probe {
  readonly name: Runner['name'];
  readonly result: SelfTest;
}

const OPENERS = {
  docker: openContainerRunner,
  bubblewrap: openBubblewrapRunner,
  process: openProcessRunner,
} as const;

/** In this order `auto` takes the first that works. Never a plain process: that is for the administrator to ask for. */
const AUTOMATIC = ['docker', 'bubblewrap'] as const;
const ALL = ['docker', 'bubblewrap', 'process'] as const;

/**
 * The runner asked for, once its self-test has passed. `directory` is where runners keep their own files.
 * Throws RunnerError NO_RUNNER that says of each runner tried why not, and what to do.
 */
export async function chooseRunner(
  name: 'auto' | Runner['name'],
  directory: string,
  options: RunnerOptions = {},
): Promise<Runner> {
  const failures: string[] = [];
  for (const candidate of name === 'auto' ? AUTOMATIC : [name]) {
    const runner = await OPENERS[candidate](directory, options);
    const result = await runner.selfTest();
    if (result.ok) return runner;
    failures.push(`${candidate}: ${result.reason} ${result.remedy}`);
  }
  const advice = name === 'auto' ? ['Or, where every build may be trusted: --runner process.'] : [];
  throw new RunnerError('NO_RUNNER', ['No place to run builds.', ...failures, ...advice].join('\n'));
}

/** Every runner with the result of its self-test. */
export async function probeRunners(directory: string, options: RunnerOptions = {}): Promise<readonly Probe[]> {
  const probes: Probe[] = [];
  for (const name of ALL) {
    const runner = await OPENERS[name](directory, options);
    probes.push({ name, result: await runner.selfTest() });
  }
  return probes;
}
