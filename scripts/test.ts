/**
 * Runs all tests, three files at once. What fails then is run once more by itself, in a fresh process: on a machine that others keep
 * busy anything can stall for seconds, and one of five thousand tests that could not bear it says nothing of the rest. It has failed
 * when it fails again, or when many do. Files that went well only then are named at the end: each has a fault that shows under load.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileOutcome, inCi, inWords } from '../test/harness/outcome-reporter.ts';

/** More than so many files have not failed by chance. */
const BY_CHANCE = 3;

const place = mkdtempSync(join(tmpdir(), 'velocius-outcome-'));
try {
  process.exitCode = testAll();
} finally {
  rmSync(place, { recursive: true, force: true });
}

function testAll(): number {
  const first = run('first', []);
  const failed = first.outcomes.filter((outcome) => outcome.failed > 0).map(({ file }) => file);
  if (first.status === 0 || failed.length === 0 || failed.length > BY_CHANCE) return first.status;
  console.log(`\nOnce more, alone: ${failed.join(', ')}`);
  const second = run('second', [...failed, '--maxWorkers=1']);
  for (const file of second.status === 0 ? failed : []) console.log(`went well only alone: ${file}`);
  const last = [...first.outcomes.filter(({ file }) => !failed.includes(file)), ...second.outcomes];
  console.log(inWords(last, inCi));
  const leftOut = inCi && first.outcomes.some(({ skipped }) => skipped > 0);
  return leftOut ? 1 : second.status;
}

interface Run {
  readonly status: number;
  readonly outcomes: readonly FileOutcome[];
}

function run(name: string, args: readonly string[]): Run {
  const path = join(place, `${name}.json`);
  const environment = { ...process.env, VELOCIUS_TEST_OUTCOME: path };
  const { status } = spawnSync('vitest', ['run', ...args], { stdio: 'inherit', env: environment });
  return { status: status ?? 1, outcomes: read(path) };
}

/** Nothing, where the run broke off before its end. */
function read(path: string): readonly FileOutcome[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return [];
  }
}
