import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { inCi, outcomeReporter } from './test/harness/outcome-reporter.ts';

const ALL = ['test/**/*.test.ts', 'src/**/*.test.ts'];

/** The longest begin as soon as a worker is free: files that share a process are dealt out beforehand, and one of these would be last. */
const LONG = 'kill|kill-decisions|starts-killed|git';

/**
 * Files that talk to servers in their own process share that process from file to file: loading the product and the SDK anew
 * for each would cost as much as the tests. Those that start engines, agents and browsers or change the code stand apart.
 */
const TOGETHER = [
  ...['wire', 'properties', 'contracts/store'].map((room) => `test/${room}/**/*.test.ts`),
  `test/scenarios/!(${LONG}).test.ts`,
];

const EACH = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  // For the servers that tests start as processes, fifty times in a row: where `velocius` itself keeps what it has compiled.
  env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/velocius', import.meta.url)) },
};

export default defineConfig({
  test: {
    // Of the whole, not of each project: one database server for all.
    globalSetup: ['test/harness/global-setup.ts'],
    reporters: ['default', outcomeReporter(inCi, process.env.VELOCIUS_TEST_OUTCOME)],
    pool: 'forks',
    maxWorkers: 3,
    projects: [
      { test: { ...EACH, name: 'together', include: TOGETHER, isolate: false } },
      { test: { ...EACH, name: 'apart', include: ALL, exclude: [...configDefaults.exclude, ...TOGETHER] } },
    ],
  },
});
