import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Says at the end what was left out and why: a suite that skips in silence proves less than it seems to. With CI set a skipped
 * test is a failure, for CI installs every engine the tests need.
 */
export function outcomeReporter(strict: boolean): Reporter {
  return {
    onTestRunEnd(modules) {
      const tests = modules.flatMap((module) => [...module.children.allTests()]);
      const skipped = tests.filter((test) => test.result().state === 'skipped');
      for (const test of skipped) process.stdout.write(`skipped: ${nameOf(test)}${reasonOf(test)}\n`);
      const failed = tests.filter((test) => test.result().state === 'failed').length + brokenFiles(modules);
      const failures = strict ? failed + skipped.length : failed;
      if (strict && skipped.length > 0) {
        process.stdout.write(`CI is set: ${skipped.length} skipped tests count as failed\n`);
        process.exitCode = 1;
      }
      const passed = tests.filter((test) => test.result().state === 'passed').length;
      process.stdout.write(`${passed} passed, ${failures} failed${strict ? '' : `, ${skipped.length} skipped`}\n`);
    },
  };
}

/** Files that could not even be collected, or whose hooks failed outside any test. */
function brokenFiles(modules: readonly TestModule[]): number {
  return modules.filter((module) => module.errors().length > 0).length;
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId} > ${test.fullName}`;
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  return result.state === 'skipped' && result.note !== undefined ? `: ${result.note}` : '';
}
