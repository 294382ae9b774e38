import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Where a skipped test is a failure. */
export const inCi = (process.env.CI ?? 'false') !== 'false';

/** How the tests of one file ended. A file that could not be collected, or whose hooks failed, has one failure more. */
export interface FileOutcome {
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Says at the end what was left out and why: a suite that skips in silence proves less than it seems to. With CI set a skipped
 * test is a failure, for CI installs every engine the tests need. Writes what came of each file to `path`, as JSON, when it is given.
 */
export function outcomeReporter(strict: boolean, path: string | undefined): Reporter {
  return {
    onTestRunEnd(modules) {
      for (const test of modules.flatMap((module) => [...module.children.allTests('skipped')]))
        process.stdout.write(`skipped: ${nameOf(test)}${reasonOf(test)}\n`);
      const outcomes = modules.map(outcomeOf);
      if (path !== undefined) writeFileSync(path, JSON.stringify(outcomes));
      const { skipped } = sumOf(outcomes);
      if (strict && skipped > 0) {
        process.stdout.write(`CI is set: ${skipped} skipped tests count as failed\n`);
        process.exitCode = 1;
      }
      process.stdout.write(`${inWords(outcomes, strict)}\n`);
    },
  };
}

export function inWords(outcomes: readonly FileOutcome[], strict: boolean): string {
  const { passed, failed, skipped } = sumOf(outcomes);
  return strict
    ? `${passed} passed, ${failed + skipped} failed`
    : `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function sumOf(outcomes: readonly FileOutcome[]): Omit<FileOutcome, 'file'> {
  const sum = (count: (outcome: FileOutcome) => number) => outcomes.reduce((all, outcome) => all + count(outcome), 0);
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
  };
}

function outcomeOf(module: TestModule): FileOutcome {
  const ended = (state: 'passed' | 'failed' | 'skipped') => [...module.children.allTests(state)].length;
  const broken = module.errors().length > 0 || brokenSuites(module) > 0 ? 1 : 0;
  return {
    file: module.relativeModuleId,
    passed: ended('passed'),
    failed: ended('failed') + broken,
    skipped: ended('skipped'),
  };
}

/** Suites whose hooks failed outside any test. */
function brokenSuites(module: TestModule): number {
  return [...module.children.allSuites()].filter((suite) => suite.errors().length > 0).length;
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId} > ${test.fullName}`;
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  return result.state === 'skipped' && result.note !== undefined ? `: ${result.note}` : '';
}
